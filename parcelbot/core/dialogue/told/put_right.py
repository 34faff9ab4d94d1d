"""Take what is said to be wrong or missing in an order, and what keeps its parcel from being collected."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.own_question import CORRECTION, LIKELY, NO_CODE, SURE
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.contact.whose_number import is_anothers_number
from parcelbot.core.reading.places.addresses import corrects_a_part, is_only_an_address
from parcelbot.core.reading.questions.standing_questions import offers_a_picture

#: The row for second questions that make no sense where the parcel stands.
NOT_ASKED_HERE = "not_asked_here"
_FOR_US = ("photos_where", "which_photos", "video")
_CODE = re.compile(r"\b(?:codes?|pin|sms|text(?:ed)?|locker)\b", re.IGNORECASE)


def puts_right(talk: Talk) -> bool:
    """Tell whether a message gives what belongs on the label, or says that something there is wrong."""
    wrong = talk.heard.english and corrects_a_part(talk.heard.text)
    return _gives_a_phone(talk) or is_only_an_address(talk.heard.text) or wrong


def what_is_put_right(talk: Talk) -> str:
    """Name what such a message tells: that no code came, where the parcel is fetched with one, else a correction."""
    return NO_CODE if _waits_for_a_code(talk) else CORRECTION


def tell_cause(talk: Talk) -> None:
    """Answer what keeps a parcel from being collected where the message that asks for it names that as well."""
    names_it = talk.heard.english and corrects_a_part(talk.heard.text)
    if talk.number not in talk.planned or not names_it or talk.dialogue.case is not None:
        return
    add_note(talk)
    enquiry = replace(talk.enquiry(talk.plan_question), follow_up=what_is_put_right(talk))
    tell_decided(talk, talk.around.answer(enquiry))
    talk.ending.hand_over = True


def tell_where_photos_go(talk: Talk) -> None:
    """Say where pictures for us go, or what of a video, offered beside what the parcel's plan answers."""
    if talk.number not in talk.planned:
        return
    asked = (found.name for found in talk.heard.follow_ups if found.belief >= LIKELY)
    in_words = _FOR_US[0] if talk.heard.english and offers_a_picture(talk.heard.text) else ""
    if offered := next((name for name in asked if name in _FOR_US), in_words):
        tell_decided(talk, talk.around.answer(replace(talk.enquiry(talk.plan_question), follow_up=offered)))


def tell_asked_beside(talk: Talk, decided: DecidedEnquiry) -> None:
    """Answer what is surely asked in the message that puts something right."""
    if not (puts_right(talk) and asks_in(talk.heard)):
        return
    sure = (found.name for found in talk.heard.follow_ups if found.belief >= SURE)
    said = (CORRECTION, NO_CODE, decided.enquiry.follow_up)
    asked = (name for name in sure if name not in said)
    answers = (talk.around.answer(replace(decided.enquiry, follow_up=name)) for name in asked)
    beside = next((answer for answer in answers if answer.answer.row.id != NOT_ASKED_HERE), None)
    if beside is not None:
        tell_decided(talk, beside)


def _waits_for_a_code(talk: Talk) -> bool:
    """Tell whether the parcel is to be collected with a code, which a wrong telephone number kept away."""
    return told_status(talk) is Status.AVAILABLE_FOR_PICKUP and _CODE.search(talk.heard.text) is not None


def _gives_a_phone(talk: Talk) -> bool:
    """Tell whether the shopper's telephone number is given for the parcel, and not to be rung on."""
    heard = talk.heard
    to_be_rung = Question.CALL_ME in talk.acts.questions or talk.acts.wants_person
    return bool(heard.phone) and not (to_be_rung or is_anothers_number(heard.text))
