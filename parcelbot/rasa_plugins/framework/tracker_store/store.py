"""Store conversations for Rasa; `endpoints.yml` names the class."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT_NAME_KEY

from parcelbot.rasa_plugins.framework.tracker_store.copying import copied
from parcelbot.rasa_plugins.framework.tracker_store.folding import Folding, fold
from parcelbot.rasa_plugins.framework.tracker_store.live import NOBODY, LiveTracker, LiveTrackers
from parcelbot.store.trackers.database import open_trackers
from parcelbot.store.trackers.event_log import Appended, EventLog, LoggedEvent, Standing, TrackerFold, TrackerHead

logger = logging.getLogger(__name__)

_STORED = "_stored"


@dataclass(frozen=True)
class _Stored:
    """The part of a tracker that the database has: its first `events`, as of `version`; None for a new conversation."""

    version: int | None
    events: int


class LiveTrackerStore(TrackerStore):
    """Rasa's store of trackers over a database of all events, with the live conversations in memory.

    A turn asks once whether the conversation's version is still the one in memory, and writes its new events. A
    tracker that is given out has the newest session only, and of a long one the newest turns after a snapshot;
    `retrieve_full_tracker` has everything. Another process may write to the same conversations: then all events are
    kept, in the order of their turns' ends, and memory is read anew.
    """

    def __init__(
        self, domain: Domain | None = None, host: str = "", event_broker: EventBroker | None = None, **kwargs: Any
    ) -> None:
        """`host` is what `endpoints.yml` has under `url`: an SQLite file or a URL."""
        self._live = LiveTrackers()
        self._log = EventLog(open_trackers(host))
        super().__init__(domain, event_broker, **kwargs)

    @property
    def domain(self) -> Domain:
        """The model's domain, which says what slots there are."""
        return self._domain

    @domain.setter
    def domain(self, domain: Domain | None) -> None:
        self._domain = domain or Domain.empty()
        self._live.clear()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Give the conversation's newest session as Rasa knows it, the caller's to change; None for an unknown one."""
        held = self._live.get(sender_id)
        # until it is known again, also when the database does not answer
        self._live.drop(sender_id)
        found = await asyncio.to_thread(self._load, sender_id, held)
        self._live.put(sender_id, found or NOBODY)
        return _given_out(found) if found else None

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """Give the conversation with all its sessions and turns; None for an unknown one."""
        return await asyncio.to_thread(self._load_all, conversation_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what has been added to a tracker since it was given out, and hold it in memory."""
        known: _Stored = tracker.__dict__.get(_STORED) or await self._found_as(tracker)
        tracker.__dict__[_STORED] = known
        new = list(islice(tracker.events, known.events, None))
        if not new:
            return
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)
        folding = fold(tracker)
        self._live.drop(tracker.sender_id)
        appended = await asyncio.to_thread(self._append, tracker.sender_id, known.version, new, folding)
        self._keep(tracker, folding, appended)

    async def keys(self) -> Iterable[str]:
        """List the ids of all conversations."""
        return await asyncio.to_thread(self._log.conversations)

    def close(self) -> None:
        """Close the database."""
        self._log.close()

    async def _found_as(self, tracker: DialogueStateTracker) -> _Stored:
        """Tell how much is stored of a tracker that was not given out here: nothing if nobody was found before.

        Else the conversation is compared by its length, as Rasa's own store does: what is longer than what is stored
        counts as new. So a turn that began while the database did not answer does not begin the conversation anew.
        """
        if self._live.get(tracker.sender_id) is NOBODY:
            return _Stored(None, 0)
        stored = await self.retrieve(tracker.sender_id)
        return _Stored(None, 0) if stored is None else stored.__dict__[_STORED]

    def _load(self, conversation_id: str, held: LiveTracker | None) -> LiveTracker | None:
        head = self._log.head(conversation_id)
        if head is None:
            return None
        if held is not None and held.version == head.version:
            return held
        return LiveTracker(self._tracker(conversation_id, head), head.version)

    def _tracker(self, conversation_id: str, head: TrackerHead) -> DialogueStateTracker:
        told = [*head.snapshot, *self._log.events_after(conversation_id, head.folded_id)]
        return DialogueStateTracker.from_dict(conversation_id, told, self.domain.slots)

    def _load_all(self, conversation_id: str) -> DialogueStateTracker | None:
        head = self._log.head(conversation_id)
        if head is None:
            return None
        told = self._log.events_after(conversation_id, 0)
        tracker = DialogueStateTracker.from_dict(conversation_id, told, self.domain.slots)
        _note_stored(tracker, head.version)
        return tracker

    def _append(
        self, conversation_id: str, version: int | None, new: Sequence[Event], folding: Folding | None
    ) -> Appended:
        shorter = TrackerFold([event.as_dict() for event in folding.snapshot], folding.kept) if folding else None
        return self._log.append(conversation_id, version, list(map(_logged, new)), shorter)

    def _keep(self, tracker: DialogueStateTracker, folding: Folding | None, appended: Appended) -> None:
        if appended.standing is Standing.REMOVED:
            logger.warning("conversation %s was removed while its turn ran; the turn is not kept", tracker.sender_id)
            return
        _note_stored(tracker, appended.version)
        if appended.standing is Standing.AS_KNOWN:
            kept = folding.tracker if folding else tracker
            self._live.put(tracker.sender_id, LiveTracker(copied(kept), appended.version))


def _given_out(live: LiveTracker) -> DialogueStateTracker:
    tracker = copied(live.tracker)
    _note_stored(tracker, live.version)
    return tracker


def _note_stored(tracker: DialogueStateTracker, version: int) -> None:
    tracker.__dict__[_STORED] = _Stored(version, len(tracker.events))


def _logged(event: Event) -> LoggedEvent:
    data = event.as_dict()
    intent = data.get("parse_data", {}).get("intent", {}).get(INTENT_NAME_KEY)
    return LoggedEvent(event.type_name, event.timestamp, intent, data.get("name"), data)
