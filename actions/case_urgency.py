"""Count the days that make a case urgent: to the last one that was named, and since somebody wrote before."""

from __future__ import annotations

from datetime import date

from actions.said import typed_by_shopper
from actions.turn import Turn
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.visits import days_since_contact
from parcelbot.core.reading.facts.what_weighs import says_it_was_written_before
from parcelbot.core.reading.times.last_days import last_day


def days_to_the_last_day(turn: Turn, *known: date | None) -> int | None:
    """Count the days to the last day that the shopper or a scan named and that is not over; None for none.

    `known` are days that were read already: until when it is kept, when the shopper moves.
    """
    said, today = turn.said, turn.services.clock().date()
    typed = (m for m in said if m.author is Author.SHOPPER and m.text and not m.command)
    named = (*known, *(last_day(message.text, message.at.date()) for message in typed))
    return min(((day - today).days for day in named if day is not None and day >= today), default=None)


def days_until(day: str, today: date) -> int | None:
    """Count the days to an ISO date that is not over; None for none."""
    left = (date.fromisoformat(day) - today).days if day else -1
    return left if left >= 0 else None


def days_since_the_contact(turn: Turn, decided: DecidedEnquiry, known_order: str) -> int | None:
    """Count the days since somebody last wrote about this order or parcel; None for never."""
    order, services = decided.enquiry.order, turn.services
    names = (decided.enquiry.number, order.order_number if order else known_order)
    said = turn.said
    if any(says_it_was_written_before(text) for text in typed_by_shopper(said, turn.tracker.events)):
        return 0
    return days_since_contact(said, [name for name in names if name], services.clock())
