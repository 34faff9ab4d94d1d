"""Deliver to any helpdesk step by step, each step at most once; each client knows how its own helpdesk does it.

Whether something is there already is asked of the helpdesk every time: an answer may have been lost, a worker
killed, a dead delivery revived with its attempts counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.helpdesk.protocol import CaseCopy


class HelpdeskCalls(Protocol):
    """The single steps of a delivery, as one helpdesk does them. `remote_id` is what it calls the ticket."""

    def find(self, case: CaseCopy) -> str:
        """Find what it calls our ticket; "" when it has none."""

    def open(self, delivery: Delivery, case: CaseCopy) -> str:
        """Create the ticket, or finish one of which the answer was lost."""

    def holds(self, remote_id: str, delivery: Delivery) -> bool:
        """Return True when this delivery has arrived before."""

    def add_update(self, remote_id: str, delivery: Delivery, case: CaseCopy) -> None:
        """Add what has become known of the case."""

    def add_line(self, remote_id: str, delivery: Delivery, said: Message, case: CaseCopy) -> None:
        """Add what was said."""

    def set_status(self, remote_id: str, status: TicketStatus) -> None:
        """Set the status of the case."""


def deliver_once(helpdesk: HelpdeskCalls, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
    """Deliver, and return what the helpdesk calls the ticket; DeliveryFailed for everything that goes wrong."""
    try:
        return _deliver(helpdesk, delivery, case, remote_id)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # Mostly a proxy's own answer while the helpdesk behind it restarts.
        raise DeliveryFailed(f"The helpdesk's answer has another shape than documented ({error!r}).") from error


def open_once(
    helpdesk: HelpdeskCalls, delivery: Delivery, case: CaseCopy, create: Callable[[Delivery, CaseCopy], str]
) -> str:
    """Create the ticket where a whole case goes in one call; one that is there already gets what is new."""
    known = helpdesk.find(case)
    if not known:
        return create(delivery, case)
    if not helpdesk.holds(known, delivery):
        helpdesk.add_update(known, delivery, case)
    return known


def _deliver(helpdesk: HelpdeskCalls, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
    if delivery.kind is DeliveryKind.TICKET and not remote_id:
        return helpdesk.open(delivery, case)
    known = remote_id or helpdesk.find(case)
    if not known:
        raise DeliveryFailed("The ticket itself has not arrived there; deliver that first.", permanent=True)
    if delivery.kind is DeliveryKind.STATUS:
        # Where the case stands now, not where it stood: so late deliveries do not undo newer changes.
        helpdesk.set_status(known, case.ticket.status)
    elif not helpdesk.holds(known, delivery):
        _add(helpdesk, known, delivery, case)
    return known


def _add(helpdesk: HelpdeskCalls, known: str, delivery: Delivery, case: CaseCopy) -> None:
    if delivery.kind is DeliveryKind.TICKET:
        helpdesk.add_update(known, delivery, case)
    elif case.said is not None:
        helpdesk.add_line(known, delivery, case.said, case)
    else:
        raise DeliveryFailed("What was said is no longer in the ledger.", permanent=True)


def oldest_id(found: Iterable[Mapping[str, Any]]) -> str:
    """Return the lowest "id" of the tickets a helpdesk found; "" when it found none."""
    return str(min((int(ticket["id"]) for ticket in found), default=""))
