"""Conversations turn by turn, and assistants' stores that keep them."""

from __future__ import annotations

import asyncio
import copy
import itertools
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from parcelbot.rasa_plugins.framework.tracker_store.store import LiveTrackerStore
from tests.rasa_plugins.framework.happenings import DOMAIN, said

T = TypeVar("T")

TALK = "c-42"
LISTEN = ActionExecuted("action_listen")
START: tuple[Event, ...] = (ActionExecuted("action_session_start"), SessionStarted(), LISTEN)

_seconds = itertools.count(1_790_000_000)


class Stores:
    """Stores of several assistants over one database; each call runs to its end in one event loop."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.loop = asyncio.new_event_loop()
        self.opened: list[LiveTrackerStore] = []

    def open(self) -> LiveTrackerStore:
        store = LiveTrackerStore(DOMAIN, self.url)
        self.opened.append(store)
        return store

    def rasas(self) -> SQLTrackerStore:
        return SQLTrackerStore(DOMAIN, host=self.url) if "postgres" in self.url else self._rasas_file()

    def _rasas_file(self) -> SQLTrackerStore:
        return SQLTrackerStore(DOMAIN, db=self.url.removeprefix("sqlite:///"))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def given(self, store: TrackerStore, talk: str = TALK) -> DialogueStateTracker | None:
        return self.run(store.retrieve(talk))

    def whole(self, store: TrackerStore, talk: str = TALK) -> DialogueStateTracker:
        tracker = self.run(store.retrieve_full_tracker(talk))
        assert tracker is not None
        return tracker

    def turn(self, store: TrackerStore, told: Sequence[Event], talk: str = TALK) -> DialogueStateTracker:
        """One turn: the tracker is fetched, these things happen, it is stored."""
        tracker = self.run(store.get_or_create_tracker(talk, append_action_listen=False))
        add(tracker, told)
        self.run(store.save(tracker))
        return tracker

    def close(self) -> None:
        for store in self.opened:
            store.close()
        self.loop.close()


def add(tracker: DialogueStateTracker, told: Sequence[Event]) -> None:
    """Let these things happen, each a second after the one before."""
    for event in told:
        happens = copy.deepcopy(event)
        happens.timestamp = float(next(_seconds))
        tracker.update(happens)


def answered(number: int) -> list[Event]:
    """A message, a reply that remembers which one it was, and listening."""
    reply = [ActionExecuted("action_say"), BotUttered(f"answer {number}"), SlotSet("note", {"turn": number})]
    return [said("ask", "number"), *reply, SlotSet("mood", "good" if number % 2 else None), LISTEN]


def state(tracker: DialogueStateTracker | None) -> dict[str, Any] | None:
    """Where a conversation stands, with all its events."""
    return tracker and tracker.current_state(EventVerbosity.ALL)
