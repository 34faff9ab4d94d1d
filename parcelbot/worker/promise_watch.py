"""Watches over promises: an agent who falls silent loses the conversation, a late answer is owned up to."""

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
    """A ticket somebody waits for."""

    @property
    def ticket(self) -> Ticket:
        """The ticket."""

    @property
    def conversation(self) -> Conversation | None:
        """Its conversation, if the ledger has it."""

    @property
    def times(self) -> WaitingTimes:
        """Who waits for whom, and since when."""


class PromiseReader(Protocol):
    """Where the watch looks."""

    def to_check(self, now: datetime) -> Sequence[PromisedCase]:
        """Tickets about which something may have to be done."""


class Remedies(Protocol):
    """What can be done; both do nothing when the case has changed meanwhile."""

    def release_silent(self, reference: str) -> object:
        """Back to the queue, and the shopper is told."""

    def tell_overdue(self, reference: str) -> object:
        """Tell the shopper that the answer is late."""


@dataclass(frozen=True)
class Watchman:
    """Goes through everything that is at stake."""

    promised: PromiseReader
    remedies: Remedies
    rules: PromiseRules
    clock: Callable[[], datetime]

    def step(self) -> None:
        """One round; a case over which something fails does not keep the others waiting."""
        now = self.clock()
        for case in self.promised.to_check(now):
            remedy = self.rules.remedy(case.ticket, case.conversation, case.times, now)
            if remedy:
                self._apply(remedy, case.ticket.reference)

    def _apply(self, remedy: PromiseRemedy, reference: str) -> None:
        apply = {
            PromiseRemedy.RELEASE: self.remedies.release_silent,
            PromiseRemedy.TELL_OVERDUE: self.remedies.tell_overdue,
        }[remedy]
        try:
            apply(reference)
            logger.info("%s: %s", reference, remedy.value)
        except Exception:
            logger.exception("%s: %s failed", reference, remedy.value)
