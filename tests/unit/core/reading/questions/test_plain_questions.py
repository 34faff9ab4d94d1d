"""Questions whose own words say which they are."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.plain_questions import asked_plainly, asks_when_it_comes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("which post office is it?", "pickup_where"),
        ("there are nine kiosks here, what kiosk exactly", "pickup_where"),
        ("tell me which locker", "pickup_where"),
        ("where do I have to pick it up?", "pickup_where"),
        ("ok so I just wait until the 9th then?", "understood_right"),
        ("we wait till Friday, right?", "understood_right"),
        ("could I return them if they come after the party?", "return_how"),
        ("if it arrives too late, may I send it back?", "return_how"),
        ("how many days until they send it back?", "customs_deadline"),
        ("how many days are they keeping it for me", "pickup_until"),
        ("how long does a post office hold things", "pickup_until"),
        ("which depot has it and until when do they keep it", "pickup_until"),
        ("how long have we got before it goes back to the sender", "customs_deadline"),
        ("and what about the invoice I asked for", "invoice"),
        ("could you send a proper invoice to our bookkeeper?", "invoice"),
        ("we need a VAT invoice for this one", "invoice"),
        ("can I still add a pair of napkins to my order", "add_to_order"),
        ("is it possible to include another runner in the parcel?", "add_to_order"),
        ("how many weeks must we wait", "then_what"),
        ("how long do I give it before I make a fuss?", "then_what"),
        ("and when should I start worrying", "then_what"),
        ("is my parcel stuck or still moving", "is_normal"),
        ("so has it got stuck there, yes or no?", "is_normal"),
    ],
)
def test_the_words_say_which_question_it_is(text: str, name: str) -> None:
    assert next(asked_plainly(text), "") == name


@pytest.mark.parametrize(
    "text",
    [
        "which shop are you?",
        "what store hours do they have",
        "I can't wait until Friday",
        "I won't wait for that any longer",
        "how long do I have to return it?",
        "can I send it back?",
        "will it go back?",
        "how long does it take to get my money back",
        "the invoice says eleven and there are ten",
        "can you send customs an invoice",
        "the broker wants the invoice, please send it",
        "can you add my flat number to the order",
        "could they include a note with it",
        "can you add that to my case",
        "how long do they have to wait for me at the counter",
        "the zip is stuck",
        "is it stuck to the box with tape",
        "how long do I have to wait in line there",
        "when can I collect it",
    ],
)
def test_what_asks_something_else_is_none_of_them(text: str) -> None:
    assert list(asked_plainly(text)) == []


def test_who_misses_the_day_asks_when_it_comes() -> None:
    assert asks_when_it_comes("that still doesn't say when my order arrives")
    assert not asks_when_it_comes("when do you answer?")
