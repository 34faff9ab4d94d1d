"""Remove conversations from everywhere at once, while the servers run."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from parcelbot.core.owner.privacy import IdentityTraces, KeptData, count_in_words
from parcelbot.core.wording import list_words

#: A conversation that is being removed is kept from the assistant for this long at most.
_LEASE = timedelta(minutes=5)
#: A turn that is running ends within its own time-outs; after this long it is stuck.
_PATIENCE_S = 60.0
_POLL_S = 0.2


class StillBusy(RuntimeError):
    """A removal given up while the assistant is at work in a conversation; nothing was removed."""


class Records(Protocol):
    """A database of ledger, tickets and all that hangs on them."""

    def mentioning(self, texts: Collection[str]) -> Sequence[IdentityTraces]:
        """Find every conversation in which one of `texts` may appear, whoever said it."""

    def findings(self, conversation_ids: Collection[str]) -> KeptData:
        """Sum up what is kept of these conversations."""

    def dossier(self, conversation_ids: Collection[str]) -> Mapping[str, Any]:
        """Read all that is kept of them, as `parcelbot.usecases.privacy.dossier.archive` takes it."""

    def files(self, conversation_ids: Collection[str]) -> Sequence[str]:
        """List the names of their files in the attachments' directory."""

    def remove(self, conversation_ids: Collection[str], parcels: Collection[str], journal: bool) -> Counter[str]:
        """Remove them and look-ups of the parcels, with their lines of the `journal` or without; counts by kind."""

    def mask(self, email: str) -> int:
        """Take the address out of everything that is kept; gives the number of places."""

    def outlived(self, before: datetime, limit: int) -> Sequence[str]:
        """Find at most `limit` conversations without an active ticket in which nothing happened since `before`."""

    def forget_rest(self, before: datetime) -> Counter[str]:
        """Remove ended tickets of conversations that go on, and look-ups, from before `before`; counts by kind."""

    def forget_journal(self, before: datetime) -> int:
        """Remove the journal's lines from before `before`, but for those of open cases; gives their number."""

    def forget_audit(self, before: datetime) -> int:
        """Remove the audit log's lines from before `before`, but for those of open cases; gives their number."""

    def forget_journeys(self, before: datetime) -> int:
        """Remove the journeys of parcels that were delivered before `before`; gives their number."""

    def in_ledger(self, conversation_ids: Collection[str]) -> frozenset[str]:
        """Keep the ids that the ledger knows."""

    def has_file(self, file_name: str) -> bool:
        """Tell whether a file of the attachments' directory belongs to a conversation."""


class Trackers(Protocol):
    """A store of the assistant's own memory of conversations, as Rasa's events."""

    def remove(self, conversation_ids: Collection[str]) -> int:
        """Remove the memory of these conversations; gives the number of events."""

    def mask(self, email: str) -> int:
        """Take the address out of all events; gives the number of events."""

    def memories(self, conversation_ids: Collection[str]) -> Mapping[str, Sequence[Any]]:
        """Read the events of each conversation that is remembered."""

    def quiet_since(self, before: datetime) -> Sequence[str]:
        """List the conversations whose last event is older than `before`."""


class TurnClaims(Protocol):
    """A registry of who deals with a conversation now."""

    def claim(self, conversation_id: str, runner: str, now: datetime, lease: timedelta) -> bool:
        """Take the conversation; False while the assistant is at work in it."""

    def release(self, conversation_id: str, runner: str) -> bool:
        """Give the conversation back; False when the runner did not have it."""


@dataclass(frozen=True)
class Remover:
    """A remover of conversations; `signal` tells open pages that one changed. `clock` gives an aware now."""

    records: Records
    trackers: Trackers
    claims: TurnClaims
    attachments_dir: Path
    clock: Callable[[], datetime]
    signal: Callable[[str], None] = lambda _: None
    sleep: Callable[[float], None] = time.sleep

    def remove(
        self, conversation_ids: Collection[str], parcels: Collection[str] = (), journal: bool = True
    ) -> Counter[str]:
        """Remove them for good; gives counts by kind. StillBusy when the assistant does not let go.

        The assistant is kept out meanwhile: a turn that is still running writes its memory anew at its end.
        Files go first and rows last, so that after a crash the next run finds the rest.
        """
        runner = f"privacy:{uuid.uuid4().hex}"
        self._keep_assistant_out(self.records.in_ledger(conversation_ids), runner)
        try:
            removed = Counter({"file": self._remove_files(conversation_ids)})
            removed["event in the assistant's memory"] = self.trackers.remove(conversation_ids)
            removed += self.records.remove(conversation_ids, parcels, journal)
        finally:
            self._let_assistant_in(conversation_ids, runner)
        for conversation_id in conversation_ids:
            self.signal(conversation_id)
        return removed

    def _keep_assistant_out(self, conversation_ids: Collection[str], runner: str) -> None:
        free = set(conversation_ids)
        for _ in range(int(_PATIENCE_S / _POLL_S)):
            free = {i for i in free if not self.claims.claim(i, runner, self.clock(), _LEASE)}
            if not free:
                return
            self.sleep(_POLL_S)
        self._let_assistant_in(conversation_ids, runner)
        raise StillBusy("the assistant is at work in a conversation; try again in a minute")

    def _let_assistant_in(self, conversation_ids: Collection[str], runner: str) -> None:
        for conversation_id in conversation_ids:
            self.claims.release(conversation_id, runner)

    def _remove_files(self, conversation_ids: Collection[str]) -> int:
        removed = 0
        for name in self.records.files(conversation_ids):
            with suppress(FileNotFoundError):
                (self.attachments_dir / name).unlink()
                removed += 1
        return removed


def removed_in_words(counts: Mapping[str, int]) -> str:
    """Word the counts of what was removed: "2 conversations and 14 messages"; "nothing" for nothing."""
    return list_words([count_in_words(what, count) for what, count in counts.items() if count]) or "nothing"
