"""Report the owner's numbers: read what is stored and have the core add it up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol

from parcelbot.core.owner.journal import JournalEntry
from parcelbot.core.owner.outcomes import RETURN_WITHIN, VISIT_GAP, ConversationHistory, visits_of
from parcelbot.core.owner.report import OpenedTicket, Report, make_report


class FiguresStore(Protocol):
    """A store of what a report is made of; every span is from its start up to, not including, its end."""

    def histories(self, start: datetime, end: datetime) -> Sequence[ConversationHistory]:
        """Read the conversations in which a shopper wrote in the span, with what falls into it."""

    def tickets_opened(self, start: datetime, end: datetime) -> Sequence[OpenedTicket]:
        """Read the tickets opened in the span."""

    def entries(self, start: datetime, end: datetime) -> Sequence[JournalEntry]:
        """Read the journal of the span."""


@dataclass(frozen=True)
class Figures:
    """Reports over days of the shop's zone. `clock` gives an aware now."""

    store: FiguresStore
    clock: Callable[[], datetime]
    zone: tzinfo

    def today(self) -> date:
        """Give the day it is at the shop."""
        return self.clock().astimezone(self.zone).date()

    def report(self, first: date, last: date) -> Report:
        """Report on the days from `first` to `last`, both included."""
        now = self.clock()
        start = datetime.combine(first, time(), self.zone)
        end = datetime.combine(last + timedelta(days=1), time(), self.zone)
        # a message may belong to a visit that began the day before, and a return shows only afterwards
        histories = self.store.histories(start - VISIT_GAP, end + VISIT_GAP + RETURN_WITHIN)
        return make_report(
            first,
            last,
            visits_of(histories, now),
            self.store.tickets_opened(start, end),
            self.store.entries(start, end),
            now,
            self.zone,
        )
