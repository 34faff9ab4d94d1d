"""Tell whether an intent is believed inside a talk: the less sure ones were mostly something else, as was measured.

Once a parcel was told of, people rarely name its trouble again; they ask a second question, or tell a fact that no
table knows. Of the troubles named there by less than nine tenths of belief one in nine was right, of damaged goods
below seven tenths one in three, of the rest below six tenths one in four. What is not believed counts as not
understood: it is kept in its own words, and no answer of a table is given to it.
"""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.intents import BOT_CHALLENGE, COMPLAINT, FALLBACK, START_OVER, TICKET_STATUS
from parcelbot.core.questions import DANGERS, GOODS, PLAN_QUESTIONS, QUESTIONS, SETTLEMENTS, Question
from parcelbot.core.reading.goods.goods_words import has_it_in_hand, troubles_told
from parcelbot.core.reading.text.temper import blames_oneself
from parcelbot.core.reading.times.lateness import speaks_of_lateness
from parcelbot.core.reading.wanted.wishes import wished_matters

_OF_A_TROUBLE, _OF_THE_GOODS, _OF_ANYTHING = 0.9, 0.7, 0.6
_WITH_A_WORD_FOR_IT = 0.5
#: Whoever says so much says also that it is late, if that is meant.
_MANY_WORDS = 10
#: What leaves the matter altogether, or throws it away, is said in few words or surely.
_BREAKS_OFF, _OF_A_BREAK, _A_FEW_WORDS = frozenset({BOT_CHALLENGE, START_OVER, TICKET_STATUS}), 0.7, 3
#: A first message that gives a number, and is less sure than this of anything else, wants to know where the parcel is.
_WITH_A_NUMBER = 0.55
#: The classifier of the other languages is sure of nearly all that it has right.
_MORE_ELSEWHERE = {_OF_A_TROUBLE: 0.95, _OF_THE_GOODS: 0.9, _OF_ANYTHING: 0.75}
#: Open questions that a trouble answers: "it isn't here" is what was to be said.
_ANSWERED_BY_A_TROUBLE = frozenset({Asked.PARCEL, Asked.MISSING, Asked.WORDING})
TROUBLES = PLAN_QUESTIONS - {Question.WHERE_IS_MY_ORDER}
#: What is asked beside the plan of a parcel, or of a place that it has nothing to do with.
_BESIDE_A_NUMBER = (QUESTIONS.keys() - PLAN_QUESTIONS - DANGERS - GOODS) | {Question.WRONG_DESTINATION}


def as_believed(heard: Heard, told: bool, asked: Asked | None = None) -> Heard:
    """Take a message inside a talk for not understood where its intent is believed too little.

    One that opens the talk with a number asks for the parcel then.

    `told`: a parcel was told of before; `asked` is our open question.
    """
    if not told and asked is None and _hardly_asks_beside_a_number(heard):
        return replace(heard, intent=Question.WHERE_IS_MY_ORDER.value, also_asked=())
    if not told or heard.text.startswith("/") or heard.numbers:
        return heard
    heard = replace(heard, also_asked=tuple(name for name in heard.also_asked if _is_asked_beside(heard, name)))
    return heard if is_believed(heard, asked) else replace(heard, intent=FALLBACK, topic="", status="")


def _hardly_asks_beside_a_number(heard: Heard) -> bool:
    """Tell whether a message with a number hardly resembles what it resembles most, and nothing in it says that."""
    if not heard.numbers or heard.intent not in _BESIDE_A_NUMBER:
        return False
    return 0 < heard.confidence < _WITH_A_NUMBER and not _is_said(heard, Question(heard.intent))


def _is_asked_beside(heard: Heard, name: str) -> bool:
    """Tell whether what a message resembles besides is believed: of thirteen inside a talk one was asked."""
    if name not in QUESTIONS:
        return True
    question = Question(name)
    if question in DANGERS | SETTLEMENTS:
        # what shall be done is for the case to weigh
        return True
    in_words = question in wished_matters(heard.text) or question in troubles_told(heard.text)
    return in_words if heard.english else question not in TROUBLES


def is_believed(heard: Heard, asked: Asked | None) -> bool:
    """Tell whether the intent of a message inside a talk is believed; what no table answers always is."""
    if heard.intent in _BREAKS_OFF and heard.english and heard.words > _A_FEW_WORDS:
        return heard.confidence >= _OF_A_BREAK
    if heard.intent == COMPLAINT:
        least = _OF_ANYTHING if heard.english else _MORE_ELSEWHERE[_OF_ANYTHING]
        return heard.confidence >= least and not blames_oneself(heard.text)
    if heard.intent not in QUESTIONS or heard.intent in DANGERS:
        return True
    question = Question(heard.intent)
    least = _least(question, asked)
    if _contradicts_itself(heard, question):
        return False
    return heard.confidence >= (least if heard.english else _MORE_ELSEWHERE[least]) or _is_said(heard, question)


def _least(question: Question, asked: Asked | None) -> float:
    if question in TROUBLES and asked not in _ANSWERED_BY_A_TROUBLE:
        return _OF_A_TROUBLE
    return _OF_THE_GOODS if question in GOODS else _OF_ANYTHING


def _contradicts_itself(heard: Heard, question: Question) -> bool:
    """Tell whether an English message that resembles "nothing came" speaks of what was in the parcel.

    Nor is a long one a complaint of lateness that has no word of it.
    """
    if not heard.english:
        return False
    if question is Question.LATE_DELIVERY:
        return heard.words >= _MANY_WORDS and not speaks_of_lateness(heard.text)
    return question is Question.DELIVERED_NOT_RECEIVED and has_it_in_hand(heard.text)


def _is_said(heard: Heard, question: Question) -> bool:
    """Tell whether an English message says in so many words what it resembles: a wish, or what is wrong inside."""
    tells = question in troubles_told(heard.text) and heard.confidence >= _WITH_A_WORD_FOR_IT
    return heard.english and (tells or question in wished_matters(heard.text))
