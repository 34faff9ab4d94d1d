"""Tell whether what a message was understood as is sure enough to stand at the head of a case. Pure.

A likeness answers a question; a wish or a problem that a person acts on needs the shopper's words, or high belief.
"""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.questions import GOODS, WISHES, Question
from parcelbot.core.reading.goods.goods_words import troubles_told
from parcelbot.core.reading.wanted.wishes import wished_matters

#: Of the held-out messages nine in ten that are understood as a wish with this belief wish for it.
_A_WISH = 0.9
#: What opens a talk tells its trouble; statements later on resemble one far more often than they are.
_A_PROBLEM, _THE_FIRST_PROBLEM = 0.75, 0.45


def surely_said(heard: Heard, question: Question, is_first: bool) -> bool:
    """Tell whether a case can be about what a message was understood as; `is_first`: it is about nothing yet."""
    if heard.text.startswith("/"):
        return True
    if question in WISHES:
        return question in wished_matters(heard.text) or _belief(heard, question) >= _A_WISH
    if question in GOODS and question in troubles_told(heard.text):
        return True
    if question is Question.WHERE_IS_MY_ORDER:
        return True
    return _belief(heard, question) >= (_THE_FIRST_PROBLEM if is_first else _A_PROBLEM)


def _belief(heard: Heard, question: Question) -> float:
    """Give the belief that a message says this; what it was understood as earlier was weighed then."""
    beliefs = [sentence.confidence for sentence in heard.sentences if sentence.intent == question]
    if heard.intent == question:
        beliefs.append(heard.confidence)
    elif not beliefs:
        return 1.0
    return max(beliefs)
