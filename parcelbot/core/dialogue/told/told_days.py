"""Keep the day that a fact is told with: by when it is needed, from when nobody is at its address any more."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parcelbot.core.answering.remembering import told_by
from parcelbot.core.answering.told_sentences import told_sentences
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.told.telling import Told

NEEDED_BY, MOVES_ON = "needed_by", "moves_on"
_SPAN = re.compile(r"(\d{1,2})d")


def keep_told_days(talk: Talk) -> None:
    """Keep the day ahead that a message names with such a fact, where it is not read as that day already."""
    said, told, kept = talk.heard.claims, told_by(talk.heard), {}
    if Told.NEEDED_BY in told and NEEDED_BY not in said:
        kept[NEEDED_BY] = _date_ahead(talk) or _span_ahead(talk, Told.NEEDED_BY)
    if Told.MOVED in told:
        kept[MOVES_ON] = _date_ahead(talk)
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
