"""Read what several phrases say together: one of each list in a clause, or in two that follow each other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from parcelbot.core.reading.text.phrases import anywhere, clauses_of, folded, stated

#: The lists of which a phrase each is needed.
Lists: TypeAlias = tuple[tuple[str, ...], ...]


class AskedTogether:
    """Reader of what is asked, by name: a single list is looked for in the whole message, several in its clauses."""

    def __init__(self, prefix: str, lists: Mapping[str, Lists]) -> None:
        self._asked = {f"{prefix}{name}": tuple(map(anywhere, parts)) for name, parts in lists.items()}

    def says(self, text: str) -> Iterator[str]:
        """Name what a message asks, each name behind the prefix."""
        whole, clauses = folded(text), [folded(clause) for clause in clauses_of(text)]
        for name, parts in self._asked.items():
            if parts[0].search(whole) is not None if len(parts) == 1 else are_together(parts, clauses):
                yield name


class ToldTogether:
    """Reader of what is told, by name, in clauses that ask nothing."""

    def __init__(self, prefix: str, lists: Mapping[str, Lists]) -> None:
        self._told = {f"{prefix}{name}": tuple(map(anywhere, parts)) for name, parts in lists.items()}

    def says(self, text: str) -> Iterator[str]:
        """Name what a message tells, each name behind the prefix."""
        statements = stated(text)
        return (name for name, parts in self._told.items() if are_together(parts, statements))


def are_together(parts: Iterable[re.Pattern[str]], clauses: Sequence[str]) -> bool:
    """Tell whether all patterns are found in one clause, or in two that follow each other."""
    patterns = tuple(parts)
    pairs = (f"{one} {other}" for one, other in pairwise(clauses))
    return any(all(pattern.search(words) for pattern in patterns) for words in (*clauses, *pairs))
