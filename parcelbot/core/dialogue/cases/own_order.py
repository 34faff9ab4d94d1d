"""Keep to the shopper's own numbers where a message names another's, or another order beside the own. Pure."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.intents import PROVIDE_DETAILS, TALK_TO_HUMAN
from parcelbot.core.questions import Question
from parcelbot.core.reading.goods.anothers_goods import gives_their_number
from parcelbot.core.reading.orders.orders_beside import TO_CANCEL, orders_beside
from parcelbot.core.reading.told.telling import Told


def of_the_own_order(heard: Heard, memory: Memory, has_case: bool) -> Heard:
    """Give a message without the order that is somebody else's or that is to be called off beside the own one.

    Nothing is looked up by another customer's numbers. A person calls the other order off: it goes into the case that
    is drafted, or one is opened for both.
    """
    if tells_of_anothers_goods(heard, memory) and gives_their_number(heard.text):
        return replace(heard, numbers=(), order_number="", ambiguous_number="", email="", phone="")
    if memory.issue == Question.CANCEL_ORDER or heard.text.startswith("/"):
        return heard
    beside = orders_beside(heard.text, memory.order_number)
    if not beside:
        return heard
    order = "" if heard.order_number in beside else heard.order_number
    calls_off = heard.intent == Question.CANCEL_ORDER and TO_CANCEL in beside.values()
    intent = (PROVIDE_DETAILS if has_case else TALK_TO_HUMAN) if calls_off else heard.intent
    return replace(heard, order_number=order, intent=intent)


def calls_off_beside(heard: Heard, own: str, issue: str) -> bool:
    """Tell whether the order that a message calls off is not the one of the case, whose issue is another."""
    return issue != Question.CANCEL_ORDER and TO_CANCEL in orders_beside(heard.text, own).values()


def tells_of_anothers_goods(heard: Heard, memory: Memory) -> bool:
    """Tell whether another customer's things came in the parcel, by this message or an earlier one."""
    return Told.ANOTHERS_GOODS in memory.told | told_by(heard)
