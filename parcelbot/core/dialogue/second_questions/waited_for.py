"""Read which day is asked for: the one that a plan waits for, or that of a case, where no parcel comes any more."""

from __future__ import annotations

from parcelbot.core.dialogue.hearing.own_question import KEPT_UNTIL, SURE, likeliest_follow_up
from parcelbot.core.dialogue.second_questions.believed import asked_in_words
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Substatus
from parcelbot.core.questions import PLAN_QUESTIONS, Question
from parcelbot.core.reading.cases.case_times import asks_for_a_time, asks_how_long, asks_until_when

#: Second questions that the day to wait for resembles.
_ON_WAITING = ("", "when_reply", "how_sure", "when_know_more")
_OF_TIME = frozenset({Question.ARRIVAL_DATE, Question.SHIPPING_TIME})
#: What a question for the day to wait for resembles.
_OF_WAITING = _OF_TIME | {Question.NOTIFY_ME, Question.UNANSWERED, *PLAN_QUESTIONS}
_COMES_NO_MORE = frozenset(
    {
        Substatus.EXCEPTION_LOST,
        Substatus.EXCEPTION_DESTROYED,
        Substatus.EXCEPTION_CANCEL,
        Substatus.EXCEPTION_RETURNED,
    }
)


def waits_only_for_the_case(talk: Talk) -> bool:
    """Tell whether a time is asked for of a parcel that comes no more: what is still waited for is its case."""
    heard, questions = talk.heard, talk.acts.questions
    # "is there any chance it turns up?" resembles a time, and asks for none
    for_a_time = not heard.english or asks_for_a_time(heard.text) or asks_how_long(heard.text)
    asks = for_a_time and bool(questions) and set(questions) <= _OF_TIME and not heard.gives_details
    return asks and bool(talk.number) and talk.decide(talk.plan_question).facts.substatus in _COMES_NO_MORE


def asks_for_the_day_to_wait_for(talk: Talk) -> bool:
    """Tell whether the day to wait for is asked, and not until when something can be collected or returned."""
    heard = talk.heard
    if heard.gives_details or not asks_until_when(heard.text, heard.says) or KEPT_UNTIL in asked_in_words(talk):
        return False
    return set(talk.acts.questions) <= _OF_WAITING and likeliest_follow_up(heard, SURE) in _ON_WAITING
