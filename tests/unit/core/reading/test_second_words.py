"""Second questions that are asked in so many words, and praise that is none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.second_words import is_ironic, seconds_in_words
from parcelbot.core.reading.sentences import speaks_of_an_address


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("don't send me back to the courier", "carrier_robot"),
        ("stop telling me to ring the post office", "carrier_robot"),
        ("has it crossed into France yet, yes or no?", "where_exactly"),
        ("did it leave China already", "where_exactly"),
        ("is four days without a scan bad?", "is_normal"),
        ("should I be worried about that", "is_normal"),
        ("is it coming today y/n", "come_by"),
        ("is it true that mail to Norway has been suspended?", "is_it_because"),
        ("are you AliExpress?", "are_you_seller"),
        ("same company, so you pay me", "refund_how"),
        ("money back or a new one, which is quicker?", "money_or_goods"),
        ("if you send another, may I close the dispute?", "dispute_resent"),
        ("what screenshots do they need", "dispute_proof"),
        ("you told me twice to wait", "cant_wait"),
        ("and if they pack it before you get round to it?", "old_address"),
        ("is it changed now or not?", "is_it_changed"),
    ],
)
def test_what_is_asked_in_so_many_words_is_read(text: str, name: str) -> None:
    assert next(iter(seconds_in_words(text)), "") == name


@pytest.mark.parametrize(
    "text",
    [
        "please send it to the post office",
        "don't tell me the courier lost it",
        "has it arrived on Monday?",
        "my parcel to France stopped moving",
        "are you sending with DHL?",
        "if it is damaged, is it my fault?",
    ],
)
def test_what_only_sounds_alike_is_not(text: str) -> None:
    assert list(seconds_in_words(text)) == []


def test_who_will_not_be_sent_to_the_carrier_gives_no_address() -> None:
    assert not speaks_of_an_address("don't send me to the courier again")
    assert speaks_of_an_address("don't send it to the courier, send it to my office")


def test_praise_without_thanks_is_a_reproach_and_praise_with_thanks_is_praise() -> None:
    assert is_ironic("Great service, I'm truly impressed.")
    assert is_ironic("let me guess: I should ask the neighbours?")
    assert not is_ironic("great service, thank you")
    assert not is_ironic("great")
