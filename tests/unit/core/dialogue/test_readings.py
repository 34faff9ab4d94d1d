"""Readings change a message one after another, each with its reason, and a trace names who changed what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, Memory
from parcelbot.core.answering.open_matters import Matter, SecondMatters
from parcelbot.core.dialogue.readings import READINGS, MessageReading, Situation, read_in
from parcelbot.core.dialogue.state import Dialogue

OPENING = Situation(Memory(), Dialogue(), SecondMatters())
LATER = replace(OPENING, dialogue=Dialogue(row="waiting/normal"))


def named(intent: str, told: bool | None = None) -> MessageReading:
    return MessageReading(f"as_{intent}", "for this test", lambda heard, _: replace(heard, intent=intent), told)


def test_each_reads_what_the_one_before_it_made() -> None:
    heard, changes = read_in(Heard("greet"), OPENING, (named("thanks"), named("goodbye")))
    assert heard.intent == "goodbye"
    assert list(map(str, changes)) == ["as_thanks: intent greet -> thanks", "as_goodbye: intent thanks -> goodbye"]


@pytest.mark.parametrize(
    ("told", "now", "has_a_say"), [(True, LATER, True), (True, OPENING, False), (False, LATER, False)]
)
def test_some_read_only_an_opening_or_only_what_comes_later(told: bool, now: Situation, has_a_say: bool) -> None:
    assert (read_in(Heard("greet"), now, (named("thanks", told),))[0].intent == "thanks") is has_a_say


def test_one_that_changes_nothing_is_not_traced() -> None:
    assert read_in(Heard("thanks"), OPENING, (named("thanks"),))[1] == ()


def test_a_trace_holds_names_of_ours_and_nothing_that_a_shopper_wrote() -> None:
    hidden = MessageReading(
        "hides", "for this test", lambda heard, _: replace(heard, phone="0301234567", topic="dispute")
    )
    (change,) = read_in(Heard("greet"), OPENING, (hidden,))[1]
    assert str(change) == "hides: phone, topic nothing -> dispute"


def test_beliefs_are_traced_with_the_names_that_they_are_in() -> None:
    doubts = MessageReading("doubts", "for this test", lambda heard, _: replace(heard, follow_ups=()))
    (change,) = read_in(Heard("greet", follow_ups=(FollowUp("lost", 0.25),)), OPENING, (doubts,))[1]
    assert str(change) == "doubts: follow_ups lost 0.25 -> nothing"


def test_each_stands_once_and_says_why_it_stands_there() -> None:
    names = [reading.name for reading in READINGS]
    assert len(names) == len(set(names))
    assert all(reading.why for reading in READINGS)


def test_what_is_open_is_known_to_those_that_read_by_it() -> None:
    of_the_shop = Situation(
        Memory(), Dialogue(row="follow_ups/a", open_matters=(Matter.PAYMENT,)), SecondMatters({"lost": Matter.PARCEL})
    )
    said = Heard("out_of_scope", "Both of them on one and the same day.", follow_ups=(FollowUp("lost", 0.3),))
    heard, changes = read_in(said, of_the_shop)
    assert heard.follow_ups == ()
    assert [change.reading for change in changes] == ["inside_the_matter"]
