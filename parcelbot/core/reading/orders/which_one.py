"""Read which of several parcels a shopper means: its place in the list, the end of its number, or where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, Sequence
from enum import Enum

from parcelbot.core.reading.text.parcels_said import ParcelSaid
from parcelbot.core.reading.text.plain_text import plain_text


class ParcelStanding(str, Enum):
    """State by which a parcel is told from the others of its order."""

    OPEN = "open"
    DELIVERED = "delivered"
    CUSTOMS = "customs"
    PICKUP = "pickup"
    ON_THE_VAN = "on_the_van"
    UNSCANNED = "unscanned"
    ATTEMPTED = "attempted"
    GOING_BACK = "going_back"


_THING = r"(?:ones?|parcels?|box(?:es)?|packages?|packets?|delivery|shipment|of (?:them|these|those|the))"
_A_PARCEL = re.compile(r"\b(?:parcels?|box(?:es)?|packages?|packets?|deliver(?:y|ies)|shipments?)\b", re.IGNORECASE)
_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_NTH = r"(first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th))"
#: "Which will be here first?" names none.
_ORDINAL = re.compile(
    rf"\b{_NTH} {_THING}\b|\b(?:the|my|your|number) {_NTH}(?:$|[?.!,])|^(?:and |no,? |yes,? )?{_NTH}[?.!]*$"
)
_NUMBERED = re.compile(
    r"\b(?:box|parcel|package|packet|number|no\.?|nr\.?|#) ?(one|two|three|four|five|six|\d)\b(?!\d)(?! (?:days?"
    r"|weeks?))"
)
_LAST = re.compile(rf"\blast(?: {_THING}\b|$|[?.!])(?! (?:scan|week|time))")
_OTHER = re.compile(rf"\b(?:the|my|that|this) other(?: {_THING}\b|$|[?.!,])")
_ENDING = re.compile(r"(?<![a-z0-9])(?:…|\.\.\.?|-|#)?\s?([a-z]{0,2}\d{3,8}[a-z]{0,2})(?![a-z0-9])")
_STANDINGS: Mapping[ParcelStanding, re.Pattern[str]] = {
    ParcelStanding.GOING_BACK: re.compile(
        r"\b(?:going back|sent back|returned|returning|coming back to you|back to sender)\b"
    ),
    ParcelStanding.CUSTOMS: re.compile(
        r"\b(?:in|at|by|with|through|stuck in|held (?:in|by|at)) customs\b|\bcustoms (?:one|parcel)\b"
    ),
    ParcelStanding.PICKUP: re.compile(
        r"\b(?:to (?:be )?(?:collected?|picked up|pick up|fetch)|ready (?:to|for)|at the (?:post office|locker|shop"
        r"|depot|pick-?up)"
        r"|in the locker|waiting (?:for me|at|to))\b"
    ),
    ParcelStanding.ON_THE_VAN: re.compile(
        r"\b(?:out for delivery|on the van|on the truck|in the van|in the truck|with the driver|coming today)\b"
    ),
    ParcelStanding.UNSCANNED: re.compile(
        r"\b(?:not|never|n'?t|n't been|not been|no)(?: \w+)? (?:scan\w*|sent|shipped|dispatched|left|moved"
        r"|handed over)\b"
        r"|\b(?:only|just) a label\b|\blabel (?:only|created)\b"
    ),
    ParcelStanding.OPEN: re.compile(
        r"\b(?:not|n'?t|never|yet to|still to|hasn'?t|has not|isn'?t|is not)(?: \w+){0,2} (?:delivered|arrived?|come"
        r"|came|here"
        r"|turned up|shown up|be delivered)\b|\b(?:missing|undelivered|outstanding|still (?:out|on its way"
        r"|on the way|coming"
        r"|in transit|pending|moving)|on its way|on the way|in transit)\b"
    ),
    ParcelStanding.DELIVERED: re.compile(r"\b(?:delivered|arrived|came|got here)\b"),
}
#: What the phrases of another language say of it; one that is not here may be told as "the one that did not come".
_SAID = {
    ParcelSaid.ONE_ON_THE_VAN: ParcelStanding.ON_THE_VAN,
    ParcelSaid.ONE_IN_CUSTOMS: ParcelStanding.CUSTOMS,
    ParcelSaid.ONE_TO_FETCH: ParcelStanding.PICKUP,
    ParcelSaid.ONE_TO_COME: ParcelStanding.OPEN,
    ParcelSaid.ONE_THAT_CAME: ParcelStanding.DELIVERED,
}
#: What was handed in next door is the one that is delivered.
_LEFT_WITH = re.compile(
    r"\b(?:was|were|been|got|they|driver) (?:\w+ )?(?:left|handed|given|delivered|dropped)\b[^.!?]{0,20}"
    r"\b(?:with|to|at) (?:the |my |our )?(?:neighbou?rs?|(?:no\.?|nr\.?|number) ?\d+|next door)\b"
)
_PICKED = re.compile(
    r"\bthe one (?:(?:that|which)(?:'s| is| was)? |(?:still |stuck |held |out )*(?:on|in|at|with|for) )"
)
_THE_ONE = re.compile(r"\b(?:the|that|which|my) (?:\w+ ){0,2}(?:one|parcel|box|package)\b|\bone that\b|\bthe one\b")


_FOR_ALL = re.compile(
    r"\bthe (?:others|rest(?= of the parcels|[?.!]|$)|other (?:two|three|four|ones|parcels|boxes))\b"
    r"|\bwhich (?:ones? )?of (?:them|these|those|the (?:two|three|four|five|parcels|boxes|packages))\b"
    r"|\bwhere are (?:they|these|those|all)\b|\b(?:show|tell|give|list)\b[^.!?]{0,15}\b(?:all (?:of them|parcels"
    r"|three|four"
    r"|the parcels|again)|everything|them all|each of them|both|the (?:whole )?list)\b|\ball (?:of them"
    r"|the parcels)\b[^.!?]"
    r"{0,25}\bwhere\b|\bwhere\b[^.!?]{0,20}\ball (?:of them|my parcels|the parcels|three|four)\b"
)
#: "The second one" picks a parcel; with these words it asks for several.
_MORE_THAN_ONE = re.compile(r"\b(?:others?|both|all|rest|each|every\w*)\b", re.IGNORECASE)
_FROM_THE_BOX = re.compile(
    r"\b(?:was|were|is|are)(?:n'?t| not) (?:\w+ )?in (?:the|my|that|it)(?: \w+)? ?(?:parcel|box|package|bag"
    r"|delivery)?\b"
    r"|\bmissing (?:from|in|out of) (?:my|the|this) (?:parcel|box|package|order|bag|delivery)\b"
)


def asks_for_all(text: str) -> bool:
    """Tell whether the text asks for all parcels at once."""
    return _FOR_ALL.search(plain_text(text)) is not None


def misses_from_the_box(text: str) -> bool:
    """Tell whether the text says that something was not in the box."""
    return _FROM_THE_BOX.search(plain_text(text)) is not None


def place_named(text: str, amount: int, says: Container[str] = ()) -> int | None:
    """Give the place, from 0, of the parcel named by an ordinal or a number among `amount`; None for none."""
    if ParcelSaid.THE_FIRST in says:
        return 0
    plain = plain_text(text).strip()
    if _LAST.search(plain):
        return amount - 1
    match = _ORDINAL.search(plain) or _NUMBERED.search(plain)
    if match is None:
        return None
    word = next(part for part in match.groups() if part)
    place = _WORDS.get(word) or int(re.sub(r"\D", "", word))
    return place - 1 if 1 <= place <= amount else None


def number_ending(text: str, numbers: Sequence[str]) -> str:
    """Give the one number that ends as a few digits in the text do; "" for none or several."""
    endings = [match[1].upper() for match in _ENDING.finditer(plain_text(text))]
    found = {number for number in numbers for ending in endings if number != ending and number.endswith(ending)}
    return found.pop() if len(found) == 1 else ""


def left_next_door(text: str) -> bool:
    """Tell whether a parcel is said to have been left with a neighbour."""
    return _LEFT_WITH.search(plain_text(text)) is not None


def names_another_parcel(text: str, says: Container[str] = ()) -> bool:
    """Tell whether the text names another parcel than the one talked of, as such."""
    if ParcelSaid.THE_OTHER in says:
        return True
    return (names_the_other(text) or _ORDINAL.search(plain_text(text)) is not None) and names_a_parcel(text)


def names_a_parcel(text: str) -> bool:
    """Tell whether the text names a parcel as such, and not only a piece that may lie in one."""
    return _A_PARCEL.search(text) is not None


def names_the_other(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message speaks of "the other one", in English or by what its language's phrases say."""
    return ParcelSaid.THE_OTHER in says or _OTHER.search(plain_text(text)) is not None


def asks_for_several(text: str) -> bool:
    """Tell whether the text asks for more than one parcel."""
    return _MORE_THAN_ONE.search(text) is not None and not names_the_other(text)


def singles_out(text: str, says: Collection[str] = ()) -> bool:
    """Tell whether words pick by a state: "the first, the one on the van", not "the first never came"."""
    return _PICKED.search(plain_text(text)) is not None or not _SAID.keys().isdisjoint(says)


def standing_named(text: str, says: Container[str] = ()) -> ParcelStanding | None:
    """Give the state by which "the one that …" is told from the others; None where none is picked out so."""
    plain = plain_text(text)
    if left_next_door(text):
        return ParcelStanding.DELIVERED
    if not _THE_ONE.search(plain):
        return next((standing for said, standing in _SAID.items() if said in says), None)
    return next((standing for standing, wording in _STANDINGS.items() if wording.search(plain)), None)
