"""What the radar found, and what became of it."""

from __future__ import annotations

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.radar_figures import RadarFigures, radar_figures
from tests.unit.core.builders import NOW


def entry(kind: JournalKind, what: str, found: float | None = None) -> JournalEntry:
    return JournalEntry(NOW, "", kind, what, "late/quiet", found)


def test_found_parcels_are_counted_by_risk_and_by_how_they_ended() -> None:
    made = radar_figures(
        [
            entry(JournalKind.RADAR_FOUND, "late", 0.0),
            entry(JournalKind.RADAR_FOUND, "at_risk", 0.0),
            entry(JournalKind.RADAR_OVER, "in_time", 1.0),
            entry(JournalKind.RADAR_OVER, "late", 1.0),
            entry(JournalKind.RADAR_OVER, "late", 0.0),
            entry(JournalKind.TOLD, "warning", 3.0),
            entry(JournalKind.TOLD, "moved", 3.0),
        ]
    )
    assert (made.all_found, made.ended, made.written, made.missed) == (2, 2, 1, 1)
    assert dict(made.became) == {"in_time": 1, "late": 1}


def test_a_quiet_span_counts_nothing() -> None:
    assert radar_figures([]) == RadarFigures()
