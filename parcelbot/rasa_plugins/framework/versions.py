"""Refuse a Rasa whose insides the replacements were not checked against."""

from __future__ import annotations

from importlib.metadata import version

#: With another one: read what changed in what `installation` names, run tests/unit/framework, then change it here.
CHECKED = {"rasa": "3.6.21", "rasa-sdk": "3.6.2"}


class UncheckedVersion(RuntimeError):
    """A library whose insides are replaced has another version than the one that was checked."""


def require_checked_versions() -> None:
    """Return when all versions are the checked ones; UncheckedVersion names the first that is not."""
    for name, checked in CHECKED.items():
        if (found := version(name)) != checked:
            raise UncheckedVersion(
                f"{name} {found} is installed, and what parcelbot.rasa_plugins.framework replaces in it was checked "
                f"against {checked} only: install that, or check it anew as docs/adr/0011-rasa-overridden.md says."
            )
