"""Take a message for what it tells of the goods, where it resembles one about the way of a parcel."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.intents import (
    COMPLAINT,
    FALLBACK,
    NOT_UNDERSTOOD,
    PARCEL_ARRIVED,
    PROVIDE_DETAILS,
    TALK_TO_HUMAN,
    TICKET_STATUS,
)
from parcelbot.core.questions import GOODS, PLAN_QUESTIONS, Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.goods.goods_words import came_empty, troubles_told
from parcelbot.core.reading.goods.in_use import is_in_use, was_washed
from parcelbot.core.reading.goods.missing_words import misses_a_part
from parcelbot.core.reading.told.telling import Told

_DAMAGED, _WRONG = Question.ITEM_DAMAGED.value, Question.ITEM_WRONG
#: What is asked beside spoilt goods and has an answer of its own; all else a report of them is taken for by mistake.
_HAS_ITS_OWN = frozenset(
    {
        _DAMAGED,
        Question.ACCOUNT_MISUSE.value,
        Question.CALL_ME.value,
        Question.CANCEL_ORDER.value,
        Question.CHANGE_ADDRESS.value,
        Question.ITEM_MISSING.value,
        Question.PARCEL_STOLEN.value,
        Question.REFUND_STATUS.value,
        Question.SELLER_WAIT_OR_DISPUTE.value,
        Question.UNANSWERED.value,
        Question.YOU_ARE_SELLER.value,
        TALK_TO_HUMAN,
        TICKET_STATUS,
    }
)
#: What stays what it is where somebody else's things came: their slip or name is no trouble of another kind.
_NAMED_BESIDE_ANOTHERS = (_HAS_ITS_OWN | {Question.ITEM_WRONG.value, Question.RETURN_ITEM.value}) - {
    _DAMAGED,
    Question.CHANGE_ADDRESS.value,
    Question.ITEM_MISSING.value,
    Question.YOU_ARE_SELLER.value,
}
#: Settled for the goods themselves: they are the wish of the case, and need no answer of their own.
_SETTLED_WITH_IT = frozenset(
    {Question.REFUND_WANTED.value, Question.REPLACEMENT_WANTED.value, Question.ITEM_MISSING.value}
)
#: What a piece that does not fit resembles.
_LIKE_A_SIZE = frozenset(
    {
        _DAMAGED,
        _WRONG.value,
        Question.CANCEL_ORDER.value,
        Question.DELIVERED_NOT_RECEIVED.value,
        Question.REPLACEMENT_WANTED.value,
        Question.RETURN_ITEM.value,
        Question.WHERE_IS_MY_ORDER.value,
        COMPLAINT,
        *NOT_UNDERSTOOD,
        PROVIDE_DETAILS,
    }
)
#: What a message with a number in it is taken for, although it says that a part of the order was not in its parcel.
_LIKE_A_MISSING_PART = frozenset(
    {
        Question.ALL_PARCELS.value,
        Question.CHANGE_ADDRESS.value,
        Question.CUSTOMS_PAYMENT.value,
        Question.DELIVERED_NOT_RECEIVED.value,
        Question.LABEL_CREATED.value,
        Question.TRACKING_EXCEPTION.value,
        Question.TRACKING_NOT_FOUND.value,
        Question.WHERE_IS_MY_ORDER.value,
        COMPLAINT,
        *NOT_UNDERSTOOD,
        PROVIDE_DETAILS,
    }
)


def in_use(heard: Heard, memory: Memory) -> Heard:
    """Take goods that are worn for goods that came, and those that shrank in the wash for no damage on the way.

    Either is for a return; whoever speaks of one already only tells more of it.
    """
    worn = heard.intent == Question.DELIVERED_NOT_RECEIVED and is_in_use(heard.text, heard.says)
    if not worn and not (heard.intent == _DAMAGED and was_washed(heard.text, heard.says)):
        return heard
    returns = Question.RETURN_ITEM.value
    told = worn and returns in (memory.issue, memory.question)
    beside = tuple(name for name in heard.also_asked if name not in (_DAMAGED, Question.DELIVERED_NOT_RECEIVED.value))
    return replace(heard, intent=FALLBACK if told else returns, also_asked=beside, status="", topic="")


def at_the_counter(heard: Heard, memory: Memory) -> Heard:
    """Take what keeps a parcel from its shopper for that, where it resembles goods and no word of it is of goods.

    Whoever has told it already only tells more of it.
    """
    resembles = heard.intent in GOODS and not heard.spoilt and not troubles_told(heard.text)
    if not resembles or Told.KEPT_FROM not in told_by(heard):
        return heard
    told = Told.KEPT_FROM in memory.told
    intent = FALLBACK if told else Question.AVAILABLE_FOR_PICKUP.value
    return replace(heard, intent=intent, also_asked=(), status="", topic="")


def with_what_came(heard: Heard, memory: Memory) -> Heard:
    """Take a message that tells of a parcel in hand for no question after it, whatever of its way it resembles.

    Whoever had missed it has found it; of any other it says only where it is.
    """
    if heard.intent not in PLAN_QUESTIONS or heard.form.marked or Told.IN_HAND not in told_by(heard):
        return heard
    missed = Question.DELIVERED_NOT_RECEIVED in (memory.issue, memory.question)
    beside = tuple(name for name in heard.also_asked if name not in PLAN_QUESTIONS)
    return replace(heard, intent=PARCEL_ARRIVED if missed else FALLBACK, also_asked=beside, status="", topic="")


def _of_the_size(heard: Heard) -> Heard:
    """Take what does not fit for a return, which an exchange is as well: nothing of it came wrong."""
    if heard.intent not in _LIKE_A_SIZE or Told.WRONG_SIZE not in told_by(heard):
        return heard
    if _WRONG in troubles_told(heard.text) or heard.spoilt:
        return heard
    beside = tuple(name for name in heard.also_asked if name not in _LIKE_A_SIZE)
    return replace(
        heard, intent=Question.RETURN_ITEM.value, also_asked=beside, follow_ups=(), status="", topic="", wording=""
    )


def with_its_goods(heard: Heard) -> Heard:
    """Take goods that are spoilt, or a parcel that came with nothing or not all in it, for it: it was received."""
    if Told.ANOTHERS_GOODS in told_by(heard) and heard.intent not in _NAMED_BESIDE_ANOTHERS:
        return replace(heard, intent=Question.ITEM_WRONG.value, also_asked=(), status="", topic="")
    heard = _of_the_size(heard)
    if heard.spoilt and heard.intent not in _HAS_ITS_OWN:
        kept = tuple(name for name in (heard.intent, *heard.also_asked) if name in _SETTLED_WITH_IT)
        return replace(heard, intent=_DAMAGED, also_asked=kept, status="", topic="")
    heard = _without_a_likened_gap(heard)
    if not (_misses_a_part(heard) or _is_empty(heard)):
        return heard
    return replace(heard, intent=Question.ITEM_MISSING.value, status="")


def _without_a_likened_gap(heard: Heard) -> Heard:
    """Leave out that a piece is missing beside spoilt goods, where no word says so but a likeness."""
    likened = heard.spoilt and not heard.english and heard.intent == _DAMAGED and Said.MISSES not in heard.says
    beside = tuple(name for name in heard.also_asked if name != Question.ITEM_MISSING)
    return replace(heard, also_asked=beside) if likened else heard


def _is_empty(heard: Heard) -> bool:
    """Tell whether what resembles a parcel that never came is one that came with nothing in it."""
    if heard.intent != Question.DELIVERED_NOT_RECEIVED:
        return False
    return came_empty(heard.text) or Told.CAME_EMPTY in told_by(heard)


def _misses_a_part(heard: Heard) -> bool:
    """Tell whether a part of the order was not in the parcel, where that resembles a number that nobody finds."""
    says_so = Told.PART_MISSING in told_by(heard) or (heard.english and misses_a_part(heard.text))
    return says_so and heard.intent in _LIKE_A_MISSING_PART
