"""Compose the reply to a message that has no answer of its own, out of what is known. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.shipment import Status

#: Whoever has the parcel in hand sees more of it than its scans tell.
_CARRIER_HAS_IT = frozenset(
    {Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY, Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE}
)
#: A person is offered with the second question in a row that nobody here can answer.
UNKNOWN_THAT_NEED_A_PERSON = 2


class Kind(Enum):
    """Deed of a message that has no answer of its own."""

    NODS = "nods"
    HOLDS_ON = "holds on"
    TELLS = "tells"
    IS_GLAD = "is glad"
    COMPLAINS = "complains"
    ASKS = "asks"
    WISHES = "wishes"


class Stands(Enum):
    """Standing of what the talk is about.

    `NOTHING_YET`: nothing was told, and no number is waited for. `DATED` waits for a day, `MOVES` is on its way without
    one, `STILL` moves no more by itself: it has come, waits at a counter, has a problem or goes back.
    """

    NOTHING_YET = "nothing yet"
    NO_PARCEL = "no parcel"
    BEFORE_BUYING = "before buying"
    DATED = "dated"
    MOVES = "moves"
    STILL = "still"


class CaseState(Enum):
    """State of the case that a message would go into."""

    NONE = "none"
    DRAFTED = "drafted"
    SENT = "sent"


@dataclass(frozen=True)
class Ground:
    """Ground that a reply stands on: all that is known when a message has no answer of its own.

    `of_the_way`: it is about the parcel's way, and not about an order, money or goods, `carrier`: the carrier that has
    it can be asked about that. `unknown`: so many questions in a row had no answer, this one counted. `declined`: no
    person is wanted, `offered`: one was offered before. `unsettled`: something is wrong with what moves no more, so
    that a person can do something about it.
    """

    stands: Stands
    case: CaseState = CaseState.NONE
    carrier: bool = False
    of_the_way: bool = True
    unknown: int = 1
    declined: bool = False
    offered: bool = False
    unsettled: bool = True


@dataclass(frozen=True)
class Anchored:
    """A reply: of each clause the first response is said that has a text left, then a person is offered or not."""

    clauses: tuple[Sequence[str], ...]
    offers: bool = False


_CLAUSES = {
    Kind.NODS: ("utter_acknowledged",),
    Kind.HOLDS_ON: ("utter_take_your_time", "utter_acknowledged"),
    Kind.TELLS: ("utter_read_it",),
    Kind.IS_GLAD: ("utter_read_gladly", "utter_read_it"),
    Kind.COMPLAINS: ("utter_hears_reproach",),
    Kind.ASKS: ("utter_unknown_here",),
    Kind.WISHES: ("utter_not_in_my_hands", "utter_unknown_here"),
}
#: Nobody is left without a word on what to write next.
_AT_THE_BEGINNING = {
    Kind.NODS: ("utter_anything_else",),
    Kind.COMPLAINS: ("utter_complaint",),
}
_ON_ITS_WAY = (Stands.DATED, Stands.MOVES)
ASKING = (Kind.ASKS, Kind.WISHES)
_TO_A_CASE = {
    Kind.TELLS: ("utter_goods_taken_in",),
    Kind.ASKS: ("utter_goods_for_a_person", "utter_noted_question"),
    Kind.WISHES: ("utter_goods_taken_in",),
}


def anchor(kind: Kind, ground: Ground) -> Anchored:
    """Compose the reply to a message of this kind."""
    if ground.case is not CaseState.NONE:
        return Anchored((_TO_A_CASE.get(kind, _CLAUSES[kind]),))
    if kind in ASKING:
        return _to_a_question(kind, ground)
    if ground.stands is Stands.NOTHING_YET:
        return Anchored((_AT_THE_BEGINNING.get(kind, _CLAUSES[kind]),))
    if kind is Kind.TELLS and _is_for_a_person(ground):
        return _for_a_person(ground)
    told = _what_stands(ground) if kind is Kind.COMPLAINS else ()
    return Anchored((_CLAUSES[kind], *told), offers=kind is Kind.COMPLAINS)


def carrier_can_say(facts: Facts) -> bool:
    """Tell whether the carrier has the parcel in hand, can be reached, and was not asked yet."""
    return bool(facts.carrier_reachable and facts.status in _CARRIER_HAS_IT and not facts.carrier_contacted)


def _to_a_question(kind: Kind, ground: Ground) -> Anchored:
    offers = ground.unknown >= UNKNOWN_THAT_NEED_A_PERSON and not ground.offered
    if ground.stands is Stands.BEFORE_BUYING:
        return Anchored((("utter_unknown_before_buying", "utter_out_of_scope"),))
    if ground.stands in (Stands.NOTHING_YET, Stands.NO_PARCEL):
        return Anchored((("utter_out_of_scope",),), offers)
    person = () if ground.declined or offers else ("utter_person_can_say", "utter_question_stays")
    carrier = ("utter_carrier_can_say",) if ground.carrier else ()
    scans = ("utter_unknown_in_scans",) if kind is Kind.ASKS and ground.of_the_way else ()
    # what is waited for without trouble needs nobody before its day
    day = ("utter_stands_dated",) if ground.stands is Stands.DATED and ground.of_the_way else ()
    return Anchored(((*scans, *_CLAUSES[kind]), (*carrier, *day, *person)), offers)


def _is_for_a_person(ground: Ground) -> bool:
    """Tell whether a fact moves a person alone: of what stands still, or of money, goods and orders on the way."""
    return ground.stands is Stands.STILL or (ground.stands in _ON_ITS_WAY and not ground.of_the_way)


def _for_a_person(ground: Ground) -> Anchored:
    """Take a fact in, and where one is needed and wanted ask for a person, who is only named once one was offered."""
    if ground.declined or not ground.unsettled:
        return Anchored((_CLAUSES[Kind.TELLS],))
    return Anchored((("utter_kept_again" if ground.offered else "utter_kept_still", *_CLAUSES[Kind.TELLS]),))


def _what_stands(ground: Ground) -> tuple[Sequence[str], ...]:
    """Give the day or the place of what is on its way."""
    if ground.stands not in _ON_ITS_WAY:
        return ()
    return (("utter_stands_dated" if ground.stands is Stands.DATED else "utter_stands",),)
