"""Tell how much belief a second question needs against what a message resembles besides."""

from __future__ import annotations

from collections.abc import Container, Mapping

from parcelbot.core import intents
from parcelbot.core.dialogue.answers.plans import plan_stands
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.own_question import SURE
from parcelbot.core.dialogue.questions.asked_now import fits_the_goods, has_the_goods, told_status
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.questions.sense import makes_sense
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import (
    BRING_A_FACT,
    BUYERS_QUESTIONS,
    DANGERS,
    ISSUES,
    PLAN_QUESTIONS,
    QUESTIONS,
    TEAM_REQUESTS,
    WISHES,
    Question,
)
from parcelbot.core.reading.questions.sentences import asks_something

#: Below this a likeness is chance: of the next messages that were held out, three in eight just below it were named
#: rightly, four in five just above it. In other languages half were from less on.
LEAST_BELIEF, _LEAST_ELSEWHERE = 0.34, 0.3
NEARLY_CERTAIN = 0.85
#: An intent that is less sure than this gives way to a second question that is only believed.
_HALF_SURE = 0.5
#: A message of so few words resembles much.
_SHORT = 3
#: What has tables of its own, brings a fact or wishes for a person is more than a question about the plan.
_SAYS_ENOUGH = frozenset(
    {*((QUESTIONS.keys() - PLAN_QUESTIONS - BUYERS_QUESTIONS) | BRING_A_FACT), *TEAM_REQUESTS, intents.PARCEL_ARRIVED}
)
#: What is rather asked than wished for or complained of. Among the questions that resembled it and were believed to be
#: a second one from the least on, seven of nine were the second one.
_ONLY_ASKED = _SAYS_ENOUGH - WISHES - ISSUES - DANGERS - {*TEAM_REQUESTS}
#: In other languages "who pays the way back?" resembles these; of goods that came wrong they are hardly asked.
_OF_THE_WAY = frozenset({Question.CARRIER_CONTACT, Question.DELIVERY_PROOF, Question.REFUND_STATUS})
#: States in which a question is rather a second one: nobody fetches what is on its way, or asks how to follow it.
_UNLIKELY_IN: Mapping[Question, Container[Status]] = {
    Question.AVAILABLE_FOR_PICKUP: frozenset(Status) - {Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE},
    Question.DELIVERY_WISH: {Status.AVAILABLE_FOR_PICKUP},
    Question.RETURNED_TO_SENDER: frozenset(Status) - {Status.RETURNED, Status.EXCEPTION, Status.EXPIRED},
    Question.HOW_TO_TRACK: frozenset(Status),
}
_COURTESIES = frozenset(
    {intents.THANKS, intents.GOODBYE, intents.GREET, intents.AFFIRM, intents.DENY, intents.FEEDBACK_USEFUL}
)
#: A wish to begin anew that was taken for none says nothing else.
_SAYS_NOTHING = frozenset({*intents.NOT_UNDERSTOOD, Social.START_OVER.value})


def _is_asked(talk: Talk, question: Question) -> bool:
    """Tell whether the message asks what it resembles: its words do not deny it, and it makes sense for the parcel."""
    heard = question in talk.acts.questions or question in talk.acts.dangers
    heard = heard and fits_the_goods(talk, question)
    return heard and makes_sense(question, talk.heard, told_status(talk))


def needed_belief(talk: Talk) -> float:
    """Give the belief that it takes against the message's intent: little where that makes no sense for the parcel."""
    heard, intent = talk.heard, talk.heard.intent
    least = LEAST_BELIEF if heard.english else _LEAST_ELSEWHERE
    if intent in _SAYS_NOTHING or (intent in QUESTIONS and not _is_asked(talk, Question(intent))):
        return least
    if heard.form.corrects:
        # what it resembles as a whole is blurred by the reproach
        return least
    if not heard.english and intent in _OF_THE_WAY and has_the_goods(talk):
        return least
    if intent == intents.PROVIDE_DETAILS:
        return _HALF_SURE
    # a courtesy with a question mark is none: "sure?"
    if intent in _COURTESIES and heard.has_question_mark:
        return SURE
    # "any news?" asks for the plan itself
    is_courtesy = intent in _COURTESIES and not asks_something(heard.text)
    status = told_status(talk)
    waits = status is Status.AVAILABLE_FOR_PICKUP
    if heard.english and heard.confidence < _HALF_SURE:
        return least
    if intent in _UNLIKELY_IN and status is not None and status in _UNLIKELY_IN[Question(intent)]:
        return least
    if is_courtesy or (intent == Question.WHERE_IS_MY_ORDER and not waits):
        # whoever was told where it stands, and that still holds, asks something else more easily
        told = not is_courtesy and heard.confidence < NEARLY_CERTAIN and plan_stands(talk, talk.plan_question)
        return _HALF_SURE if told else NEARLY_CERTAIN
    if heard.words <= _SHORT and heard.confidence >= NEARLY_CERTAIN and intent in QUESTIONS:
        # "so when" asks what it surely is
        return SURE
    asks_besides = heard.english and intent in _ONLY_ASKED and asks_or_is_marked(heard)
    return SURE if (intent in _SAYS_ENOUGH and not asks_besides) or heard.topic else least
