"""How far a parcel is asked to be, whether a dispute is begun, and praise that is none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.second_words import asks_how_far, begins_a_dispute
from parcelbot.core.reading.questions.sentences import speaks_of_an_address
from parcelbot.core.reading.text.irony import is_ironic


def test_who_will_not_be_sent_to_the_carrier_gives_no_address() -> None:
    assert not speaks_of_an_address("don't send me to the courier again")
    assert speaks_of_an_address("don't send it to the courier, send it to my office")


def test_praise_without_thanks_is_a_reproach_and_praise_with_thanks_is_praise() -> None:
    assert is_ironic("Great service, I'm truly impressed.")
    assert is_ironic("let me guess: I should ask the neighbours?")
    assert not is_ironic("great service, thank you")
    assert not is_ironic("great")


@pytest.mark.parametrize(
    "text",
    [
        "oh lovely, so I just keep staring at the page",
        "brilliant, another week",
        "maybe it's walking here",
        "does it come by donkey?",
        "just in time for nothing",
    ],
)
def test_mockery_and_jokes_about_the_answer_are_no_questions(text: str) -> None:
    assert is_ironic(text)


@pytest.mark.parametrize("text", ["great, so it comes on Tuesday", "the driver walked away", "perfect, I'll wait"])
def test_what_is_meant_as_it_is_said_is_no_irony(text: str) -> None:
    assert not is_ironic(text)


@pytest.mark.parametrize(
    "text",
    [
        "so do I open the dispute?",
        "open it then?",
        "shall I start a dispute",
        "do I file the claim today",
        "I open one, yes?",
    ],
)
def test_who_asks_whether_to_begin_a_dispute_has_none(text: str) -> None:
    assert begins_a_dispute(text)


@pytest.mark.parametrize(
    "text",
    [
        "do I leave it open until the new one is here",
        "can I reopen it once closed",
        "if they resend, do I close the dispute",
    ],
)
def test_a_dispute_to_keep_or_to_close_is_open_already(text: str) -> None:
    assert not begins_a_dispute(text)


@pytest.mark.parametrize(
    "text", ["has it crossed into France yet, yes or no?", "did it leave China already", "is it here or not"]
)
def test_how_far_it_is_is_asked_by_a_border(text: str) -> None:
    assert asks_how_far(text)
    assert not asks_how_far("has it arrived on Monday?")


@pytest.mark.parametrize(
    "text", ["has it got out of china by now?", "so it is in the UK, yes?", "is it over the border"]
)
def test_where_a_country_is_known_to_be_named_any_word_for_moving_will_do(text: str) -> None:
    assert asks_how_far(text, names_a_country=True)
    assert not asks_how_far("who brings it in Norway", names_a_country=True)
