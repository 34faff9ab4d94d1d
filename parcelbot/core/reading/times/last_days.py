"""Find the last day that a shopper names, up to which an answer helps: "tomorrow is the last day", "2 days left"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parcelbot.core.reading.times.dates import find_dates, find_deadlines

_LAST = re.compile(
    r"\b(?:(?:last|final) (?:possible )?(?:day|chance)|deadline|(?:goes|go|going|sent|returned) back|ends?|expires?"
    r"|runs? out|closes|(?:keep|kept|hold|held|stays?|stored|available|wait(?:s|ing)?)\b[^.!?]{0,20}\b(?:until|till)"
    r"|(?:must|have to|has to|need to|only)\b[^.!?]{0,20}\b(?:collect\w*|fetch\w*|pick\w*)\b[^.!?]{0,15}"
    r"\b(?:by|until|till|before)"
    r"|letzte[rn]? tag|dernier jour|[uú]ltimo d[ií]a|ultimo giorno|ostatni dzień|laatste dag"
    r"|последний день|останній день|son gün|sista dagen)\b|最后一天|最後の日|最終日|آخر يوم",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|tonight|heute|aujourd['’]?hui|hoy|oggi|vandaag|hoje|dziś|dzisiaj|сегодня|сьогодні|bugün|idag)\b"
    r"|今天|今日|اليوم",
    re.IGNORECASE,
)
_TOMORROW = re.compile(
    r"\b(?:tomorrow|tomorow|tommorow|tmrw|morgen|demain|mañana|domani|amanhã|jutro|завтра|yarın|imorgon)\b"
    r"|明天|明日|غدا",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?P<days>\d{1,2}|one|two|three|four|five|six|seven) (?:more )?days? (?:are |is )?(?:left|remaining|to go)\b",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SENTENCES = re.compile(r"[^.!?\n。？！]+")


def last_day(text: str, written_on: date) -> date | None:
    """Give the nearest last day that `text`, written on that day, names; None where it names none."""
    found = (_in_sentence(sentence, written_on) for sentence in _SENTENCES.findall(text))
    return min((day for day in found if day is not None), default=None)


def _in_sentence(sentence: str, on: date) -> date | None:
    if left := _LEFT.search(sentence):
        days = left["days"].lower()
        return on + timedelta(days=_WORDS.get(days) or int(days))
    if not _LAST.search(sentence):
        return None
    if _TODAY.search(sentence):
        return on
    if _TOMORROW.search(sentence):
        return on + timedelta(days=1)
    named = (*find_deadlines(sentence, on), *find_dates(sentence, on))
    return min((day for day in (date.fromisoformat(m.value) for m in named) if day >= on), default=None)
