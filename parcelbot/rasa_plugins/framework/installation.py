"""Put the replacements into this process's Rasa."""

from __future__ import annotations

from parcelbot.rasa_plugins.framework.versions import require_checked_versions


def install() -> None:
    """Replace what `framework` replaces, once and for this process; UncheckedVersion before anything is touched."""
    require_checked_versions()
    from rasa.core.actions import action, forms

    from parcelbot.rasa_plugins.framework.remote_action import QuickRemoteAction

    # both modules look the class up under this name whenever an action is about to run
    action.RemoteAction = QuickRemoteAction
    forms.RemoteAction = QuickRemoteAction
