"""Find the texts that can be computed together: an encoder that fills none up takes only those of one length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence


def alike(ids: Sequence[Sequence[int]], most: int) -> Iterator[list[int]]:
    """Give the places of texts with equally many pieces, at most so many at a time."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for place, pieces in enumerate(ids):
        by_length[len(pieces)].append(place)
    for places in by_length.values():
        yield from (places[first : first + most] for first in range(0, len(places), most))
