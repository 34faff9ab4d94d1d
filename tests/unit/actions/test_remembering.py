"""Memory goes into Rasa's slots and comes back."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from actions.slots import read_memory, remember
from parcelbot.core.answering.memory import Memory

words = st.text(max_size=8)
lists = st.lists(words, max_size=3).map(tuple)
yes_no_unknown = st.sampled_from([None, True, False])
memories = st.builds(
    Memory,
    question=words,
    issue=words,
    also_asked=lists,
    tracking_number=words,
    number_valid=st.booleans(),
    repairs=lists,
    insists=st.booleans(),
    several=lists,
    ambiguous_number=words,
    order_number=words,
    email=words,
    no_number=st.booleans(),
    parcel=words,
    claims=st.dictionaries(words, words | st.integers(0, 99), max_size=3),
    places_checked=yes_no_unknown,
    people_asked=yes_no_unknown,
    carrier_contacted=yes_no_unknown,
)
few = settings(max_examples=40)


def slots_after(slots: dict[str, Any], before: Memory, after: Memory) -> dict[str, Any]:
    """The slots with the events played on them, through the JSON they travel as."""
    events = json.loads(json.dumps(remember(before, after)))
    return {**slots, **{e["name"]: e["value"] for e in events}}


@few
@given(memories)
def test_what_is_remembered_is_read_again(memory: Memory) -> None:
    assert read_memory(slots_after({}, Memory(), memory)) == memory


@few
@given(memories, memories)
def test_what_is_remembered_later_replaces_what_was_before(first: Memory, second: Memory) -> None:
    slots = slots_after({}, Memory(), first)
    assert read_memory(slots_after(slots, first, second)) == second


@few
@given(memories)
def test_what_has_not_changed_needs_no_event(memory: Memory) -> None:
    assert remember(memory, memory) == []


def test_empty_slots_remember_nothing() -> None:
    assert read_memory({}) == Memory()


def test_slots_that_are_not_set_remember_nothing() -> None:
    assert read_memory({"question": None, "number_valid": None, "claims": None, "several": None}) == Memory()


def test_slots_of_other_things_are_passed_over() -> None:
    assert read_memory({"requested_slot": "parcel", "email": "anna@example.com"}) == Memory(email="anna@example.com")


def test_only_what_has_changed_becomes_an_event() -> None:
    events = remember(Memory(question="late_delivery"), Memory(question="late_delivery", several=("A", "B")))
    assert [(e["name"], e["value"]) for e in events] == [("several", ["A", "B"])]


def test_what_is_forgotten_empties_its_slot() -> None:
    events = remember(Memory(parcel="LP1"), Memory())
    assert [(e["name"], e["value"]) for e in events] == [("parcel", None)]
