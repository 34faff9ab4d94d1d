"""Watch over promises: take the case from an agent who falls silent, tell the shopper that an answer is late."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from parcelbot.core.cases.conversation import Conversation
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.promises import PromiseRemedy, PromiseRules, WaitingTimes

logger = logging.getLogger(__name__)


class PromisedCase(Protocol):
    """A case somebody waits for."""

    @property
    def ticket(self) -> Ticket:
        """Return its ticket."""

    @property
    def conversation(self) -> Conversation | None:
        """Return its conversation; None when the ledger has none."""

    @property
    def times(self) -> WaitingTimes:
        """Tell since when shopper and agent wait for each other."""


class PromiseReader(Protocol):
    """The cases with a promise."""

    def to_check(self, now: datetime) -> Sequence[PromisedCase]:
        """List the cases about which something may have to be done."""


class Remedies(Protocol):
    """The remedies where somebody waits; they do nothing when the case has changed meanwhile."""

    def release_silent(self, reference: str) -> object:
        """Give the case back to the queue and tell the shopper."""

    def tell_waiting(self, reference: str) -> object:
        """Tell the shopper that the agent has not answered yet."""

    def tell_overdue(self, reference: str) -> object:
        """Tell the shopper that the answer is late."""


@dataclass(frozen=True)
class PromiseWatch:
    """Applies the rules to every case with a promise."""

    promised: PromiseReader
    remedies: Remedies
    rules: PromiseRules
    clock: Callable[[], datetime]

    def step(self) -> None:
        """Go through the cases once; one over which something fails does not keep the others waiting."""
        now = self.clock()
        for case in self.promised.to_check(now):
            remedy = self.rules.remedy(case.ticket, case.conversation, case.times, now)
            if remedy:
                self._apply(remedy, case.ticket.reference)

    def _apply(self, remedy: PromiseRemedy, reference: str) -> None:
        apply = {
            PromiseRemedy.RELEASE: self.remedies.release_silent,
            PromiseRemedy.TELL_WAITING: self.remedies.tell_waiting,
            PromiseRemedy.TELL_OVERDUE: self.remedies.tell_overdue,
        }[remedy]
        try:
            apply(reference)
            logger.info("%s: %s", reference, remedy.value)
        except Exception:
            logger.exception("%s: %s failed", reference, remedy.value)
