"""Word what happened to a parcel before its newest scan: why it stands where it stands, and the story of its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from parcelbot.core.answering.facts import Facts
from parcelbot.core.language import Language
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.core.parcel.shipment import Checkpoint, Shipment

#: A longer story is read by nobody; the card has every scan.
_MOST_LINES = 6
#: A longer wording of a carrier's is cut where it stands inside a sentence; the card has it whole.
_LONGEST_QUOTE = 160


def story_words(facts: Facts, language: Language) -> Mapping[str, str]:
    """Give the values of the placeholders that tell of the past; "" for each without anything to tell."""
    cause, now = facts.explained_by, facts.now
    told = facts.incidents[:_MOST_LINES]
    return {
        "cause": language.text(f"utter_word_cause_{cause.kind.value}") if cause else "",
        "cause_date": _day(cause.at, now, language) if cause else "",
        "cause_noted": _noted(cause, now, language) if cause else "",
        "cause_noted_on": _noted(replace(cause, words=""), now, language) if cause else "",
        "cause_said": quote(cause.words).rstrip(".") if cause else "",
        "attempts": str(facts.attempts or ""),
        "story": "\n".join(_line(incident, now, language) for incident in told),
    }


def steps_words(shipment: Shipment | None, now: datetime, language: Language) -> str:
    """List the newest scans in words, a line for each: the card's picture for whoever cannot see it."""
    scans = shipment.checkpoints[:_MOST_LINES] if shipment else ()
    return "\n".join(_step(scan, now, language) for scan in scans if scan.description)


def _step(scan: Checkpoint, now: datetime, language: Language) -> str:
    place = language.worded("utter_word_scan_where", place=scan.location) if scan.location else ""
    day = _day(scan.at, now, language)
    return language.worded("utter_word_story_line", day=day, place=place, scan=quote(scan.description))


def quote(text: str) -> str:
    """Give the carrier's own words, as long as a sentence of ours bears."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"


def _noted(incident: Incident, now: datetime, language: Language) -> str:
    """Word the carrier's note: "on Tue 24 November the carrier noted "Refused", Köln, DE"."""
    response = "utter_word_cause_noted" if incident.words else "utter_word_cause_noted_wordless"
    return language.worded(
        response,
        day=_day(incident.at, now, language),
        scan=quote(incident.words).rstrip("."),
        place=_place(incident, language),
    )


def _line(incident: Incident, now: datetime, language: Language) -> str:
    """Word one line of the story; our words stand in for a scan without any."""
    day, place = _day(incident.at, now, language), _place(incident, language)
    if incident.kind is IncidentKind.HANDED_OVER and incident.carrier:
        return language.worded("utter_word_story_handed_over", day=day, place=place, carrier=incident.carrier)
    words = quote(incident.words) or language.text(f"utter_word_cause_{(incident.reason or incident.kind).value}")
    return language.worded("utter_word_story_line", day=day, place=place, scan=words)


def _day(at: datetime, now: datetime, language: Language) -> str:
    """Word the day of a scan as the newest one's is worded: one scan has one date, wherever it is told."""
    return language.day(at.date(), now.date())


def _place(incident: Incident, language: Language) -> str:
    return language.worded("utter_word_scan_where", place=incident.place) if incident.place else ""
