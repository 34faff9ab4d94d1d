"""Take the day that something is needed by as it is put right: "five days, not four" changes it, and is said back."""

from __future__ import annotations

from datetime import date, timedelta

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.times.protection import corrected_days

_NEEDED_BY = "needed_by"


def take_corrected_day(talk: Talk) -> bool:
    """Note the day as it is now, and say it back; False where no day was known, it is another matter, or more is asked.

    Days that are counted anew are no silence of the parcel.
    """
    known = str(talk.known_before.claims.get(_NEEDED_BY) or "")
    day = _day_put_right(talk, date.fromisoformat(known)) if known and talk.number else None
    if day is None:
        return False
    claims = {**talk.known_before.claims, _NEEDED_BY: day.isoformat()}
    talk.remember(claims={**claims, "told": talk.memory.claims.get("told", [])})
    if asks_or_is_marked(talk.heard):
        return False
    talk.keep_the_matter()
    add_note(talk)
    talk.ending.noted = True
    return talk.script.say("utter_needed_day_put_right", talk.words(talk.decide(talk.plan_question)))


def _day_put_right(talk: Talk, known: date) -> date | None:
    """Give the day that takes the place of the known one, by its distance or by itself; None where none does."""
    heard = talk.heard
    days = corrected_days(heard.text, (known - talk.today).days)
    if days is not None:
        return talk.today + timedelta(days=days)
    named = heard.claims.get(_NEEDED_BY) or heard.claims.get("date")
    if not named or not puts_right(heard.text, heard.says):
        return None
    day = date.fromisoformat(str(named))
    return day if day not in (known, talk.today) and day > talk.today else None
