"""Keep the day that a fact is told with: by when it is needed or we are given time, from when nobody is at home."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parcelbot.core.answering.remembering import told_by
from parcelbot.core.answering.told_sentences import told_sentences
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.times.last_words import last_day_set
from parcelbot.core.reading.told.telling import Told

NEEDED_BY, MOVES_ON, LAST_DAY = "needed_by", "moves_on", "last_day"
_SPAN = re.compile(r"(\d{1,2})d")


def keep_told_days(talk: Talk) -> None:
    """Keep the day ahead that a message names with such a fact, where it is not read as that day already."""
    said, told, kept = talk.heard.claims, told_by(talk.heard), {}
    if Told.NEEDED_BY in told and NEEDED_BY not in said:
        kept[NEEDED_BY] = _date_ahead(talk) or _span_ahead(talk, Told.NEEDED_BY)
    if Told.MOVED in told:
        kept[MOVES_ON] = _date_ahead(talk)
    if talk.heard.english and (last := last_day_set(talk.heard.text, talk.today)):
        kept[LAST_DAY] = last.isoformat()
    new = {name: day for name, day in kept.items() if day}
    if new:
        talk.remember(claims={**talk.memory.claims, **new})


def _date_ahead(talk: Talk) -> str:
    """Give the date that a message names, where it is still to come; "" for none."""
    named = str(talk.heard.claims.get("date") or "")
    return named if named >= talk.today.isoformat() else ""


def _span_ahead(talk: Talk, fact: Told) -> str:
    """Give the day that a span of days leads to whose figure stands in the sentence that tells the fact."""
    span = _SPAN.fullmatch(str(talk.heard.claims.get("duration") or ""))
    told = (sentence for name, sentence in told_sentences(talk.memory.claims) if name == fact)
    if span is None or not any(re.search(rf"(?<!\d){span[1]}(?!\d)", sentence) for sentence in told):
        return ""
    return _in_days(talk.today, int(span[1]))


def _in_days(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def new_last_day(talk: Talk) -> date | None:
    """Give the day until which this message gives us; None where it sets none, or the one that was set before."""
    day = str(talk.memory.claims.get(LAST_DAY, ""))
    return date.fromisoformat(day) if day and day != talk.known_before.claims.get(LAST_DAY) else None
