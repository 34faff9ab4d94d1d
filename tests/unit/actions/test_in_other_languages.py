"""One conversation in every language that has a file: what is said, on buttons and on cards, has no English left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact, ListedCarrier
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from parcelbot.knowledge.loading import Knowledge
from parcelbot.locales.files import languages_in
from parcelbot.locales.words import english_left
from tests.support.languages import ROOT, all_spoken
from tests.unit.actions.talk import LP, MONDAY, Chat, Told, entity, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider

#: The carrier's own words are in whatever language it writes: here in none.
EXPORTED = replace(
    shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 7, "武汉", description="已离港"), number=LP),
    substatus=Substatus.IN_TRANSIT_DEPARTURE,
    fetched_at=MONDAY,
)
DELIVERED = replace(EXPORTED, status=Status.DELIVERED, substatus=Substatus.NONE)
CARRIERS = CarrierBook(
    {"cainiao": ListedCarrier(CarrierContact("Cainiao", "https://c.example", "https://c.example/t?n={number}"))}
)
CARD_TEXTS = ("status_text", "wait_text", "then", "text", "promise")
CODES = languages_in(ROOT / "locales")


@cache
def knowledge() -> Knowledge:
    return replace(real_knowledge(), carrier_book=CARRIERS)


def chat(faults: list[tuple[str, str]], parcel: Any = EXPORTED, **metadata: str) -> Chat:
    spoken = all_spoken(told=lambda *fault: faults.append(fault))
    shop = of_the_shop(tracking=FakeProvider(Lookup(LookupOutcome.FOUND, parcel)))
    services = replace(shop, languages=spoken, language_table=spoken.table, knowledge=knowledge())
    return Chat(services, metadata=metadata)


def read(told: Told) -> Iterator[str]:
    """Everything a shopper reads of an answer."""
    yield from (message["text"] for message in told.messages if message.get("text"))
    yield from told.buttons
    for card in told.cards:
        yield from (
            str(card[name]) for name in ("status_text", "wait_text", "then", "text", "promise") if card.get(name)
        )
        yield from (f"{field['label']} {field['value']}" for field in card.get("fields") or ())


def talk(conversation: Chat, code: str) -> Iterator[Told]:
    """A parcel that is slow, a question beside it, and a case for a person with all it needs."""
    number = entity("tracking_number", LP)
    yield conversation.says(f"… {LP}", "tracking_not_updating", number, language=code)
    yield conversation.says("…", "arrival_date", language=code)
    yield conversation.says("…", "tracking_not_updating", language=code)
    yield conversation.says("…", "carrier_contact", language=code)
    yield conversation.says("…", "status_meaning", entity("topic", "is_it_lost"), language=code)
    yield conversation.presses("/talk_to_human")
    yield conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    yield conversation.presses("/affirm")
    yield conversation.says("…", "ticket_status", language=code)
    yield conversation.says("…", "thanks", language=code)


def languages_of(told: Told) -> set[str]:
    return {message["custom"].get("language", "en") for message in told.messages}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("parcel", [EXPORTED, DELIVERED], ids=["on its way", "delivered"])
def test_no_english_is_left(code: str, parcel: Any) -> None:
    faults: list[tuple[str, str]] = []
    told = list(talk(chat(faults, parcel), code))
    if faults:
        pytest.skip(f"not said yet: {sorted({name for _, name in faults})}")
    left = [(text, finding) for answer in told for text in read(answer) for finding in english_left(code, text)]
    assert left == []
    assert {language for answer in told for language in languages_of(answer)} == {code}


def test_a_conversation_stays_in_its_language_until_another_is_surely_written() -> None:
    conversation = chat([])
    conversation.says(f"… {LP}", "where_is_my_order", entity("tracking_number", LP), language="de")
    assert languages_of(conversation.says("ok", "affirm")) == {"de"}
    assert languages_of(conversation.presses("/talk_to_human")) == {"de"}
    conversation.says("and where is it right now", "where_is_my_order", language="en")
    assert conversation.dialogue.language == "en"


def test_a_case_is_in_the_language_of_its_conversation_and_told_to_agents_in_english() -> None:
    conversation = chat([])
    for _ in talk(conversation, "de"):
        pass
    (ticket,) = conversation.use_cases.tickets.of_conversation("c-42")
    assert ticket.draft.language == "de"
    assert ticket.draft.summary[0].startswith("Problem:")


@pytest.mark.parametrize(("speaks", "told"), [(("en", "de"), 0), (("en",), 1)])
def test_in_which_language_the_answer_comes_is_told_once_where_it_is_another(
    speaks: tuple[str, ...], told: int
) -> None:
    conversation = chat([])
    conversation.use_cases = replace(conversation.use_cases, team_speaks=speaks)
    said = "\n".join(answer.text for answer in talk(conversation, "de"))
    assert said.count("antwortet auf Englisch") == told


@pytest.mark.parametrize("code", ["de", "ja", "ar"])
def test_a_button_that_is_typed_does_what_pressing_it_does(code: str) -> None:
    pressing, typing = chat([], language=code), chat([], language=code)
    for one in (pressing, typing):
        one.says("…", "talk_to_human")
        one.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
        told = one.says("7401", "provide_details", entity("order_number", "7401"))
    title = next(title for title, payload in told.buttons.items() if payload == "/affirm")
    pressing.presses("/affirm")
    typing.says(title, "attempt_contested", language=code)
    assert [len(one.use_cases.tickets.of_conversation("c-42")) for one in (pressing, typing)] == [1, 1]


def test_a_language_can_be_asked_for() -> None:
    conversation = chat([], language="de")
    assert "English" in conversation.says("English please", "out_of_scope").text
    assert conversation.dialogue.language == "en"
    assert "Deutsch" in conversation.says("auf deutsch bitte", "out_of_scope").text
    assert conversation.dialogue.language == "de"


def test_a_page_in_german_is_answered_in_german_before_a_word_was_written() -> None:
    told = chat([], language="de").says(LP, "provide_details", entity("tracking_number", LP))
    assert languages_of(told) == {"de"}


def test_who_writes_a_language_that_is_off_hears_which_ones_are_spoken_and_may_have_a_person() -> None:
    told = chat([], language="de").says("missä minun pakettini on", "out_of_scope", language="fi")
    assert "Toistaiseksi kirjoitan" in told
    assert "Deutsch" in told
    assert next(title for title, payload in told.buttons.items() if payload == "/affirm") in told.text


def test_a_language_nobody_knows_is_answered_in_the_one_of_the_conversation() -> None:
    told = chat([], language="en").says("ubi est sarcina mea quaeso", "out_of_scope", language="la")
    assert "I don't know the language you write" in told
    assert "/affirm" in told.buttons.values()
