"""A wish for a person, in so many words and in any language; who wants none asks for none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.persons import asks_for_a_person


@pytest.mark.parametrize(
    "text",
    [
        "Would somebody at your end have a look at the invoice for me",
        "maybe a person could see to it, I'm lost",
        "could anyone there please sort this out",
        "pásalo con una persona, anda",
        "prefiero hablar con alguien de ustedes",
        "coloca isso com uma pessoa, por favor",
        "metti tutto a un operatore",
        "passez cela à une vraie personne",
        "gebt das bitte einem Menschen",
        "zet het maar bij een medewerker",
        "przekażcie to człowiekowi",
        "передайте это человеку",
        "передайте це людині",
        "bir temsilciye aktarın",
        "أريد التحدث مع موظف",
        "担当者につないでください",
        "请转人工",
    ],
)
def test_a_person_is_asked_for(text: str) -> None:
    assert asks_for_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "nobody at your end needs to look at it",
        "somebody has dealt with it already, the neighbour says",
        "quiero que lo recoja una persona por mí",
        "ik wil dat een persoon uit de straat het haalt",
        "no quiero hablar con una persona",
        "ich will nicht mit einem Menschen sprechen",
        "je ne veux pas parler à une personne",
        "не хочу говорить с оператором, только дату",
        "不要转人工",
        "my neighbour is a real person who waits for it",
    ],
)
def test_nobody_is_asked_for(text: str) -> None:
    assert not asks_for_a_person(text)
