"""Weigh what a case is about: the matter that leads, what stands beside it, and what belongs to one case. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcelbot.core.cases.tickets import TicketDraft
from parcelbot.core.questions import BRING_A_FACT, DANGERS, GOODS, ISSUES, PLAN_QUESTIONS, SMALL_WISHES, Question

#: Asked beside a trouble; where there is anything else, they do not name the case.
_ASIDES = frozenset({Question.CHECK_ADDRESS, Question.DELIVERY_PROOF, Question.UNANSWERED})
_GRAVE = BRING_A_FACT | GOODS | {Question.PARCEL_STOLEN}
#: How a trouble shall be settled; where there is one, it leads.
_SETTLEMENTS = SMALL_WISHES | {Question.REFUND_WANTED, Question.REPLACEMENT_WANTED, Question.REFUND_STATUS}
_GOES_BACK, _HANDED_OVER = "returned", "delivered"
#: What the plan's table says of the parcel, as agents call it.
_STATES = {
    "pickup": Question.AVAILABLE_FOR_PICKUP,
    "customs": Question.CUSTOMS_DELAY,
    "customs_demand": Question.CUSTOMS_DELAY,
    _GOES_BACK: Question.RETURNED_TO_SENDER,
    # whoever asks where a parcel is that is marked so does not have it
    _HANDED_OVER: Question.DELIVERED_NOT_RECEIVED,
    "wrong_destination": Question.WRONG_DESTINATION,
    "delivery_failed": Question.DELIVERY_ATTEMPT_FAILED,
    "exception": Question.TRACKING_EXCEPTION,
    "not_found": Question.TRACKING_NOT_FOUND,
    "no_first_scan": Question.LABEL_CREATED,
}
_STILL_TRAVELS = frozenset({"in_transit", "marketplace_transit", "late", "no_first_scan", "out_for_delivery"})
#: Tables that answer where no tracking was seen.
_NOT_SEEN = frozenset({"", "not_found", "old_number", "tracker_down", "pending", "capped", "no_parcel", "unknown"})
#: Whoever names one of these states knows where the parcel is: it is not marked as delivered.
_NOT_HANDED_OVER = _STILL_TRAVELS | (_STATES.keys() - {_HANDED_OVER} - _NOT_SEEN)
_LEFT_OPEN_BY_ARRIVAL = (
    DANGERS | GOODS | {Question.RETURN_ITEM, Question.REFUND_STATUS, Question.SCAM_MESSAGE, Question.CUSTOMS_PAYMENT}
)
#: Trouble with what the shopper has in hand: goods, a message, a charge.
_SEEN_ON_PHOTOS = GOODS | {Question.SCAM_MESSAGE, Question.CUSTOMS_PAYMENT}
#: Of one parcel these are cases of their own.
_APART = DANGERS | {Question.SCAM_MESSAGE}


#: Nothing is stolen from a doorstep, nor proven to be delivered, that was never handed over.
_ONCE_HANDED_OVER = frozenset({Question.DELIVERED_NOT_RECEIVED, Question.PARCEL_STOLEN, Question.DELIVERY_PROOF})

#: Whoever has the goods in hand, spoilt or not the right ones, waits for them nowhere.
_IN_HAND = frozenset({Question.ITEM_DAMAGED, Question.ITEM_WRONG})
_NOT_IN_HAND = frozenset(
    {Question.DELIVERED_NOT_RECEIVED, Question.AVAILABLE_FOR_PICKUP, Question.DELIVERY_ATTEMPT_FAILED}
)

_NOT_ON_ITS_WAY_YET = frozenset({"no_first_scan", "not_found"})
#: What a parcel cannot be by the state that it is in: nobody unpacks what lies at customs, nor waits for a fee for a
#: box that no carrier has.
_RULED_OUT_BY_STATE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((trouble.value for trouble in GOODS), frozenset({"customs", "customs_demand", "no_first_scan"})),
    Question.TRACKING_NOT_UPDATING: frozenset({_HANDED_OVER, "pickup"}),
    Question.LATE_DELIVERY: frozenset({_HANDED_OVER}),
    Question.LABEL_CREATED: frozenset({_HANDED_OVER, "pickup", "customs", "customs_demand", "not_found", _GOES_BACK}),
    Question.CUSTOMS_PAYMENT: _NOT_ON_ITS_WAY_YET,
    Question.CUSTOMS_DELAY: _NOT_ON_ITS_WAY_YET | {_HANDED_OVER, "pickup"},
    Question.RETURNED_TO_SENDER: _NOT_ON_ITS_WAY_YET
    | _STILL_TRAVELS
    | {_HANDED_OVER, "pickup", "customs", "customs_demand"},
    # what was handed over is redirected nowhere
    **dict.fromkeys((Question.CHANGE_ADDRESS.value, Question.DELIVERY_WISH.value), frozenset({_HANDED_OVER})),
    Question.DELIVERY_ATTEMPT_FAILED: _NOT_ON_ITS_WAY_YET | {"customs", "customs_demand"},
    Question.WRONG_DESTINATION: _NOT_ON_ITS_WAY_YET | {"delivery_failed"},
}


def with_matter(matters: Sequence[str], question: Question) -> tuple[str, ...]:
    """Add what was answered to the matters so far, oldest first; what no case can be about changes nothing.

    The parcel's trouble has one name: a later one takes its place only if it brings a fact or the first named none.
    Goods that are in hand are waited for no more.
    """
    if question not in ISSUES or question.value in matters:
        return tuple(matters)
    if question in _IN_HAND:
        matters = [matter for matter in matters if matter not in _NOT_IN_HAND]
    elif question in _NOT_IN_HAND and _IN_HAND.intersection(matters):
        return tuple(matters)
    if question not in PLAN_QUESTIONS:
        return (*matters, question.value)
    named = [matter for matter in matters if matter in PLAN_QUESTIONS and matter != Question.WHERE_IS_MY_ORDER]
    if named and question not in BRING_A_FACT:
        return tuple(matters)
    return (*(matter for matter in matters if matter not in PLAN_QUESTIONS), question.value)


def leading(matters: Sequence[str]) -> str:
    """Choose the matter that names the case: the gravest, of several the latest; "" for none."""
    return max(reversed(matters), key=_weight, default="")


def _weight(matter: str) -> int:
    if matter in DANGERS:
        return 4
    if matter in _GRAVE:
        return 3
    if matter == Question.WHERE_IS_MY_ORDER:
        return 0
    if matter in _ASIDES:
        return -1
    return 1 if matter in _SETTLEMENTS else 2


def holds(matter: str, answered_by: str, has_parcel: bool) -> bool:
    """Tell whether a case can be about a matter where its parcel stands; without a parcel no tracking stands still.

    `answered_by` is the table of the parcel's plan, "" for none.
    """
    if answered_by in _RULED_OUT_BY_STATE.get(matter, ()):
        return False
    if matter == Question.AVAILABLE_FOR_PICKUP:
        return answered_by not in _STILL_TRAVELS | {"delivery_failed", "delivered", _GOES_BACK}
    if matter in _ONCE_HANDED_OVER:
        return answered_by not in _NOT_HANDED_OVER
    if matter == Question.TRACKING_NOT_FOUND:
        return answered_by in _NOT_SEEN
    if matter == Question.RETURN_ITEM:
        return answered_by != _GOES_BACK
    return matter != Question.TRACKING_NOT_UPDATING or has_parcel


def heading(issue: str, matters: Sequence[str], answered_by: str) -> str:
    """Name the case for agents: by its issue, unless that is asked aside, else by the state that the parcel is in.

    `issue` and `matters` are such as hold; "" for a case of which nothing is known.
    """
    strongest = leading([matter for matter in (*matters, issue) if matter])
    named = issue if issue and _weight(issue) >= min(_weight(strongest), 0) else strongest
    if named and _weight(named) > 0:
        return named
    state = _STATES.get(answered_by)
    asks_where = Question.WHERE_IS_MY_ORDER in (issue, *matters)
    if state is not None and (asks_where or answered_by != _HANDED_OVER):
        return state.value
    return Question.WHERE_IS_MY_ORDER.value if asks_where else named


def is_seen_on_photos(draft: TicketDraft) -> bool:
    """Tell whether a picture of the shopper's would show what a case is about, and none was sent yet."""
    return draft.issue in _SEEN_ON_PHOTOS and not draft.attachments


def is_same_case(issue: str, of_ticket: str) -> bool:
    """Tell whether a matter goes on the ticket of the same parcel that was opened for another one.

    All about one parcel is one case, so that one person settles it; a danger or a scam has its own.
    """
    apart = {matter for matter in (issue, of_ticket) if matter in _APART}
    return issue == of_ticket or not apart


def calls_off_another(old: TicketDraft, new: TicketDraft) -> bool:
    """Tell whether a cancellation names another order than before."""
    both = (old.issue, new.issue) == (Question.CANCEL_ORDER, Question.CANCEL_ORDER)
    return both and new.order_number not in ("", old.order_number)


def is_settled_by_arrival(issue: str) -> bool:
    """Tell whether nothing is left to do about a case once its parcel is there."""
    return issue not in _LEFT_OPEN_BY_ARRIVAL
