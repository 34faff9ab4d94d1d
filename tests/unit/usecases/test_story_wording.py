"""How what happened to a parcel is worded."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.usecases.story_wording import story_words
from tests.unit.usecases.fakes import languages

NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=timezone.utc)
FLAT = Incident(IncidentKind.ADDRESS, TUESDAY, "Apartment number missing.", "Tulsa, US")


def told(*incidents: Incident, because: Incident | None = None) -> dict[str, str]:
    return dict(story_words(Facts(NOW, incidents=incidents, explained_by=because), languages()["en"]))


def test_a_cause_has_its_clause_its_day_and_the_carriers_words() -> None:
    words = told(FLAT, because=FLAT)
    assert words["cause"] == "the address didn't work"
    assert words["cause_noted"] == 'on Tue 24 November the carrier noted "Apartment number missing", Tulsa, US'


def test_a_cause_without_words_is_told_by_its_day() -> None:
    wordless = Incident(IncidentKind.REFUSED, TUESDAY)
    assert told(wordless, because=wordless)["cause_noted"] == "the carrier noted it on Tue 24 November"


def test_the_story_has_a_line_for_each_day_and_names_who_took_over() -> None:
    taken = Incident(IncidentKind.HANDED_OVER, TUESDAY, "Processed", "Tulsa, US", "USPS")
    assert told(FLAT, taken)["story"].splitlines() == [
        "• Tue 24 November, Tulsa, US: Apartment number missing.",
        "• Tue 24 November, Tulsa, US: handed over, scanned by USPS",
    ]


def test_a_long_story_ends_where_nobody_reads_on() -> None:
    assert len(told(*[FLAT] * 40)["story"].splitlines()) == 6


def test_without_a_past_every_placeholder_is_there_and_empty() -> None:
    assert set(told().values()) == {""}


def test_a_scan_that_is_a_day_ahead_of_us_has_the_day_of_its_own_place() -> None:
    early_there = datetime(2026, 11, 24, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    wet = Incident(IncidentKind.DAMAGED, early_there, "Wet", "Osaka, JP")
    words = told(wet, because=wet)
    assert words["cause_date"] == "Tue 24 November"
    assert words["story"].startswith("• Tue 24 November")
