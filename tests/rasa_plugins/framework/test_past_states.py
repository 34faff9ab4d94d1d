"""Policies see the states that Rasa's own replay of the conversation gives, at every moment of it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core import events
from rasa.shared.core.events import ActionExecuted, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from parcelbot.rasa_plugins.framework.past_states import past_states
from tests.rasa_plugins.framework.happenings import DOMAIN, any_event, conversation, said

RULE_ONLY = {"rule_only_slots": ["mood"], "rule_only_loops": ["parcel_form"]}
VIEWS: list[dict[str, Any]] = [
    {},
    {"omit_unset_slots": True},
    {"rule_only_data": RULE_ONLY},
    {"ignore_rule_only_turns": True},
    {"ignore_rule_only_turns": True, "rule_only_data": {}},
    {"ignore_rule_only_turns": True, "rule_only_data": RULE_ONLY},
]


def same_states(tracker: DialogueStateTracker) -> None:
    for view in VIEWS:
        assert past_states(tracker, DOMAIN, **view) == tracker.past_states(DOMAIN, **view)


@given(st.lists(any_event, max_size=25))
def test_at_every_moment_of_any_conversation(told: list[Event]) -> None:
    tracker = conversation()
    for each in told:
        tracker.update(each)
        same_states(tracker)


@given(st.lists(any_event, max_size=25), st.integers(1, 6))
def test_also_when_several_events_have_come_since_the_last_look(told: list[Event], step: int) -> None:
    tracker = conversation()
    for number, each in enumerate(told):
        tracker.update(each)
        if number % step == 0:
            same_states(tracker)
    same_states(tracker)


def test_a_form_that_goes_round_begins_anew() -> None:
    tracker = conversation()
    turn = [ActionExecuted("action_listen"), said("ask", "number"), ActionExecuted("parcel_form")]
    for each in [*turn, events.ActiveLoop("parcel_form"), *map(copy.copy, turn), *map(copy.copy, turn)]:
        tracker.update(each)
        same_states(tracker)


def test_what_a_policy_does_to_its_states_is_not_seen_by_the_next() -> None:
    tracker = conversation()
    for each in (ActionExecuted("action_listen"), said("ask", "number"), SlotSet("mood", "good")):
        tracker.update(each)
    before = copy.deepcopy(past_states(tracker, DOMAIN))
    for state in past_states(tracker, DOMAIN):
        for part in state.values():
            part.clear()
    assert past_states(tracker, DOMAIN) == before


def test_nothing_is_replayed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    tracker, replayed = conversation(), []
    monkeypatch.setattr(DialogueStateTracker, "update", lambda self, told: replayed.append(told))
    first, second = [ActionExecuted("action_listen"), said("ask", "number")], [ActionExecuted("action_say")]
    for told in (first, second):
        tracker.events.extend(told)
        past_states(tracker, DOMAIN)
        past_states(tracker, DOMAIN)
    assert replayed == [*first, *second]
