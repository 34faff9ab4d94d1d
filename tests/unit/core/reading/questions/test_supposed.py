"""What a question supposes, and what it asks of that. Our own words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.supposed import Asks, Event, Supposed, supposed_in
from parcelbot.core.reading.questions.supposed_english import supposed_in_english


@pytest.mark.parametrize(
    ("text", "event", "asks"),
    [
        ("Suppose it goes back to the depot of theirs, is my money gone then?", Event.BACK, Asks.MONEY),
        ("if it gets sent back do I owe the postage twice", Event.BACK, Asks.COST),
        ("And if they return it, would you post it again?", Event.BACK, Asks.AGAIN),
        ("what happens if no one's home on Tuesday", Event.MISSED, Asks.HAPPENS),
        ("In case I can't pick it up by then, what do I do?", Event.UNCLAIMED, Asks.HAPPENS),
        ("what if customs won't let it in", Event.CUSTOMS, Asks.HAPPENS),
        ("and what if it never turns up, who pays me back", Event.LOST, Asks.MONEY),
        ("if there's still no movement on Monday, then what?", Event.SILENT, Asks.HAPPENS),
        ("what if it arrives damaged?", Event.BROKEN, Asks.HAPPENS),
        ("could I return it if it comes too late?", Event.LATE, Asks.RETURNS),
        ("what if it still turns up once I have the new one?", Event.AFTER_ALL, Asks.AGAIN),
    ],
)
def test_a_question_supposes_an_event_and_asks_something_of_it(text: str, event: Event, asks: Asks) -> None:
    assert supposed_in(supposed_in_english(text)) == Supposed(event, asks)


def test_the_first_event_of_the_condition_is_the_one_supposed() -> None:
    told = supposed_in_english("If nobody's in on the day, will they send it back?")
    assert supposed_in(told) == Supposed(Event.MISSED, Asks.RETURNS)


@pytest.mark.parametrize(
    "text",
    [
        "do you know if it goes back?",
        "Could you check if it's lost?",
        "it goes back on Friday, does it?",
        "is it lost?",
        "If it never comes I shall be very cross.",
        "even if it comes too late I keep it",
        "nobody is home before six",
        "What if I change my mind about the colour?",
        "if you need my door code, it is on the slip",
        "it arrived damaged, what now?",
    ],
)
def test_what_only_asks_states_or_does_not_ask_supposes_nothing(text: str) -> None:
    assert supposed_in(supposed_in_english(text)) is None
