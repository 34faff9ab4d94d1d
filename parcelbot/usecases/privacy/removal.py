"""Remove conversations from everywhere at once, while the servers run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from parcelbot.core.cases.conversation import TurnClaim
from parcelbot.core.owner.privacy import IdentityTraces, KeptData, count_in_words
from parcelbot.core.wording import list_words

#: A turn that is running ends within its own time-outs; after this long it is stuck.
_PATIENCE_S = 60.0
_POLL_S = 0.2
_BUSY = "the assistant is at work in a conversation; try again in a minute"


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

    def open_parcels(self, email: str) -> Sequence[Mapping[str, Any]]:
        """Read what the radar keeps of the parcels of this address's orders."""

    def forget_open(self, email: str, now: datetime) -> int:
        """Remove the open parcels of this address's orders, and keep them out; gives their number."""

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

    def take(self, conversation_id: str, runner: str) -> TurnClaim | None:
        """Take the conversation; None while the assistant is at work in it."""

    def keep(self, claim: TurnClaim) -> bool:
        """Show that we still need it; False when the assistant has it again."""

    def release(self, claim: TurnClaim) -> None:
        """Give the conversation back."""


@dataclass(frozen=True)
class Remover:
    """A remover of conversations; `signal` tells open pages that one changed. `clock` gives an aware now.

    `runner` is the name under which claims are held.
    """

    records: Records
    trackers: Trackers
    claims: TurnClaims
    attachments_dir: Path
    clock: Callable[[], datetime]
    runner: str
    signal: Callable[[str], None] = lambda _: None
    sleep: Callable[[float], None] = time.sleep

    def remove(
        self, conversation_ids: Collection[str], parcels: Collection[str] = (), journal: bool = True
    ) -> Counter[str]:
        """Remove them for good; gives counts by kind. StillBusy when the assistant does not let go.

        The assistant is kept out meanwhile: a turn that is still running writes its memory anew at its end.
        Files go first and rows last, so that after a crash the next run finds the rest.
        """
        held: dict[str, TurnClaim] = {}
        try:
            self._keep_assistant_out(self.records.in_ledger(conversation_ids), held)
            removed = Counter({"file": self._remove_files(conversation_ids)})
            self._keep(held)
            removed["event in the assistant's memory"] = self.trackers.remove(conversation_ids)
            self._keep(held)
            removed += self.records.remove(conversation_ids, parcels, journal)
        finally:
            for claim in held.values():
                self.claims.release(claim)
        for conversation_id in conversation_ids:
            self.signal(conversation_id)
        return removed

    def _keep_assistant_out(self, conversation_ids: Collection[str], held: dict[str, TurnClaim]) -> None:
        """Take every conversation; those taken are in `held` also when that is given up."""
        for _ in range(int(_PATIENCE_S / _POLL_S)):
            for conversation_id in set(conversation_ids) - set(held):
                if claim := self.claims.take(conversation_id, self.runner):
                    held[conversation_id] = claim
            if len(held) == len(conversation_ids):
                return
            self.sleep(_POLL_S)
            self._keep(held)
        raise StillBusy(_BUSY)

    def _keep(self, held: Mapping[str, TurnClaim]) -> None:
        """Show the assistant that we are still at it; StillBusy when it has a conversation again."""
        if not all(self.claims.keep(claim) for claim in held.values()):
            raise StillBusy(_BUSY)

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
