"""Find the place a shopper lives in and the place a parcel is seen in, where a message names them as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcelbot.core.reading.times.durations import Mention

#: One to three words that begin with a capital letter, or one of any case at the end of a clause.
_PLACE = (
    r"(?P<place>[A-Z][\w'’-]+(?:[ -](?:[A-Z][\w'’-]+|upon|on|am|de|la|le)){0,3}|[a-z][a-z'’-]{3,}(?=\s*(?:$|[.,;!?])))"
)
_HOME = re.compile(
    r"\b(?i:(?:i|we)\s+(?:actually\s+|really\s+)?(?:live|stay|am\s+living|reside)"
    r"|(?:i|we)['’]?(?:m|re|\s+am|\s+are)(?:\s+(?:based|living))?"
    r"|my\s+(?:house|home|flat|address|place)(?:['’]s|\s+is)?)\s+(?i:in|at|near)\s+" + _PLACE
)
_SEEN = re.compile(
    r"\b(?i:(?:out\s+for\s+delivery|delivered|delivery|arrived|sent|gone|went|going|heading|sitting|stuck|scanned"
    r"|shows?|says|is|it['’]s|its|now)(?:\s+(?:up|it|now|over|out|as))?)\s+(?i:in|to|at|near)\s+" + _PLACE
)
#: Whoever is somewhere for now does not say where they live.
_FOR_NOW = re.compile(
    r"\b(?:driving|drive|travel\w*|going to|on (?:the|my) (?:way|road)|coming back|(?:back|home) (?:on|in|until|till)"
    r"|holidays?|vacation|business trip|visiting|on a trip|for (?:work|a (?:few|couple)|the (?:week|weekend|day))"
    r"|until|till|this week|at the moment|right now|just now)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;!?\n]|\b(?:and|but)\b")
_STAYS = re.compile(r"\b(?:live|stay|living|reside|based|house|home|flat|address|place)\b", re.IGNORECASE)
_PERSON = (
    r"(?:i|we|he|she|my (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|brother|sister|son|daughter|mum|mom"
    r"|mother|dad|father|friend|boss|neighbou?r|family|parents|colleague)s?)"
)
#: Whoever is named last before a place in its clause is there, unless the parcel is spoken of after it.
_A_PERSON_IS = re.compile(
    rf"\b{_PERSON}(?:['’](?:m|s|re|ll)| (?:is|am|are|was|were|will|works?|went|go|goes|moved|flew|drove))\b"
    r"(?![^.!?;]*\b(?:it|its|it['’]s|that|which|parcel|package|packet|order|tracking|box|page|app|scan\w*|says?|shows?"
    r"|delivery|delivered)\b)[^.!?;]*$",
    re.IGNORECASE,
)
_NO_PLACES = frozenset(
    {
        "circles",
        "customs",
        "transit",
        "delivery",
        "tracking",
        "home",
        "work",
        "town",
        "least",
        "last",
        "once",
        "hand",
        "total",
    }
)


def find_home(text: str) -> Mention | None:
    """Find where the shopper says they live ("I live in Manchester"); None where nobody says so.

    Whoever is somewhere to drive on, or for some days, does not live there.
    """
    homes = _mentions(_HOME, text)
    return next((home for home, words in homes if _STAYS.search(words) or not _is_for_now(text[home.start :])), None)


def find_sighting(text: str) -> Mention | None:
    """Find where the shopper says the parcel is ("out for delivery in Berlin"); None where nobody says so."""
    seen = (place for place, _ in _mentions(_SEEN, text))
    return next((place for place in seen if not is_where_somebody_is(text, place.start)), None)


def is_where_somebody_is(text: str, start: int) -> bool:
    """Tell whether the place at `start` is where a person is or goes, and not the parcel."""
    return _A_PERSON_IS.search(text[:start]) is not None


def is_only_for_now(text: str, start: int) -> bool:
    """Tell whether a person is at the place at `start` for a time: no parcel goes there."""
    there = _A_PERSON_IS.search(text[:start])
    return there is not None and _STAYS.search(there[0]) is None and _is_for_now(text[there.start() :])


def _is_for_now(text: str) -> bool:
    """Tell whether the clause that a text begins with speaks of a time, or of going on."""
    return _FOR_NOW.search(_CLAUSE_END.split(text)[0]) is not None


def _mentions(pattern: re.Pattern[str], text: str) -> Iterator[tuple[Mention, str]]:
    """Give the places that a pattern finds, each with the words that it was found by."""
    for match in pattern.finditer(text):
        if match["place"].casefold() not in _NO_PLACES:
            yield Mention(match["place"], match.start("place"), match.end("place")), match[0]
