"""Name the way to be in touch that was asked for and is not had, before the one that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcelbot.core.answering.memory import Heard
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.carrier_contact import asks_for_a_phone, asks_for_a_street
from parcelbot.core.reading.contact.contact_words import speaks_of_texts


def ways_not_had(question: Question, heard: Heard, words: Mapping[str, str]) -> Iterator[str]:
    """Name the responses that say so: we send no text messages, and know no carrier's street, of some no telephone."""
    text = heard.text
    if question is Question.NOTIFY_ME and speaks_of_texts(text):
        yield "utter_news_no_texts"
    if question is Question.CARRIER_CONTACT and asks_for_a_street(text):
        yield "utter_carrier_no_street"
    has_no_phone = bool(words["carrier_site"]) and not words["carrier_phone"]
    wants_a_phone = asks_for_a_phone(text) if heard.english else Said.PHONE.value in heard.says
    if question is Question.CARRIER_CONTACT and has_no_phone and wants_a_phone:
        yield "utter_carrier_no_phone"
