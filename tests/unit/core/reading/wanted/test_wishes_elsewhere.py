"""Money back and another parcel are read as wishes in every language, also where both will do."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.wanted.wishes import most_telling, wishes_in
from parcelbot.core.reading.wanted.wishes_elsewhere import REFUND, REPLACEMENT, refused_elsewhere, wished_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte entweder mein Geld zurück oder ein neues Paket.",
        "Je voudrais un remboursement ou un nouvel envoi",
        "Quiero el reembolso o que me envíen otro",
    ],
)
def test_both_stand_where_either_will_do(text: str) -> None:
    assert wished_elsewhere(text) == [REFUND, REPLACEMENT]
    assert wishes_in([text]) == [REFUND, REPLACEMENT]


@pytest.mark.parametrize(
    "text", ["返金をお願いします", "我要退款", "Paramı geri istiyorum", "أريد استرداد أموالي", "Хочу вернуть деньги"]
)
def test_money_is_wished_for(text: str) -> None:
    assert wished_elsewhere(text) == [REFUND]


@pytest.mark.parametrize("text", ["Wo ist mein Paket?", "хочу знать, где посылка", "Ich will kein Geld zurück"])
def test_what_is_not_wished_is_not_read(text: str) -> None:
    assert wished_elsewhere(text) == []


def test_the_line_that_wishes_is_quoted_with_the_first_and_the_longest() -> None:
    said = ["Mein Paket steht seit einer ganzen Woche still im Lager", "Ich will mein Geld zurück"]
    assert most_telling(said) == said


def test_a_new_address_is_no_new_parcel() -> None:
    assert wishes_in(["I'd like it changed, the new one is 12 Mill Lane, Ludlow"]) == []
    assert wishes_in(["please send me a new one"]) == [REPLACEMENT]


@pytest.mark.parametrize(
    "text",
    [
        "Gracias por el reembolso, quiero conservar la manta",
        "Ihr habt mir das Geld schon erstattet, ich möchte die Decke behalten",
        "Vorrei sapere come funziona il rimborso",
        "Je voudrais savoir combien de temps prend un remboursement",
        "Não me mandem outro de novo, por favor",
        "Вы уже вернули деньги, хочу заплатить ещё раз",
        "Paramı iade ettiniz, tekrar ödemek istiyorum",
    ],
)
def test_what_was_done_or_is_only_asked_about_is_wished_by_nobody(text: str) -> None:
    assert wished_elsewhere(text) == []


@pytest.mark.parametrize("text", ["Mein Geld zurück, bitte", "Он не пришёл, прошу вернуть деньги"])
def test_a_courtesy_makes_a_wish(text: str) -> None:
    assert wished_elsewhere(text) == [REFUND]


@pytest.mark.parametrize(
    "text",
    [
        "деньги не надо, дошлите второй чехол",
        "гроші не треба, дошліть другу наволочку",
        "nein, das Geld brauche ich nicht, bitte den Gürtel nachliefern",
    ],
)
def test_what_is_sent_after_the_rest_is_wished_in_place_of_the_money(text: str) -> None:
    assert wished_elsewhere(text) == [REPLACEMENT]
    assert REFUND in refused_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["quiero cambiar la dirección", "я хочу поменять адрес", "vorrei cambiare il numero di telefono"]
)
def test_an_address_or_a_number_is_swapped_for_no_goods(text: str) -> None:
    assert wished_elsewhere(text) == []


@pytest.mark.parametrize(
    "text", ["todavía no tengo mi dinero", "я ещё не получила деньги", "das Geld brauche ich nicht sofort"]
)
def test_money_that_has_not_come_is_not_refused(text: str) -> None:
    assert refused_elsewhere(text) == []
