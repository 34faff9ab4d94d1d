"""Take a message for what it tells of the goods, where it resembles one about the way of a parcel."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.questions import Question
from parcelbot.core.reading.goods_words import came_empty

_DAMAGED = Question.ITEM_DAMAGED.value
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
        "talk_to_human",
        "ticket_status",
    }
)
#: Settled for the goods themselves: they are the wish of the case, and need no answer of their own.
_SETTLED_WITH_IT = frozenset(
    {Question.REFUND_WANTED.value, Question.REPLACEMENT_WANTED.value, Question.ITEM_MISSING.value}
)


def with_its_goods(heard: Heard) -> Heard:
    """Take goods that are spoilt, or a parcel that came with nothing in it, for what they are: it was received."""
    if heard.spoilt and heard.intent not in _HAS_ITS_OWN:
        kept = tuple(name for name in (heard.intent, *heard.also_asked) if name in _SETTLED_WITH_IT)
        return replace(heard, intent=_DAMAGED, also_asked=kept, status="", topic="")
    if heard.intent != Question.DELIVERED_NOT_RECEIVED or not came_empty(heard.text):
        return heard
    return replace(heard, intent=Question.ITEM_MISSING.value, status="")
