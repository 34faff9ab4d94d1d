"""Hand a conversation to an action of this process: what HTTP and JSON would make of it, made only where it is read.

An action gets copies, so that nothing it does to them reaches Rasa's tracker: slots and the latest message at once,
each event when it is looked at, the domain once for all calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, MutableSequence
from typing import Any, overload

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

Json = dict[str, Any]


def as_json(value: Any) -> Any:
    """Copy `value` as it would arrive over HTTP: lists for tuples, texts for keys; TypeError for what cannot."""
    return json.loads(json.dumps(value))


class EventsOnDemand(MutableSequence[Json]):
    """A tracker's events as dictionaries; each is made when it is first looked at."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events: list[Event | Json] = list(events)

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> list[Json]: ...
    def __getitem__(self, index: int | slice) -> Json | list[Json]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        event = self._events[index]
        if not isinstance(event, dict):
            event = self._events[index] = as_json(event.as_dict())
        return event

    def __setitem__(self, index: Any, value: Any) -> None:
        self._events[index] = value

    def __delitem__(self, index: int | slice) -> None:
        del self._events[index]

    def __len__(self) -> int:
        return len(self._events)

    def insert(self, index: int, value: Json) -> None:
        """Put an event in, as `Tracker.add_slots` does at the end."""
        self._events.insert(index, value)


class TrackerOnDemand:
    """A tracker as far as Rasa needs it to describe a conversation to an action."""

    def __init__(self, tracker: DialogueStateTracker) -> None:
        self._tracker = tracker

    @property
    def sender_id(self) -> str:
        """The conversation's id."""
        return str(self._tracker.sender_id)

    def current_state(self, _: EventVerbosity) -> Json:
        """Give the conversation's state with all its events."""
        state: Json = as_json(self._tracker.current_state(EventVerbosity.NONE))
        return {**state, "events": EventsOnDemand(self._tracker.events)}


class CopiedDomain:
    """A domain whose dictionary is copied once; the copy stands in for all that a call asks of it."""

    def __init__(self, domain: Domain) -> None:
        self._domain = domain
        self._copy: Json = as_json(domain.as_dict())

    def is_of(self, domain: Domain) -> bool:
        """Tell whether this is a copy of `domain`: a new model brings a new one."""
        return self._domain is domain

    def as_dict(self) -> Json:
        """Give the copy, the same for every action."""
        return self._copy

    def does_custom_action_explicitly_need_domain(self, action_name: str) -> bool:
        """Tell whether the domain says so."""
        return bool(self._domain.does_custom_action_explicitly_need_domain(action_name))
