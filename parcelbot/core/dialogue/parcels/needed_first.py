"""Tell what a question needs before it can be answered: a parcel, or nothing but a person."""

from __future__ import annotations

from parcelbot.core.answering.tables import Escalate
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.questions import DANGERS, PARCEL_QUESTIONS, PLAN_QUESTIONS, Question
from parcelbot.core.reading.cases.case_words import puts_right


def goes_to_a_person(talk: Talk, question: Question) -> bool:
    """Tell whether a person takes the question whatever the parcel does: then no number is waited for."""
    row = talk.around.answer(talk.enquiry(question, "")).answer.row
    return question not in PLAN_QUESTIONS and row.then.escalate is Escalate.NOW


def waits_for_parcel(talk: Talk, question: Question) -> bool:
    """Tell whether a question is answered from a parcel: it needs one, or the message names one for it."""
    if question is Question.NOTIFY_ME and talk.around.writes_first:
        return True
    if question is Question.CUSTOMS_PAYMENT and not talk.number and len(parcels_of(talk, talk.memory)) > 1:
        return True
    gives = talk.heard.gives_details or question.value in talk.dialogue.pending
    return question in PARCEL_QUESTIONS or (gives and question not in DANGERS and not talk.heard.topic)


def gives_a_phone_for_a_number(talk: Talk) -> bool:
    """Tell whether a telephone number stands where the parcel's was meant: no parcel is known and no call is wanted."""
    heard = talk.heard
    for_a_call = Question.CALL_ME in talk.acts.questions or talk.acts.wants_person or talk.dialogue.case is not None
    corrects = puts_right(heard.text, heard.says) or Question.CHANGE_ADDRESS in talk.acts.questions
    known = heard.gives_details or talk.number or talk.dialogue.ticket
    return bool(heard.phone) and not (known or for_a_call or corrects)
