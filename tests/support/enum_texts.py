"""Refuse a member of `class X(str, Enum)` in a text: Python 3.10 writes its value there, Python 3.11 `X.NAME`."""

from __future__ import annotations

from enum import Enum

_plain = Enum.__format__


def _refuse(self: Enum, spec: str) -> str:
    kind = type(self)
    is_ours = kind.__module__.partition(".")[0] in {"parcelbot", "actions", "tests"}
    if is_ours and isinstance(self, str) and kind.__str__ is Enum.__str__:
        raise TypeError(f"{self!r} in a text reads differently from Python to Python: write .value")
    return _plain(self, spec)


# a class takes it over when it is made: this is loaded before anything of ours
Enum.__format__ = _refuse  # type: ignore[method-assign]
