"""Find what a change of mind that comes back to what was told before takes back. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.reading.wanted.wishes import changes_its_mind

_FIGURE = re.compile(r"(?<![\w.,@#-])\d{1,6}[a-z]?(?![\w@]|[.,]\d)", re.IGNORECASE)


def without_what_is_changed_back(said: Sequence[str]) -> tuple[str, ...]:
    """Leave out each change of mind after which a later one names the figure again that was told before it."""
    gone = {place for later in range(len(said)) for place in _taken_back(said, later)}
    return tuple(text for place, text in enumerate(said) if place not in gone)


def _taken_back(said: Sequence[str], later: int) -> Sequence[int]:
    """List the changes of mind between a message that changes it as well and the one whose figure it names again."""
    if not changes_its_mind(said[later]):
        return ()
    figures = _figures(said[later])
    told = next((place for place in range(later - 1, -1, -1) if figures & _figures(said[place])), later)
    # what names no other figure changed something else
    return [place for place in range(told + 1, later) if changes_its_mind(said[place]) and _figures(said[place])]


def _figures(text: str) -> set[str]:
    return {figure.casefold() for figure in _FIGURE.findall(text)}
