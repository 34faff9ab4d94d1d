"""What is said about a case: more of it, something put right, its end."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import (
    adds_something,
    leaves_it,
    puts_right,
    requests,
    says_it_is_over,
    taken_back,
)
from parcelbot.core.reading.cases.details_given import lacks_an_order_number
from parcelbot.core.reading.cases.send_orders import orders_to_send


@pytest.mark.parametrize(
    "text",
    [
        "I forgot to mention that I work nights",
        "could you add that the bell is broken?",
        "please tell them it was a gift",
    ],
)
def test_more_is_added(text: str) -> None:
    assert adds_something(text)


@pytest.mark.parametrize("text", ["where is it?", "I want my money back", "did you forget me?"])
def test_not_every_line_says_that_it_adds(text: str) -> None:
    assert not adds_something(text)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("can you send me an invoice?", True),
        ("please ask the courier to ring twice", True),
        ("can you tell me why?", False),
        ("you sent it, thanks", False),
    ],
)
def test_something_is_to_be_done(text: str, does: bool) -> None:
    assert requests(text) is does


@pytest.mark.parametrize(
    "text",
    ["the phone is wrong, it's 07700 900123", "can I change the e-mail to x@example.com"],
)
def test_something_is_put_right(text: str) -> None:
    assert puts_right(text)


@pytest.mark.parametrize("text", ["please cancel my case", "it's sorted now, thanks", "no longer needed"])
def test_a_case_is_over(text: str) -> None:
    assert says_it_is_over(text)


@pytest.mark.parametrize(
    "text", ["when will it be sorted?", "I want this settled", "it is not solved", "cancel my order"]
)
def test_a_case_is_not_over(text: str) -> None:
    assert not says_it_is_over(text)


@pytest.mark.parametrize(("text", "left"), [("ok, forget it", True), ("don't forget it is a gift", False)])
def test_forget_it_alone_is_told_from_more_than_that(text: str, left: bool) -> None:
    assert leaves_it(text) is left


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("I never said it was stolen", Question.PARCEL_STOLEN),
        ("i didnt say fraud, I bought twice", Question.ACCOUNT_MISUSE),
    ],
)
def test_what_was_never_said_is_taken_back(text: str, matter: Question) -> None:
    assert matter in taken_back(text)


def test_what_happened_is_not_taken_back() -> None:
    assert taken_back("it was stolen and I never got an answer") == frozenset()


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("I don't have the order number here", True),
        ("no order number sorry", True),
        ("I don't have an e-mail", False),
        ("my order number is 7401", False),
    ],
)
def test_an_order_number_that_is_lacking_is_no_refusal_of_an_email(text: str, lacks: bool) -> None:
    assert lacks_an_order_number(text) is lacks


def test_what_other_languages_say_is_read_from_their_phrases() -> None:
    assert adds_something("übrigens, ich arbeite nachts", ("adds",))
    assert puts_right("die Mail ist falsch", ("corrects",))
    assert says_it_is_over("hat sich erledigt", ("over",))
    assert leaves_it("olvídalo", ("leaves_it",))
    assert taken_back("nunca dije que fuera un fraude", ("not_account_misuse",)) == {Question.ACCOUNT_MISUSE}
    assert lacks_an_order_number("keine Bestellnummer da", ("order_number", "nothing_to_give"))


@pytest.mark.parametrize(
    "text",
    [
        "third time I write. yes, send it",
        "go on and send it. who answers?",
        "ok, go ahead, I'm tired",
        "you can send that",
    ],
)
def test_the_order_to_send_is_heard_in_any_clause(text: str) -> None:
    assert orders_to_send(text)


@pytest.mark.parametrize("text", ["did you send it?", "don't send it", "send it again", "send it to my neighbour"])
def test_what_only_speaks_of_sending_orders_nothing(text: str) -> None:
    assert not orders_to_send(text)
