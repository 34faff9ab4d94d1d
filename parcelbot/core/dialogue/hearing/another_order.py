"""Take a message that names another order than the one talked of for a question about that one. Pure."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.intents import NOT_UNDERSTOOD, PROVIDE_DETAILS
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.questions import GOODS, WISHES, Question
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.goods.goods_words import troubles_told
from parcelbot.core.reading.orders.which_one import names_the_other
from parcelbot.core.reading.questions.sentences import asks_something

#: Whoever says more of an order tells a trouble of its own.
_SHORT = 14
#: A wish is believed from here on; what is less sure, or is of goods by no word, only asks how that order is.
_SURE = 0.8


def of_another_order(heard: Heard, memory: Memory, asked: Asked | None) -> Heard:
    """Take a short question with another order's number for one of where that order is, whatever it resembles."""
    if not names_another(heard, memory, asked) or not _asks(heard) or not _only_resembles(heard):
        return heard
    return replace(
        heard, intent=Question.WHERE_IS_MY_ORDER.value, also_asked=(), follow_ups=(), status="", topic="", wording=""
    )


def without_the_known_order(heard: Heard, memory: Memory, has_case: bool) -> Heard:
    """Leave out the order's own number, said again in a question beside a case: it is no detail."""
    says_it_again = has_case and bool(heard.order_number) and is_same_order(heard.order_number, memory.order_number)
    asks = heard.form.marked
    return replace(heard, order_number="") if says_it_again and asks and not heard.email else heard


def names_another(heard: Heard, memory: Memory, asked: Asked | None) -> bool:
    """Tell whether the order number of a message is none that we asked for, and not the one of the order talked of."""
    gives_ours = asked is not None and (asked is Asked.PARCEL or asked.about_a_case)
    if not heard.order_number or heard.numbers or heard.text.startswith("/") or gives_ours:
        return False
    if not memory.order_number:
        return bool(memory.parcel) and names_the_other(heard.text, heard.says)
    return not (is_same_order(heard.order_number, memory.order_number) or puts_right(heard.text, heard.says))


def _asks(heard: Heard) -> bool:
    says_so = heard.form.marked
    return says_so or asks_something(heard.text) or names_the_other(heard.text, heard.says)


def _only_resembles(heard: Heard) -> bool:
    if heard.words > _SHORT or heard.spoilt or (heard.english and troubles_told(heard.text)):
        return False
    if heard.intent in NOT_UNDERSTOOD or heard.intent == PROVIDE_DETAILS:
        return True
    # without a word of it, goods that came wrong are only likened
    return heard.confidence < _SURE or (heard.intent in GOODS - WISHES and heard.english)
