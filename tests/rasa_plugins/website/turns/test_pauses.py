"""For how long somebody may go on writing before the answer."""

from __future__ import annotations

import pytest

from parcelbot.rasa_plugins.website.turns.pauses import Pauses
from parcelbot.store.ledger.backlog import LastTyped

USUAL_S, FIRST_S = 0.6, 0.9
PAUSES = Pauses(USUAL_S, FIRST_S)


@pytest.mark.parametrize("text", ["My curtains are late.", "is anybody in?", "stuck for 9 days"])
def test_a_conversation_that_opens_without_a_number_has_longest(text: str) -> None:
    assert PAUSES.after(LastTyped(text, opens=True)) == FIRST_S


@pytest.mark.parametrize("text", ["order 7401", "LP00123456789012", "where is LP00123456789012?"])
def test_a_number_is_looked_up_at_once(text: str) -> None:
    assert PAUSES.after(LastTyped(text, opens=True)) == 0
    assert PAUSES.after(LastTyped(text)) == 0


def test_later_messages_are_not_held_up_by_it() -> None:
    assert PAUSES.after(LastTyped("And when is that?")) == 0
    assert PAUSES.after(LastTyped("my curtains")) == USUAL_S


def test_who_writes_line_by_line_may_go_on_after_the_number() -> None:
    assert PAUSES.after(LastTyped("LP00123456789012", in_a_burst=True, opens=True)) == USUAL_S
    assert PAUSES.after(LastTyped("so where is it?", in_a_burst=True, opens=True)) == 0


def test_what_is_no_typed_line_is_answered_at_once() -> None:
    assert PAUSES.after(LastTyped()) == 0


def test_without_a_pause_every_line_is() -> None:
    assert Pauses(0, FIRST_S).after(LastTyped("my curtains", opens=True)) == 0
    assert Pauses(0, FIRST_S).longest_s == 0
