"""Name a case by what its shopper told of it, and tell what that settles. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set

from parcelbot.core.questions import DANGERS, PLAN_QUESTIONS, WISHES, Question
from parcelbot.core.reading.told.telling import Told

RECEIPT_CONFIRMED, PAID_NO_ORDER, PAYMENT_PENDING = "receipt_confirmed", "paid_no_order", "payment_pending"
ID_ASKED, NOT_GIVEN_OUT, DOES_NOT_FIT = "id_asked", "not_given_out", "does_not_fit"
#: The trouble that a fact is, the one first that leads.
_TITLES: Mapping[Told, str] = {
    Told.RECEIPT_CONFIRMED: RECEIPT_CONFIRMED,
    Told.PAID_NO_ORDER: PAID_NO_ORDER,
    Told.PAYMENT_PENDING: PAYMENT_PENDING,
    Told.PART_MISSING: Question.ITEM_MISSING.value,
    Told.CAME_EMPTY: Question.ITEM_MISSING.value,
    Told.WRONG_SIZE: DOES_NOT_FIT,
    Told.ID_ASKED: ID_ASKED,
    Told.KEPT_FROM: NOT_GIVEN_OUT,
}
#: What is called closer by such a title, or is no matter where it is one: nobody calls off an order by undoing a click.
_IN_PLACE_OF: Mapping[str, frozenset[str]] = {
    RECEIPT_CONFIRMED: frozenset(
        {Question.CANCEL_ORDER, Question.WHERE_IS_MY_ORDER, Question.SELLER_WAIT_OR_DISPUTE, Question.REFUND_STATUS}
    ),
    PAID_NO_ORDER: frozenset(
        {Question.WHERE_IS_MY_ORDER, Question.TRACKING_NOT_FOUND, Question.LABEL_CREATED, Question.REPLACEMENT_WANTED}
    ),
    DOES_NOT_FIT: frozenset({Question.ITEM_WRONG}),
    ID_ASKED: frozenset({Question.CUSTOMS_PAYMENT, Question.CUSTOMS_DELAY}),
    NOT_GIVEN_OUT: frozenset({Question.AVAILABLE_FOR_PICKUP, Question.DELIVERY_WISH}),
}
#: Whoever tells one of these has the goods, and waits and searches for them no more.
_HAS_THEM = frozenset({Told.IN_HAND, Told.PART_MISSING, Told.WRONG_SIZE, Told.ANOTHERS_GOODS, Told.PACKING_GONE})
_WAITED_FOR = PLAN_QUESTIONS | {
    Question.ARRIVAL_DATE,
    Question.ATTEMPT_CONTESTED,
    Question.DELIVERY_PROOF,
    Question.DELIVERY_WISH,
    Question.PARCEL_STOLEN,
}
#: Tables of a parcel that nobody has in hand yet: there the goods that are spoken of came in another one.
_NOT_HERE_YET = frozenset(
    {"in_transit", "marketplace_transit", "late", "out_for_delivery", "no_first_scan", "pickup", "customs"}
    | {"customs_demand", "delivery_failed", "returned", "exception", "wrong_destination"}
)
_AT_CUSTOMS = frozenset({"", "customs", "customs_demand", "in_transit", "marketplace_transit", "late", "exception"})
_AT_A_COUNTER = frozenset({"", "pickup", "delivery_failed", "returned"})


def facts_that_hold(told: Set[Told], answered_by: str, has_order: bool) -> frozenset[Told]:
    """Give the facts that can be of a case where its parcel stands; `answered_by` is its plan's table, "" for none."""
    gone: set[Told] = set()
    if answered_by in _NOT_HERE_YET:
        gone |= _HAS_THEM | {Told.CAME_EMPTY}
    if answered_by not in _AT_CUSTOMS:
        gone.add(Told.ID_ASKED)
    if answered_by not in _AT_A_COUNTER:
        gone.add(Told.KEPT_FROM)
    if has_order:
        gone.add(Told.PAID_NO_ORDER)
    return frozenset(told - gone)


def is_settled(matter: str, facts: Collection[Told]) -> bool:
    """Tell whether a matter is none any more: what is in hand is neither late nor missing."""
    return matter in _WAITED_FOR and not _HAS_THEM.isdisjoint(facts)


def with_told_titles(named: Iterable[str], facts: Collection[Told]) -> tuple[str, ...]:
    """Put the troubles that were told before what a case is called, behind a danger; they replace what they name."""
    told = tuple(dict.fromkeys(name for fact, name in _TITLES.items() if fact in facts))
    replaced = frozenset[str]().union(*(_IN_PLACE_OF.get(name, frozenset()) for name in told))
    left = tuple(name for name in named if name not in replaced)
    dangers = tuple(name for name in left if name in DANGERS)
    return tuple(dict.fromkeys((*dangers, *told, *left)))


def unmeant(matters: Iterable[str]) -> frozenset[str]:
    """Give the wishes that nobody has had of such a case: whoever undoes a confirmation calls no order off."""
    return WISHES & frozenset[str]().union(*(_IN_PLACE_OF.get(matter, frozenset()) for matter in matters))
