"""Group missed messages for a reviewer: each wording once, alike ones together, the most frequent first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from parcelbot.encoder import Vectors
from parcelbot.review.masking import identity, masked
from parcelbot.review.picking import Missed, ReviewReason
from parcelbot.review.turns import Guess


@dataclass(frozen=True)
class ReviewEntry:
    """One wording, masked. `predicted` and `others` are the newest; `later` are intents that came to light."""

    id: str
    text: str
    predicted: Guess
    others: tuple[Guess, ...]
    reasons: tuple[ReviewReason, ...]
    later: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Group:
    """Entries that mean nearly the same, the most frequent first; never empty."""

    entries: tuple[ReviewEntry, ...]
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", sum(entry.count for entry in self.entries))


def entries_of(missed: Iterable[Missed], known: Container[str]) -> list[ReviewEntry]:
    """Make one entry for each wording whose identity is not `known`, the most frequent first; `missed` oldest first."""
    wordings: dict[str, list[Missed]] = {}
    for one in missed:
        wordings.setdefault(identity(one.turn.text), []).append(one)
    fresh = [_entry(id_, same) for id_, same in wordings.items() if id_ not in known]
    return sorted(fresh, key=lambda entry: (-entry.count, entry.text))


def group(entries: Sequence[ReviewEntry], vectors: Vectors, alike: float) -> list[Group]:
    """Put each entry to the group whose most frequent one it is most like, from the cosine `alike` on.

    `vectors`: one row of length 1 for each entry. The most frequent group comes first; [] for no entries.
    """
    heads: list[int] = []
    members: list[list[ReviewEntry]] = []
    for at, entry in enumerate(entries):
        cosines = vectors[heads] @ vectors[at] if heads else np.zeros(1)
        nearest = int(cosines.argmax())
        if heads and cosines[nearest] >= alike:
            members[nearest].append(entry)
        else:
            heads.append(at)
            members.append([entry])
    return sorted((Group(tuple(some)) for some in members), key=lambda some: -some.count)


def _entry(id_: str, same: Sequence[Missed]) -> ReviewEntry:
    newest = same[-1].turn
    reasons = {reason for one in same for reason in one.reasons}
    return ReviewEntry(
        id=id_,
        text=masked(newest.text),
        predicted=newest.predicted,
        others=newest.others,
        reasons=tuple(reason for reason in ReviewReason if reason in reasons),
        later=tuple(sorted({one.later for one in same if one.later})),
        count=len(same),
    )
