"""Find the place a shopper lives in and the place a parcel is seen in, where a message names them as such."""

from __future__ import annotations

import re

from parcelbot.core.reading.durations import Mention

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
_NO_PLACES = frozenset(
    {"customs", "transit", "delivery", "tracking", "home", "work", "town", "least", "last", "once", "hand", "total"}
)


def find_home(text: str) -> Mention | None:
    """Find where the shopper says they live ("I live in Manchester"); None where nobody says so."""
    return _first(_HOME, text)


def find_sighting(text: str) -> Mention | None:
    """Find where the shopper says the parcel is ("out for delivery in Berlin"); None where nobody says so."""
    return _first(_SEEN, text)


def _first(pattern: re.Pattern[str], text: str) -> Mention | None:
    for match in pattern.finditer(text):
        if match["place"].casefold() not in _NO_PLACES:
            return Mention(match["place"], match.start("place"), match.end("place"))
    return None
