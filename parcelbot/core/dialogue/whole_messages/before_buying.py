"""Answer somebody who has not ordered yet: every question of the message, and never with a request for a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.answers.left_open import leave_open
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import BUYERS_QUESTIONS, PARCEL_QUESTIONS, Question
from parcelbot.core.reading.danger.danger_asks import asks_something
from parcelbot.core.reading.wanted.before_buying import (
    BeforeBuying,
    has_not_ordered,
    has_ordered,
    read_before_buying,
    read_more_on_duties,
    supposes_a_loss,
)

_BY_QUESTION: Mapping[Question, BeforeBuying] = {
    Question.SHIPPING_TIME: BeforeBuying.TIME,
    Question.SHIPPING_COST: BeforeBuying.COST,
    Question.IMPORT_DUTIES: BeforeBuying.DUTIES,
    Question.ARRIVAL_DATE: BeforeBuying.TIME,
    Question.LATE_DELIVERY: BeforeBuying.TIME,
    Question.SPEED_UP: BeforeBuying.TIME,
    Question.CUSTOMS_DELAY: BeforeBuying.DUTIES,
    Question.CUSTOMS_PAYMENT: BeforeBuying.DUTIES,
    Question.DELIVERED_NOT_RECEIVED: BeforeBuying.LOST,
    Question.PARCEL_STOLEN: BeforeBuying.LOST,
    Question.REFUND_WANTED: BeforeBuying.LOST,
    Question.REFUND_STATUS: BeforeBuying.LOST,
    Question.TRACKING_NOT_UPDATING: BeforeBuying.TRACKED,
    Question.HOW_TO_TRACK: BeforeBuying.TRACKED,
    Question.NOTIFY_ME: BeforeBuying.TRACKED,
    Question.CARRIER_CONTACT: BeforeBuying.CARRIER,
    Question.RETURN_ITEM: BeforeBuying.RETURNS,
    Question.ITEM_WRONG: BeforeBuying.RETURNS,
    Question.ITEM_DAMAGED: BeforeBuying.RETURNS,
}
#: Questions with rows of their own; the other topics are asked beside the delivery time.
_QUESTIONS = {
    BeforeBuying.TIME: Question.SHIPPING_TIME,
    BeforeBuying.COST: Question.SHIPPING_COST,
    BeforeBuying.DUTIES: Question.IMPORT_DUTIES,
}
_OF_BUYERS_ALONE = frozenset({BeforeBuying.STOCK, BeforeBuying.GIFT})
_AT_LEAST_TWO = 2
#: Nobody changes, stops or checks what is not ordered: who asks it before wants to know what to enter.
_NEED_AN_ORDER = frozenset(
    {Question.CANCEL_ORDER, Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS, Question.DELIVERY_WISH}
)
#: What goes on from an answer about duties, and is said in the same breath.
_LAST_OF_DUTIES = "before_buying/duties"
_SAID_WITH_DUTIES = frozenset({BeforeBuying.DUTIES, BeforeBuying.COST})


def answer_before_buying(talk: Talk) -> bool:
    """Answer what is asked before an order; False for a shopper who has one, and for anything else."""
    says_so = has_not_ordered(talk.heard.text)
    if not _has_nothing_yet(talk, says_so):
        talk.note(before_buying=False)
        return False
    talk.note(before_buying=says_so or talk.dialogue.before_buying)
    topics = _topics(talk)
    if not topics and talk.was.before_buying and _NEED_AN_ORDER.intersection(talk.acts.questions):
        leave_open(talk)
        return True
    if not topics and not (says_so and _says_nothing_else(talk)):
        return False
    talk.note(open=None, pending=())
    for topic in topics:
        tell_decided(talk, _decide(talk, topic))
    if not topics:
        talk.script.ask("utter_before_buying_ask")
    return True


def _says_nothing_else(talk: Talk) -> bool:
    """Tell whether the message only says that nothing is ordered, or asks what only a parcel could answer."""
    about_a_parcel = bool(PARCEL_QUESTIONS.intersection(talk.acts.questions))
    return talk.acts.social is None and (about_a_parcel or not asks_something(talk.heard.text))


def _has_nothing_yet(talk: Talk, says_so: bool) -> bool:
    """Tell whether this shopper has not bought: they say so, said so, or ask what would be if something were lost."""
    memory = talk.memory
    has_one = memory.parcel or memory.tracking_number or memory.order_number or memory.several
    if has_one or talk.heard.text.startswith("/") or talk.acts.language:
        return False
    if says_so or talk.dialogue.before_buying or supposes_a_loss(talk.heard.text):
        return True
    # whose number is asked for, or asked to be confirmed, has bought
    waits = talk.waits_for(Asked.PARCEL)
    return not (waits or has_ordered(talk.heard.text)) and _asks_as_a_buyer(talk)


def _asks_as_a_buyer(talk: Talk) -> bool:
    """Tell whether the message asks what only a buyer asks, or goes on from such an answer with one of its topics."""
    goes_on = table_of(talk.dialogue.row) == "before_buying"
    topics = {*read_before_buying(talk.heard.text), *_more_on_the_last(talk)} - {BeforeBuying.TIME}
    return bool(topics & _OF_BUYERS_ALONE or BUYERS_QUESTIONS.intersection(talk.acts.questions)) or (
        goes_on and bool(topics)
    )


def _topics(talk: Talk) -> Sequence[BeforeBuying]:
    """List the topics of the message: by its words, else by what it was taken for, else by what waited for a number."""
    more = _more_on_the_last(talk)
    worded = read_before_buying(talk.heard.text)
    if more and set(worded) <= _SAID_WITH_DUTIES:
        return more
    asked = talk.acts.questions
    plain = [_BY_QUESTION[question] for question in asked if question in BUYERS_QUESTIONS]
    # a single label besides words that were read is mostly a guess about the same words
    if worded and len(asked) < _AT_LEAST_TWO:
        return worded
    if worded or plain:
        return list(dict.fromkeys([*worded, *plain]))
    waiting = [Question(name) for name in talk.dialogue.pending]
    meant = [_BY_QUESTION[question] for question in (*talk.acts.questions, *waiting) if question in _BY_QUESTION]
    return list(dict.fromkeys(meant))


def _more_on_the_last(talk: Talk) -> Sequence[BeforeBuying]:
    """List what a message tells or asks on of the duties that it names or that were answered last; () for nothing."""
    of_duties = BeforeBuying.DUTIES in read_before_buying(talk.heard.text)
    goes_on = talk.dialogue.row.startswith(_LAST_OF_DUTIES)
    more = read_more_on_duties(talk.heard.text) if goes_on or of_duties else None
    if more is None and goes_on and talk.heard.claims.get("country") and not asks_something(talk.heard.text):
        return [BeforeBuying.DUTIES]
    # what is asked for the first time is answered whole, unless it is when to pay
    return [more] if more and (goes_on or more is BeforeBuying.WHEN_PAID) else []


def _decide(talk: Talk, topic: BeforeBuying) -> DecidedEnquiry:
    on_duties = topic in (BeforeBuying.VALUE, BeforeBuying.WHEN_PAID, BeforeBuying.HAPPENS)
    question = Question.IMPORT_DUTIES if on_duties else _QUESTIONS.get(topic, Question.SHIPPING_TIME)
    enquiry = talk.enquiry(question, "")
    asked = None if topic in _QUESTIONS else topic
    return talk.around.answer(replace(enquiry, claims=replace(enquiry.claims, before_buying=asked)))
