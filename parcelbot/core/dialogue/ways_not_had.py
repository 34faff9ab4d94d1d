"""Name the way to be in touch that was asked for and is not had, before the one that is."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.questions import Question
from parcelbot.core.reading.carrier_contact import asks_for_a_street
from parcelbot.core.reading.contact_words import speaks_of_texts


def ways_not_had(question: Question, text: str) -> Iterator[str]:
    """Name the responses that say so: we send no text messages, and know no carrier's street."""
    if question is Question.NOTIFY_ME and speaks_of_texts(text):
        yield "utter_news_no_texts"
    if question is Question.CARRIER_CONTACT and asks_for_a_street(text):
        yield "utter_carrier_no_street"
