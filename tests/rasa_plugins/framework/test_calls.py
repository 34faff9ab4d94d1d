"""An action in this process sees a conversation as JSON would have brought it, made where it is looked at."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from parcelbot.rasa_plugins.framework.calls import CopiedDomain, EventsOnDemand, TrackerOnDemand, as_json

EVENTS: list[Event] = [
    ActionExecuted("action_listen"),
    UserUttered("hello", {"name": "greet"}, [], {"intent": {"name": "greet"}}, metadata={"at": (1, 2)}),
    SlotSet("parcel", ("a", "b")),
    ActiveLoop("parcel_form"),
    BotUttered("Hello!"),
]


@pytest.fixture
def tracker() -> DialogueStateTracker:
    return DialogueStateTracker.from_events("c-42", EVENTS, slots=Domain.from_dict(DOMAIN).slots)


DOMAIN = {
    "actions": [{"action_look": {"send_domain": True}}, "action_say"],
    "slots": {"parcel": {"type": "any", "mappings": [{"type": "custom"}]}},
}


def plain() -> list[dict[str, Any]]:
    return [as_json(event.as_dict()) for event in EVENTS]


def test_the_state_is_what_rasa_sends(tracker: DialogueStateTracker) -> None:
    state = TrackerOnDemand(tracker).current_state(EventVerbosity.ALL)
    assert {**state, "events": list(state["events"])} == as_json(tracker.current_state(EventVerbosity.ALL))
    assert TrackerOnDemand(tracker).sender_id == "c-42"


def test_the_call_as_a_whole_is_what_rasa_sends(tracker: DialogueStateTracker) -> None:
    domain, action = Domain.from_dict(DOMAIN), RemoteAction("action_say", None)
    call = action._action_call_format(TrackerOnDemand(tracker), CopiedDomain(domain))
    call["tracker"]["events"] = list(call["tracker"]["events"])
    assert call == as_json(action._action_call_format(tracker, domain))


def test_events_are_read_as_a_list_is() -> None:
    events, expected = EventsOnDemand(EVENTS), plain()
    assert list(events) == expected
    assert list(reversed(events)) == expected[::-1]
    assert (events[-1], events[1:3], events[::-2]) == (expected[-1], expected[1:3], expected[::-2])
    assert (len(events), events.index(expected[2])) == (5, 2)
    with pytest.raises(IndexError):
        events[5]


def test_events_are_changed_as_a_list_is_and_the_trackers_stay() -> None:
    events, expected = EventsOnDemand(EVENTS), plain()
    for each in (events, expected):
        each.append({"event": "slot"})
        each[0] = {"event": "followup"}
        del each[1:3]
    assert list(events) == expected
    assert EVENTS[0].as_dict()["event"] == "action"


def test_only_what_is_looked_at_is_made() -> None:
    class Unreadable(ActionExecuted):
        def as_dict(self) -> dict[str, Any]:
            raise AssertionError("nobody asked")

    events = EventsOnDemand([Unreadable("action_listen"), SlotSet("parcel", "X")])
    assert events[-1]["value"] == "X"
    with pytest.raises(AssertionError):
        events[0]


def test_an_event_is_made_once() -> None:
    events = EventsOnDemand(EVENTS)
    assert events[1] is events[1]


def test_a_domain_is_copied_once_and_knows_whose_copy_it_is() -> None:
    domain = Domain.from_dict(DOMAIN)
    copy = CopiedDomain(domain)
    assert copy.as_dict() == domain.as_dict()
    assert copy.as_dict() is copy.as_dict() is not domain.as_dict()
    assert (copy.is_of(domain), copy.is_of(Domain.from_dict(DOMAIN))) == (True, False)
    needs = [copy.does_custom_action_explicitly_need_domain(name) for name in ("action_look", "action_say")]
    assert needs == [True, False]
