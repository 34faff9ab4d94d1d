"""What delivering to any helpdesk comes down to; each client knows how its own helpdesk does it.

Whether something is there already is asked of the helpdesk every time: an answer may have been lost, a worker
killed, a dead delivery revived with its attempts counted anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.helpdesk.protocol import CaseCopy


class HelpdeskCalls(Protocol):
    """The single steps, as one helpdesk does them. `remote_id` is what it calls the ticket."""

    def find(self, case: CaseCopy) -> str:
        """What it calls our ticket; "" when it has none."""

    def open(self, delivery: Delivery, case: CaseCopy) -> str:
        """Create the ticket, or finish one of which the answer was lost."""

    def holds(self, remote_id: str, delivery: Delivery) -> bool:
        """Whether this delivery has arrived before."""

    def add_update(self, remote_id: str, delivery: Delivery, case: CaseCopy) -> None:
        """Tell that more is known of the case."""

    def add_line(self, remote_id: str, delivery: Delivery, said: Message, case: CaseCopy) -> None:
        """Add what was said."""

    def set_status(self, remote_id: str, status: TicketStatus) -> None:
        """Say where the case stands."""


def carry_out(steps: HelpdeskCalls, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
    """Deliver step by step, each at most once; what the helpdesk calls the ticket. Raises DeliveryFailed."""
    try:
        return _carry_out(steps, delivery, case, remote_id)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # Mostly a proxy's own answer while the helpdesk behind it restarts.
        raise DeliveryFailed(f"The helpdesk's answer has another shape than documented ({error!r}).") from error


def open_once(
    steps: HelpdeskCalls, delivery: Delivery, case: CaseCopy, create: Callable[[Delivery, CaseCopy], str]
) -> str:
    """For helpdesks that take a whole case in one call: one that is there already gets what is new."""
    known = steps.find(case)
    if not known:
        return create(delivery, case)
    if not steps.holds(known, delivery):
        steps.add_update(known, delivery, case)
    return known


def _carry_out(steps: HelpdeskCalls, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
    if delivery.kind is DeliveryKind.TICKET and not remote_id:
        return steps.open(delivery, case)
    known = remote_id or steps.find(case)
    if not known:
        raise DeliveryFailed("The ticket itself has not arrived there; deliver that first.", permanent=True)
    if delivery.kind is DeliveryKind.STATUS:
        # Where the case stands now, not where it stood: so late deliveries do not undo newer changes.
        steps.set_status(known, case.ticket.status)
    elif not steps.holds(known, delivery):
        _add(steps, known, delivery, case)
    return known


def _add(steps: HelpdeskCalls, known: str, delivery: Delivery, case: CaseCopy) -> None:
    if delivery.kind is DeliveryKind.TICKET:
        steps.add_update(known, delivery, case)
    elif case.said is not None:
        steps.add_line(known, delivery, case.said, case)
    else:
        raise DeliveryFailed("What was said is no longer in the ledger.", permanent=True)
