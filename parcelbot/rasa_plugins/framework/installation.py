"""Put the replacements into this process's Rasa."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.rasa_plugins.framework.versions import CHECKED, require_checked_python, require_checked_versions


def install(actions_url: str, checked: Mapping[str, str] = CHECKED) -> None:
    """Replace what `framework` replaces, once and for this process; UncheckedVersion before anything is touched.

    Without an `actions_url` the actions are loaded here and now: one that is broken stops the start, not a turn.
    """
    require_checked_python()
    require_checked_versions(checked)
    from rasa.core.actions import action, forms
    from rasa.core.processor import MessageProcessor
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.shared.core.events import Event
    from rasa.shared.core.slots import Slot
    from rasa.shared.core.trackers import DialogueStateTracker

    from parcelbot.rasa_plugins.framework.applied_events import applied_events
    from parcelbot.rasa_plugins.framework.event_types import event_type
    from parcelbot.rasa_plugins.framework.graph_run import run_graph
    from parcelbot.rasa_plugins.framework.in_process import in_process_endpoint
    from parcelbot.rasa_plugins.framework.past_states import past_states
    from parcelbot.rasa_plugins.framework.remote_action import QuickRemoteAction
    from parcelbot.rasa_plugins.framework.slot_copies import slot_copy
    from parcelbot.rasa_plugins.framework.whole_turns import save_whole

    # both modules look the class up under this name whenever an action is about to run
    action.RemoteAction = QuickRemoteAction
    forms.RemoteAction = QuickRemoteAction
    Event.resolve_by_type = staticmethod(event_type)
    Slot.__copy__ = slot_copy
    DialogueStateTracker.past_states = past_states
    DialogueStateTracker.applied_events = applied_events
    MessageProcessor.save_tracker = save_whole
    DaskGraphRunner.run = run_graph
    if not actions_url:
        in_process_endpoint()
