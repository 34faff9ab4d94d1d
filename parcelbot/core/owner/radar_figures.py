"""Count what the radar found, and what became of it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.promises_kept import WARNING


@dataclass(frozen=True)
class RadarFigures:
    """Parcels that the radar found to be late, or soon late, in a span of days, and those whose way ended in it.

    `found` counts by risk. `written` is how many shoppers were told before they asked. `became` counts the found ones
    by how they ended: `in_time` were false alarms, `late`, `came_back` and `never_seen` were not. `missed` came late,
    or back, without having been found.
    """

    found: Mapping[str, int] = field(default_factory=dict)
    written: int = 0
    became: Mapping[str, int] = field(default_factory=dict)
    missed: int = 0

    @property
    def all_found(self) -> int:
        """The number of parcels found."""
        return sum(self.found.values())

    @property
    def ended(self) -> int:
        """The number of found parcels whose way has ended."""
        return sum(self.became.values())


def radar_figures(entries: Sequence[JournalEntry]) -> RadarFigures:
    """Add up the journal of a span."""
    over = [entry for entry in entries if entry.kind is JournalKind.RADAR_OVER]
    return RadarFigures(
        found=Counter(entry.intent for entry in entries if entry.kind is JournalKind.RADAR_FOUND),
        written=sum(entry.kind is JournalKind.TOLD and entry.intent == WARNING for entry in entries),
        became=Counter(entry.intent for entry in over if entry.value),
        missed=sum(not entry.value for entry in over),
    )
