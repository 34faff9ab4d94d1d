"""A slot is copied as `copy.copy` does it."""

from __future__ import annotations

import copy

import pytest
from rasa.shared.core import slots
from rasa.shared.core.slots import Slot

from parcelbot.rasa_plugins.framework.slot_copies import slot_copy

SLOTS: list[Slot] = [
    slots.AnySlot("any", [], initial_value={"a": [1]}),
    slots.BooleanSlot("boolean", [], initial_value=True),
    slots.CategoricalSlot("categorical", [], values=["a", "b"], initial_value="b"),
    slots.FloatSlot("float", [], initial_value=0.5, max_value=2.0),
    slots.ListSlot("list", [], initial_value=["a"]),
    slots.TextSlot("text", [{"type": "from_text"}], initial_value="words", influence_conversation=False),
]


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.name)
def test_a_copy_is_what_copy_makes(slot: Slot) -> None:
    slot.value = slot.initial_value
    made, expected = slot_copy(slot), copy.copy(slot)
    assert (type(made), made.__dict__) == (type(expected), expected.__dict__)
    assert all(made.__dict__[name] is value for name, value in slot.__dict__.items())
    assert made.as_feature() == slot.as_feature()


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.name)
def test_a_copy_that_changes_leaves_the_slot_as_it_is(slot: Slot) -> None:
    before = slot.value
    slot_copy(slot).value = "another"
    assert slot.value == before
