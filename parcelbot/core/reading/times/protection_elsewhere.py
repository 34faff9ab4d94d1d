"""Read how many days of buyer protection are left where another language than English says so. Pure.

A message that speaks of protection, a dispute or its counter names them beside a word for what is left or ends; days
of waiting stand in other clauses, and "still" counts only right before its figure.
"""

from __future__ import annotations

import re

from parcelbot.core.reading.times.time_tables import UNITS

_OF_IT = re.compile(
    r"schutz|skydd|streitfall|bescherming|geschil|protec[ct]|proteç|protezion|disput|litige|controversia|spór|sporu\b"
    r"|защит|захист|\bспор(?:а|у|ом|е|ы)?\b|диспут|сп[іо]р(?:у|ом|і)?\b|ochron|koruma|anlaşmazlık|حماي|نزاع"
    r"|保護|保护|纠纷|糾紛|紛争|보호|분쟁",
    re.IGNORECASE,
)
_DAYS = "|".join(
    sorted({re.escape(word.replace("_", " ")) for units in UNITS.values() for word in units["d"].split()}, key=len)[
        ::-1
    ]
)
_SPAN = rf"(?P<days>\d{{1,3}})\s*(?:{_DAYS}|日|일)(?![a-zа-яёіїєğışçöüąćęłńóśźż])"
_GAP = r"[^,.;!?，。、！？؟،\d\n]{0,12}"
_LEFT = (
    r"(?:verbleib|übrig|bleib|endet|läuft|abläuft|\brest|quedan?\b|faltan?\b|termina|acaba|vence|expir|mancan|rimast|scad"
    r"|finisce|остал|заканчива|истека|залиш|закінч|zosta|kończy|wygas|kald|kalan|bitiyor|bitecek|kvar|återst|over\b"
    r"|بق|باق|متبق|نتهي|剩|到期|残り|切れ|남)"
)
_STILL = (
    r"(?:noch|nog|encore|ещ[её]|ще|jeszcze|ancora|todavía|ainda|あと|还有|還有)"
    r"(?: (?:nur|только|лише|tylko|solo|maar))?"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LEFT}\w*{_GAP}\b{_SPAN}",
        rf"{_LEFT}{_GAP}{_SPAN}",
        rf"{_STILL}\s*{_SPAN}",
        rf"{_SPAN}{_GAP}{_LEFT}",
    )
)


def days_left_elsewhere(text: str) -> int | None:
    """Give the days that a message names as left of its protection; None where it names none, or several."""
    if not _OF_IT.search(text):
        return None
    found = {int(match["days"]) for pattern in _PATTERNS for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None
