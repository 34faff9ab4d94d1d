"""Answer for each parcel of an order what is asked of several at once, and leave out those that are here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.parcels.several_parcels import has_standing
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.orders.which_one import ParcelStanding

_CAME = re.compile(
    r"\b(?:got|received|have|has|had|came|arrived|delivered|picked up|is here|are here)\b[^.!?]{0,30}"
    r"\b(?:one|first|1|box|already|parcel|today|yesterday|\w+day)\b"
    r"|\bthe (?:other|remaining) (?:two|three|four|five|\d)\b"
    r"|\b(?:one|two|three|four|\d|first|box|parcel)\b[^.!?]{0,20}"
    r"\b(?:came|arrived|is here|got here|was delivered|is fine|is ok)\b"
    r"|\b(?:don['’]?t|do not|no) need (?:to (?:hear|know)|that one|info)\b"
    r"|\b(?:except|apart from|besides|not the one)\b",
    re.IGNORECASE,
)
#: "One says delivered, but I haven't got it" is about just that one.
_DID_NOT_COME = re.compile(
    r"\b(?:never|not here|missing|stolen|nowhere|says|shows|marked|supposedly)\b"
    r"|\b(?:have|has|did|was|is)(?:n['’]?t| not) (?:\w+ )?(?:got|received|have|come|came|arrived?|delivered|here)\b",
    re.IGNORECASE,
)


def still_to_come(decided: Sequence[DecidedEnquiry]) -> list[DecidedEnquiry]:
    """List the parcels that are neither delivered nor sent back."""
    return [one for one in decided if has_standing(one, ParcelStanding.OPEN)]


def without_those_here(talk: Talk, decided: Sequence[DecidedEnquiry]) -> Sequence[DecidedEnquiry]:
    """Leave out the parcels that the shopper says are here, or need no word; all where none would be left."""
    coming = still_to_come(decided)
    return coming if coming and says_one_came(talk.heard.text) else decided


def says_one_came(text: str) -> bool:
    """Tell whether a message says that one of several parcels is here."""
    return _CAME.search(text) is not None and _DID_NOT_COME.search(text) is None
