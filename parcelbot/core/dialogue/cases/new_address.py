"""Take a new address into the case, and answer what is asked about it before it is changed."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import COMPLAINT, NOT_UNDERSTOOD, PROVIDE_DETAILS
from parcelbot.core.questions import DANGERS, Question
from parcelbot.core.reading.orders.other_article import wants_another_article
from parcelbot.core.reading.places.addresses import (
    asks_whether_changed,
    fears_to_be_late,
    gives_an_address,
    tells_of_a_wrong_address,
)
from parcelbot.core.reading.places.unsafe_places import is_unsafe_there

_NAMES_OF_DANGERS = frozenset(danger.value for danger in DANGERS)
_GIVEN, _CHANGED, _OLD = "corrects_address", "is_it_changed", "old_address"
_THEN = "then_what"
#: What somebody seems to ask who says that they gave the wrong address.
_LIKE_A_MISTAKE = frozenset(
    {Question.CHECK_ADDRESS.value, Question.WRONG_DESTINATION.value, *NOT_UNDERSTOOD, COMPLAINT}
    | {PROVIDE_DETAILS, Question.WHERE_IS_MY_ORDER.value}
)


def with_its_address(heard: Heard) -> Heard:
    """Take the shopper's own mistake about the address, or a danger that waits there, as the wish to change it."""
    if is_unsafe_there(heard.text) and heard.intent not in _NAMES_OF_DANGERS:
        return replace(heard, intent=Question.CHANGE_ADDRESS.value, also_asked=(), follow_ups=())
    if heard.intent in _LIKE_A_MISTAKE and tells_of_a_wrong_address(heard.text):
        return replace(heard, intent=Question.CHANGE_ADDRESS.value)
    return heard


def with_the_new_address(talk: Talk, decided: DecidedEnquiry) -> DecidedEnquiry:
    """Decide the wish for another address anew where that is given already: it is taken down, and not asked for."""
    if decided.enquiry.question is not Question.CHANGE_ADDRESS:
        return decided
    if gives_an_address(talk.heard.text):
        add_note(talk)
    elif not any(map(gives_an_address, talk.dialogue.notes)):
        return decided
    return talk.around.answer(replace(decided.enquiry, follow_up=_GIVEN))


def of_the_change(talk: Talk) -> bool:
    """Tell whether another address is what was wished last for the parcel that is talked of."""
    return talk.dialogue.matters[-1:] == (Question.CHANGE_ADDRESS.value,)


def asked_before_dispatch(talk: Talk) -> str:
    """Name the second question about what is to be changed before anything has left; "" for none."""
    text, matters = talk.heard.text, (*talk.dialogue.matters, talk.known_before.issue)
    of_the_address = Question.CHANGE_ADDRESS in matters
    wished = of_the_address or Question.CANCEL_ORDER in matters or any(map(wants_another_article, talk.dialogue.notes))
    if not wished or talk.number or not talk.decide(Question.CHANGE_ADDRESS).facts.unsent:
        return ""
    if fears_to_be_late(text):
        return _OLD if of_the_address else _THEN
    if of_the_address and gives_an_address(text):
        return _GIVEN
    asks = asks_whether_changed(text) or Question.CHECK_ADDRESS in talk.acts.questions
    return _CHANGED if asks else ""
