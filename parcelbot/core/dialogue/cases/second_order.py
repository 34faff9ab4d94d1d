"""Keep the order of a case where a message names another one: it stands beside the first, and pushes nothing out."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import PROVIDE_DETAILS
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.questions import GOODS, PLAN_QUESTIONS, WISHES, Question
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.cases.details_given import is_also_given
from parcelbot.core.reading.questions.sentences import asks_something

#: Which of two orders is called off may change: the one named last is meant.
_CHANGES_ORDERS = Question.CANCEL_ORDER
#: "and the order number is 7402"; who says more says something of another order.
_WORDS_OF_A_NUMBER = 6
#: Whoever has the goods of an order in hand asks of another one where it is.
_IN_HAND = GOODS | {Question.RETURN_ITEM}


def keep_the_first_order(talk: Talk) -> None:
    """Take another order that a message names as one beside the case's own, which was opened and has its wish."""
    heard, asked = talk.heard, talk.open.asked if talk.open else None
    if not names_another_order(talk):
        return
    talk.memory = memory_after(replace(heard, order_number=""), talk.known_before, asked)
    others = dict.fromkeys((*talk.dialogue.other_orders, heard.order_number))
    talk.note(other_orders=tuple(others))


def names_another_order(talk: Talk) -> bool:
    """Tell whether the order of a message is none of the case that is drafted, or whose wish was told."""
    heard, before = talk.heard, talk.known_before
    if not heard.order_number or heard.numbers or heard.text.startswith("/") or before.issue == _CHANGES_ORDERS:
        return False
    of_its_way = asks_of_its_way(talk)
    if not before.order_number:
        asks = asks_something(heard.text) and not heard.email
        return talk.dialogue.case is not None and of_its_way and asks and _has_in_hand(talk)
    puts_it_right = puts_right(heard.text, heard.says) or _gives_the_number(talk)
    if puts_it_right or is_same_order(heard.order_number, before.order_number):
        return False
    wished = bool((WISHES | GOODS).intersection(talk.dialogue.matters)) and not talk.dialogue.ticket
    stands = talk.dialogue.case is not None or (wished and of_its_way)
    return stands and talk.around.identify(before).order is not None


def _gives_the_number(talk: Talk) -> bool:
    """Tell whether a message says which number the order of a drafted case has, and nothing of another one."""
    heard = talk.heard
    gives = heard.intent == PROVIDE_DETAILS and heard.words <= _WORDS_OF_A_NUMBER and not is_also_given(heard.text)
    return gives and talk.dialogue.case is not None


def asks_of_its_way(talk: Talk) -> bool:
    """Tell whether a message asks, or tells, where a parcel is or why it does not come, and wishes for nothing."""
    questions = set(talk.acts.questions)
    asks = asks_something(talk.heard.text) or Question.WHERE_IS_MY_ORDER not in questions
    return bool(PLAN_QUESTIONS.intersection(questions)) and asks and not (WISHES | GOODS).intersection(questions)


def _has_in_hand(talk: Talk) -> bool:
    return bool(_IN_HAND.intersection((talk.known_before.issue, *talk.dialogue.matters)))
