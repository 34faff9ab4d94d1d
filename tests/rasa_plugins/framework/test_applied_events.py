"""The events that count are those Rasa counts, whatever was reverted, restarted or repeated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.events import ActionExecuted, Event

from parcelbot.rasa_plugins.framework.applied_events import applied_events
from tests.rasa_plugins.framework.happenings import any_event, conversation


class ActionOfAnother(ActionExecuted):
    """An event that somebody has made of one of Rasa's."""


@given(st.lists(any_event, max_size=40))
def test_in_any_conversation(told: list[Event]) -> None:
    tracker = conversation()
    tracker.events.extend(told)
    ours, rasas = applied_events(tracker), tracker.applied_events()
    assert [id(event) for event in ours] == [id(event) for event in rasas]


@given(st.lists(any_event | st.builds(ActionOfAnother, st.just("parcel_form")), max_size=20))
def test_an_event_of_a_class_that_comes_from_rasas_counts_as_rasas_does(told: list[Event]) -> None:
    tracker = conversation()
    tracker.events.extend(told)
    assert [id(event) for event in applied_events(tracker)] == [id(event) for event in tracker.applied_events()]
