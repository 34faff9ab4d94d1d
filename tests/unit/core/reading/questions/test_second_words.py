"""Second questions that are asked in so many words, and praise that is none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.second_words import begins_a_dispute, seconds_in_words
from parcelbot.core.reading.questions.sentences import speaks_of_an_address
from parcelbot.core.reading.text.irony import is_ironic


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
        ("and if it goes back, will it be sent once more?", "send_again"),
        ("what happens if I'm too late, do you post it again", "send_again"),
        ("that day, do you mean delivery or that I should get in touch", "how_sure"),
        ("which of those dates do I put in my diary", "how_sure"),
        ("do I have to stay home", "stay_in"),
        ("can I go out tomorrow", "stay_in"),
        ("will it be here in the morning", "come_by"),
        ("so who gives the money back", "refund_how"),
        ("is the money from you or from them", "refund_how"),
        ("what do I need for it", "pickup_bring"),
        ("can you get me the right one", "right_number"),
        ("is it here or not", "where_exactly"),
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
        "do I have to be home to sign for it",
        "who pays for the parcel to go back",
        "which day did it arrive",
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


@pytest.mark.parametrize(
    "text", ["has it got out of china by now?", "so it is in the UK, yes?", "is it over the border"]
)
def test_where_a_country_is_known_to_be_named_any_word_for_moving_will_do(text: str) -> None:
    assert list(seconds_in_words(text, names_a_country=True)) == ["where_exactly"]
    assert list(seconds_in_words("who brings it in Norway", names_a_country=True)) == []


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
    ("text", "name"),
    [
        ("why wasn't I told that it was stopped", "not_told"),
        ("how come nobody warned me", "not_told"),
        ("and when were you planning to tell me?", "not_told"),
        ("why do I have to find that out on a web page", "not_told"),
        ("was it the label or the sorting that got it wrong?", "whose_fault"),
        ("who is to blame", "whose_fault"),
    ],
)
def test_what_is_ours_to_answer_for_is_read_by_its_words(text: str, name: str) -> None:
    assert name in list(seconds_in_words(text))


@pytest.mark.parametrize(
    "text",
    ["why did nobody write back?", "why did the driver not ring", "nobody told me", "print the label or send it"],
)
def test_a_missing_answer_a_bell_and_a_reproach_are_others(text: str) -> None:
    assert {"not_told", "whose_fault"}.isdisjoint(seconds_in_words(text))
