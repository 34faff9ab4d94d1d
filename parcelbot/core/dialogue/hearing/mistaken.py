"""Correct what one word makes of a message: questions that its words deny, lack, or mean otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.intents import PROVIDE_DETAILS, TALK_TO_HUMAN, TICKET_STATUS
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.contact_words import (
    asks_to_be_rung,
    asks_whether_drivers_ring,
    came_on_a_screen,
    carrier_sent_to_us,
    doubts_a_message,
    speaks_of_a_scam,
    speaks_of_a_seller,
    speaks_of_being_sent,
    turned_to_a_carrier,
    writes_again,
    wrote_in_vain,
)
from parcelbot.core.reading.contact.whose_number import is_anothers_number
from parcelbot.core.reading.goods.goods_words import asks_for_another_number, asks_to_send_again
from parcelbot.core.reading.goods.in_use import is_in_use
from parcelbot.core.reading.places.addresses import names_a_place
from parcelbot.core.reading.places.unsafe_places import is_unsafe_there
from parcelbot.core.reading.questions.sentences import (
    denied,
    is_only_feared,
    only_supposes,
    says_address_is_right,
    speaks_of_an_address,
    speaks_of_cancelling,
    speaks_of_giving_back,
    speaks_of_news,
    wants_money,
)
from parcelbot.core.reading.told.telling import Told, told_in
from parcelbot.core.reading.wanted.wishes import wished_matters

_WHERE = Question.WHERE_IS_MY_ORDER.value
_REFUND = Question.REFUND_STATUS.value
#: Whoever tells one of these speaks of where the parcel goes.
_OF_AN_ADDRESS = frozenset({Told.MOVED, Told.OWN_SLIP, Told.FLAT_LEFT_OUT, Told.NOT_THERE})
#: What a message resembles that only says who sent the shopper to us.
_LIKE_A_REFERRAL = frozenset({Question.YOU_ARE_SELLER, Question.SELLER_WAIT_OR_DISPUTE, Question.SCAM_MESSAGE})
_ASKS_FOR_MONEY = re.compile(
    r"\bwhere(?:['’]?s| is| are)? (?:the hell is )?(?:my|our|the) (?:money|refund|cash)\b"
    r"|\bwhen (?:do|will|am|can|is) (?:i|we|my|the) (?:get(?:ting)? )?(?:\w+ )?(?:my|our|the)? ?(?:money|refund)\b",
    re.IGNORECASE,
)


def without_mistakes(heard: Heard, intents: tuple[str, ...]) -> tuple[str, ...]:
    """Correct what one word makes of a sentence; what a message names only to deny it is not asked.

    "Can you call the post?" wishes for a person who does; who has not written before asks by when an answer comes.
    """
    if is_unsafe_there(heard.text) or heard.text.startswith("/"):
        return intents
    of_a_driver = asks_whether_drivers_ring(heard.text) and not heard.phone
    if is_anothers_number(heard.text) or of_a_driver or Told.CANNOT_CALL in told_by(heard):
        intents = _without(intents, Question.CALL_ME)
    if turned_to_a_carrier(heard.text) or _has_asked_the_carrier(heard):
        intents = _as_where(intents, {Question.UNANSWERED})
    return _as_english_means(heard, intents) if heard.english else _as_others_mean(heard, intents)


def _as_english_means(heard: Heard, intents: tuple[str, ...]) -> tuple[str, ...]:
    text, mistaken = heard.text, _mistaken(heard)
    if carrier_sent_to_us(text):
        intents = _as_where(intents, _LIKE_A_REFERRAL)
    if doubts_a_message(text):
        intents = (Question.SCAM_MESSAGE.value,)
    if Question.CUSTOMS_PAYMENT in intents and not came_on_a_screen(text):
        # a bill on paper whose truth is doubted is a charge: no link is tapped, and no card was typed in
        intents = _without(intents, Question.SCAM_MESSAGE)
    if writes_again(text) and Question.UNANSWERED not in intents:
        intents = (*intents, Question.UNANSWERED.value)
    meant = _meant(heard)
    return tuple(meant.get(intent, intent) for intent in intents if intent not in mistaken)


def _as_others_mean(heard: Heard, intents: tuple[str, ...]) -> tuple[str, ...]:
    gone = _mistaken_elsewhere(heard)
    return tuple(intent for intent in _with_a_person_for_a_call(heard, intents) if intent not in gone)


def _without(intents: tuple[str, ...], *left_out: str) -> tuple[str, ...]:
    return tuple(intent for intent in intents if intent not in left_out)


def _as_where(intents: tuple[str, ...], alike: Collection[str]) -> tuple[str, ...]:
    """Take some for the question where the parcel is, which they resemble."""
    return tuple(_WHERE if intent in alike else intent for intent in intents)


def _meant(heard: Heard) -> dict[str, str]:
    """Tell what is meant by what an English message resembles, by its words."""
    text, meant = heard.text, dict[str, str]()
    if _ASKS_FOR_MONEY.search(text):
        meant |= dict.fromkeys((_WHERE, Question.HOW_TO_TRACK.value, PROVIDE_DETAILS), _REFUND)
    if not (heard.phone or asks_to_be_rung(text)):
        meant[Question.CALL_ME.value] = TALK_TO_HUMAN
    if not wrote_in_vain(text):
        meant[Question.UNANSWERED.value] = TICKET_STATUS
    if wants_money(text):
        meant[Question.REFUND_STATUS.value] = Question.REFUND_WANTED.value
        if Question.REPLACEMENT_WANTED not in wished_matters(text):
            meant[Question.REPLACEMENT_WANTED.value] = Question.REFUND_WANTED.value
    if asks_to_send_again(text):
        meant[Question.RETURN_ITEM.value] = Question.REPLACEMENT_WANTED.value
    return meant


def _has_asked_the_carrier(heard: Heard) -> bool:
    """Tell whether a message in another language says that its carrier was asked, or sent the shopper to us."""
    asked = "carrier_contacted" in heard.checks or Said.SENT_TO_US.value in heard.says
    return not heard.english and asked


def _with_a_person_for_a_call(heard: Heard, intents: tuple[str, ...]) -> tuple[str, ...]:
    """Take the wish for a call as one for a person, unless a message in another language says who is to be called.

    Beside something else it is wished for in words: "I missed no call" only resembles it.
    """
    if Said.CALLS_ONESELF.value in heard.says:
        return _without(intents, Question.CALL_ME, TALK_TO_HUMAN)
    if heard.phone or Said.RINGS_ME.value in heard.says:
        return intents
    if heard.intent != Question.CALL_ME:
        return _without(intents, Question.CALL_ME)
    return tuple(TALK_TO_HUMAN if intent == Question.CALL_ME else intent for intent in intents)


def _mistaken_elsewhere(heard: Heard) -> frozenset[Question]:
    """Find what a message in another language does not ask: what it takes back, and another address without a place."""
    denies = frozenset(question for question in Question if f"not_{question.value}" in heard.says)
    return denies if names_a_place(heard.text) else denies | {Question.CHANGE_ADDRESS}


def _mistaken(heard: Heard) -> frozenset[Question]:
    """Find the questions that a message does not ask, whatever it resembles: its words deny or lack them."""
    text, told = heard.text, told_in(heard.text, heard.says)
    of_an_address = speaks_of_an_address(text) or not told.isdisjoint(_OF_AN_ADDRESS)
    lacking = {
        Question.SCAM_MESSAGE: not speaks_of_a_scam(text),
        Question.SELLER_WAIT_OR_DISPUTE: not speaks_of_a_seller(text),
        Question.CANCEL_ORDER: not speaks_of_cancelling(text),
        Question.NOTIFY_ME: only_supposes(text) or not speaks_of_news(text),
        Question.PARCEL_STOLEN: is_only_feared(text),
        Question.CHANGE_ADDRESS: not of_an_address or says_address_is_right(text),
        **dict.fromkeys((Question.WRONG_DESTINATION, Question.CHECK_ADDRESS), says_address_is_right(text)),
        Question.RETURN_ITEM: not (speaks_of_giving_back(text) or is_in_use(text) or Told.WRONG_SIZE in told),
        Question.REPLACEMENT_WANTED: asks_for_another_number(text) or speaks_of_being_sent(text),
    }
    return denied(text) | {question for question, lacks in lacking.items() if lacks}
