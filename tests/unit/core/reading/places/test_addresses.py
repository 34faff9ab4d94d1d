"""Addresses in messages, and what is asked about one that is to be changed."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.places.addresses import (
    asks_whether_changed,
    corrects_a_part,
    fears_to_be_late,
    gives_an_address,
    is_only_an_address,
    names_a_place,
    tells_of_a_wrong_address,
)


@pytest.mark.parametrize(
    "text",
    [
        "please use 48 Birch Lane, Salem OR 97301",
        "new one: Flat 2, 7 Mill Road, Leeds LS1 4AB",
        "richtig ist Ahornweg 12, 50667 Köln",
        "c’est 14 rue des Lilas, 69003 Lyon",
        "calle Mayor 8, 28013 Madrid",
        "ul. Długa 5/3, Gdańsk",
        "新しい住所は〒150-0001 東京都渋谷区神宮前1-2-3です",
        "新地址：上海市南京路88号",
        "Atatürk caddesi 5, İzmir",
        "Kraanspoor 50, 1033 SE Amsterdam",
        "Am Bach 3, 8010 Graz",
        "ул. Ленина, д. 5, кв. 12, Москва",
        "Av. Paulista 1578, Bela Vista",
        "abito in via Roma 3",
    ],
)
def test_an_address_is_seen(text: str) -> None:
    assert gives_an_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "order 7401, anna@example.com",
        "two parcels, 14 days",
        "is my address right?",
        "LP00123456789012 since 3 weeks",
        "sent via DHL 3 days ago",
        "via DHL spedito 3 giorni fa",
        "order 7401 is late",
    ],
)
def test_other_figures_are_none(text: str) -> None:
    assert not gives_an_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "Calle Mayor 14, 2B, 28013 Madrid",
        "Hauptstraße 5, 10115 Berlin",
        "大阪市北区梅田1-2-3",
        "48 Birch Lane, Salem OR 97301",
    ],
)
def test_a_line_of_nothing_else_is_only_an_address(text: str) -> None:
    assert is_only_an_address(text)


@pytest.mark.parametrize(
    "text",
    ["is it 48 Birch Lane, Salem OR 97301?", "ich wohne Hauptstraße 5, 10115 Berlin", "my parcel is in Leeds LS1 4AB"],
)
def test_an_address_in_a_sentence_is_more(text: str) -> None:
    assert not is_only_an_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "I gave you my old address",
        "there is a typo in my street",
        "we put in the wrong postcode",
        "mistake in the address",
    ],
)
def test_the_shoppers_own_mistake_is_heard(text: str) -> None:
    assert tells_of_a_wrong_address(text)


def test_a_parcel_at_another_door_is_no_mistake_of_theirs() -> None:
    assert not tells_of_a_wrong_address("it was delivered to the wrong address")


@pytest.mark.parametrize(
    "text", ["changed or not?", "so did you update it?", "is it changed now", "has it been corrected"]
)
def test_whether_it_is_changed_is_asked(text: str) -> None:
    assert asks_whether_changed(text)


@pytest.mark.parametrize(
    "text", ["what if it ships before that?", "and what happens if they pack it today", "but what if you are too late?"]
)
def test_the_fear_to_be_late_is_heard(text: str) -> None:
    assert fears_to_be_late(text)


@pytest.mark.parametrize(
    "text",
    [
        "they won't hand it over because the name on it is misspelt",
        "the mobile on my order has two digits swapped, so no code came",
        "my flat number is missing on it. until when do they keep it?",
        "my order has an old phone number, what do I do?",
        "the address had no apartment in it",
        "you left out my flat number",
        "wrong phone number on the label I guess",
    ],
)
def test_a_part_that_is_wrong_in_the_order_is_told(text: str) -> None:
    assert corrects_a_part(text)


@pytest.mark.parametrize(
    "text",
    [
        "is my phone number wrong in the order?",
        "they went to the wrong door",
        "it was left at the wrong flat",
        "what is the name of the courier",
        "my phone is broken",
        "I never got a code",
        "I have no flat number, is that a problem",
    ],
)
def test_what_only_names_a_part_tells_of_none(text: str) -> None:
    assert not corrects_a_part(text)


@pytest.mark.parametrize(
    "text", ["meu endereço de e-mail mudou", "meine E-Mail-Adresse stimmt nicht", "ik wil daar niet meer heen bellen"]
)
def test_an_address_to_write_to_is_no_place(text: str) -> None:
    assert not names_a_place(text)


@pytest.mark.parametrize(
    "text", ["quero mudar o endereço", "bitte zum Nachbarn umleiten", "我搬家了", "adresimi değiştirin"]
)
def test_a_place_is_named_in_other_languages(text: str) -> None:
    assert names_a_place(text)
