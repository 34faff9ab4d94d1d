"""Refuse a Rasa whose insides the replacements were not checked against, and a Python that this Rasa was not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.metadata import version

#: With another one: read what changed in what `installation` names, run tests/rasa_plugins/framework, change it here.
CHECKED = {"rasa": "3.6.21", "rasa-sdk": "3.6.2"}
#: Rasa's package says "before 3.11": docs/adr/0023-python-3.11.md says how another one is checked.
CHECKED_PYTHONS = ((3, 10), (3, 11))


class UncheckedVersion(RuntimeError):
    """Python, or a library whose insides are replaced, has another version than what was checked."""


def require_checked_python(this: tuple[int, ...] = sys.version_info[:3]) -> None:
    """Return on a Python that Rasa was checked on; UncheckedVersion says what to do on another."""
    if this[:2] not in CHECKED_PYTHONS:
        checked = " and ".join(f"{major}.{minor}" for major, minor in CHECKED_PYTHONS)
        raise UncheckedVersion(
            f"Rasa {CHECKED['rasa']} was checked on Python {checked}, and this is {'.'.join(map(str, this))}: take one "
            "of those, or check it as docs/adr/0023-python-3.11.md says."
        )


def require_checked_versions(checked: Mapping[str, str] = CHECKED) -> None:
    """Return when all libraries have the checked versions; UncheckedVersion names the first that has not."""
    for name, wanted in checked.items():
        if (found := version(name)) != wanted:
            raise UncheckedVersion(
                f"{name} {found} is installed, and what parcelbot.rasa_plugins.framework replaces in it was checked "
                f"against {wanted} only: install that, or check it anew as docs/adr/0011-rasa-overridden.md says."
            )
