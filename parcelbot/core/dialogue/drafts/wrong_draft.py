"""Throw away a draft that a shopper never wanted: "nothing is missing, I only want to know when it comes"."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import PLAN_QUESTIONS, WISHES, Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.sentences import denied

_ONLY_ASKS = re.compile(
    r"\b(?:i|we) (?:(?:only|just|simply|merely) (?:want(?:ed)?|wish(?:ed)?|need(?:ed)?|would like|['’]?d like)"
    r"|(?:want(?:ed)?|wish(?:ed)?|would like|['’]?d like) (?:only|just|simply)) to (?:know|ask|find out|hear)\b"
    r"|\b(?:no|not|(?:don['’]?t|do not) (?:want|need|mean)|without) (?:a|any) (?:person|human|case|ticket)\b(?! yet)"
    r"|\b(?:only|just) (?:asking|wondering|a question|curious)\b",
    re.IGNORECASE,
)
#: "No, I meant theirs": what was begun on a misreading is left, while it waits for its first detail.
_MEANT = re.compile(
    r"^\W*(?:no+|nope|nah|not that|sorry|wait|hang on)\b[^.!?]{0,40}"
    r"\b(?:i (?:meant?|was (?:asking|talking) about|only meant)"
    r"|i['’]m (?:asking|talking) about)\b",
    re.IGNORECASE,
)
#: "Let me know when it comes" and "I only want to know when it comes" are alike; the second asks now.
_ASKS_NOW = {Question.NOTIFY_ME: Question.ARRIVAL_DATE}


def leave_a_wrong_draft(talk: Talk) -> None:
    """Leave a draft whose shopper says to have asked only; what the message asks is read without what it denies."""
    heard = talk.heard
    if talk.dialogue.case is None or heard.gives_details:
        return
    if (Said.MEANT.value in heard.says or _MEANT.search(heard.text)) and talk.waits_for(Asked.CASE_EMAIL):
        _take_what_was_meant(talk)
        return
    if not (Said.ONLY_ASKS.value in heard.says or _ONLY_ASKS.search(heard.text)):
        return
    gone = denied(heard.text) - PLAN_QUESTIONS
    asked = (_ASKS_NOW.get(question, question) for question in talk.acts.questions if question not in gone)
    talk.acts = replace(talk.acts, questions=tuple(dict.fromkeys(asked)), reply=None, news_wish=None)
    talk.note(case=None, open=None, matters=(), shop_matters=(), notes=())
    talk.remember(issue="", question="")


def _take_what_was_meant(talk: Talk) -> None:
    """Take no refusal for what only puts a misreading right; a case that was just begun on it is left."""
    talk.acts = replace(talk.acts, reply=None)
    if _is_just_begun(talk):
        talk.note(case=None, open=None)
        talk.ending.declined = True


def _is_just_begun(talk: Talk) -> bool:
    """Tell whether a case waits for its first detail, and what is meant is no wish and nothing for the case."""
    waits = talk.waits_for(Asked.CASE_EMAIL) and talk.open is not None and talk.open.times == 1
    return waits and not (WISHES.intersection(talk.acts.questions) or talk.heard.phone)
