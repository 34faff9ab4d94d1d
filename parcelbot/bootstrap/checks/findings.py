"""Say what was found of one thing: well, odd, or broken, in a line, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    """Verdicts by the sign that stands before the line."""

    WELL = "✓"
    ODD = "!"
    BROKEN = "✗"


@dataclass(frozen=True)
class Finding:
    """A verdict on one thing in a line; `remedy` is "" where there is nothing to do."""

    verdict: Health
    said: str
    remedy: str = ""


def well(said: str) -> Finding:
    """Find nothing to do."""
    return Finding(Health.WELL, said)


def odd(said: str, remedy: str) -> Finding:
    """Find what works but will hardly be meant."""
    return Finding(Health.ODD, said, remedy)


def broken(said: str, remedy: str) -> Finding:
    """Find what does not work."""
    return Finding(Health.BROKEN, said, remedy)


@dataclass(frozen=True)
class Check:
    """A look at one thing, which has a name."""

    about: str
    look: Callable[[], Finding]

    def run(self) -> Finding:
        """Look; what no check foresaw is a finding, too."""
        try:
            return self.look()
        except Exception as error:
            said = (str(error).splitlines() or [""])[0]
            return broken(f"{type(error).__name__}: {said}", "see docs/operating.md")
