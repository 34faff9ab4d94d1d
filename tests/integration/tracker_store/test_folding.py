"""A long conversation is given out short, in the state to which all of it leads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core import events
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from parcelbot.rasa_plugins.framework.tracker_store.folding import FOLDED_ABOVE, KEPT_TURNS, fold
from tests.integration.tracker_store.talks import DOMAIN, LISTEN, START, Stores, add, answered
from tests.rasa_plugins.framework.happenings import conversation, said

BACK = [said("back", "number"), ActionExecuted("action_back"), *[events.UserUtteranceReverted()] * 2, LISTEN]


def where(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    """The state as actions get it."""
    assert tracker is not None
    return {**tracker.current_state(EventVerbosity.NONE), "loop": tracker.active_loop}


def turns_of(tracker: DialogueStateTracker | None) -> int:
    assert tracker is not None
    return sum(isinstance(event, UserUttered) for event in tracker.events)


def test_it_stays_short_and_nothing_is_forgotten(stores: Stores) -> None:
    store, whole = stores.open(), conversation()
    add(whole, START)
    stores.turn(store, START)
    for number in range(60):
        stores.turn(store, answered(number))
        add(whole, answered(number))
        for assistant in (store, stores.open()):
            now = stores.given(assistant)
            assert KEPT_TURNS <= turns_of(now) <= FOLDED_ABOVE or number < KEPT_TURNS
            assert without_times(where(now)) == without_times(where(whole))
    assert turns_of(stores.whole(stores.open())) == 60


def test_a_conversation_is_folded_again_and_again_to_the_same_memory(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, SlotSet("parcel", "RR1"), SlotSet("mood", "bad"), SlotSet("mood", None)])
    for _ in range(4 * FOLDED_ABOVE):
        stores.turn(store, [said("ask", "number"), ActionExecuted("action_say"), LISTEN])
    now = stores.given(stores.open())
    assert now is not None
    assert now.get_slot("parcel") == "RR1"
    assert now.slots["mood"].has_been_set
    assert now.get_slot("mood") is None


def test_an_open_form_is_not_folded_away(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, said("ask", "number"), events.ActiveLoop("parcel_form"), LISTEN])
    for _ in range(2 * FOLDED_ABOVE):
        stores.turn(store, [said("ask", "number"), ActionExecuted("parcel_form"), LISTEN])
    now = stores.given(stores.open())
    assert now is not None
    assert now.active_loop_name == "parcel_form"
    stores.turn(store, [said("ask", "number"), events.ActiveLoop(None), LISTEN])
    for number in range(KEPT_TURNS):
        stores.turn(store, answered(number))
    assert turns_of(stores.given(store)) <= FOLDED_ABOVE


def test_steps_back_within_what_is_kept_are_steps_back(stores: Stores) -> None:
    store, whole = stores.open(), conversation()
    told: list[list[Event]] = [list(START), *map(answered, range(FOLDED_ABOVE + 1)), *[BACK] * 3, answered(99)]
    for turn in told:
        stores.turn(store, turn)
        add(whole, turn)
        assert without_times(where(stores.given(store))) == without_times(where(whole))


what_may_happen = st.lists(
    st.sampled_from([answered(1), answered(2), BACK, [events.Restarted(), *START], [*START, *answered(3)]]),
    min_size=FOLDED_ABOVE,
    max_size=3 * FOLDED_ABOVE,
)


@settings(max_examples=25)
@given(what_may_happen)
def test_a_fold_never_changes_where_a_conversation_stands(turns: list[list[Event]]) -> None:
    tracker = conversation()
    for turn in turns:
        add(tracker, turn)
        if folded := fold(tracker):
            assert where(folded.tracker) == where(tracker)
            assert list(folded.tracker.events)[-folded.kept :] == list(tracker.events)[-folded.kept :]
            tracker = folded.tracker


@pytest.mark.parametrize("number", [0, 1, FOLDED_ABOVE])
def test_what_is_short_is_left_alone(number: int) -> None:
    tracker = DialogueStateTracker("c-42", DOMAIN.slots)
    add(tracker, START[1:])
    for turn in range(number):
        add(tracker, answered(turn))
    assert fold(tracker) is None


def without_times(now: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in now.items() if name != "latest_event_time"}
