"""Read what is kept of conversations: as counts, and in full for the shopper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.engine import Connection

from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.core.owner.privacy import ExternalCopy, KeptData
from parcelbot.store.radar.tables import open_parcels
from parcelbot.store.schema.conditions import chunks
from parcelbot.store.schema.conversations import attachments, conversations, messages
from parcelbot.store.schema.tickets import journal, outbox, private_notes, remote_tickets, tickets
from parcelbot.store.shipments import shipments
from parcelbot.store.watching.tables import browsers, watch_events, watches

_COUNTED: Mapping[str, Any] = {
    "conversation": conversations.c.id,
    "message": messages.c.conversation_id,
    "file": attachments.c.conversation_id,
    "ticket": tickets.c.conversation_id,
    "line of statistics": journal.c.conversation_id,
    "watched parcel": watches.c.conversation_id,
    "notified browser": browsers.c.conversation_id,
}
_COUNTED_BY_TICKET: Mapping[str, Any] = {
    "private note": private_notes.c.reference,
    "delivery": outbox.c.reference,
}
_INTERNAL = frozenset(
    {
        "active_key",
        "after_seq",
        "runner",
        "lease_until",
        "fence",
        "beat",
        "echo_id",
        "pending",
        "attempts",
        "failing_since",
        "offers",
        "spent",
        "visitor",
        "card_rev",
        "due_at",
        "woken",
        "look_at",
        "sweep",
    }
)


def findings(connection: Connection, conversation_ids: Collection[str]) -> KeptData:
    """Count what is kept of these conversations, and list what of it has left the house."""
    references = references_of(connection, conversation_ids)
    counts: Counter[str] = Counter()
    for what, column in _COUNTED.items():
        counts[what] = _count(connection, column, conversation_ids)
    for what, column in _COUNTED_BY_TICKET.items():
        counts[what] = _count(connection, column, references)
    copies = tuple(copy for some in chunks(references) for copy in _external_copies(connection, some))
    return KeptData(tuple(conversation_ids), tuple(references), +counts, external_copies=copies)


def references_of(connection: Connection, conversation_ids: Collection[str]) -> list[str]:
    """Read the references of these conversations' tickets."""
    return [row["reference"] for row in _rows(connection, tickets, tickets.c.conversation_id, conversation_ids)]


def watches_of(connection: Connection, conversation_ids: Collection[str]) -> list[str]:
    """Read the ids of these conversations' watches."""
    return [row["id"] for row in _rows(connection, watches, watches.c.conversation_id, conversation_ids)]


def dossier(connection: Connection, conversation_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Read all that is kept of these conversations, as lists of rows by what they are.

    Rows are as JSON can hold them, but for datetimes; a list may be empty, but is never missing.
    """
    cases = _rows(connection, tickets, tickets.c.conversation_id, conversation_ids)
    references = [case["reference"] for case in cases]
    watched = _rows(connection, watches, watches.c.conversation_id, conversation_ids)
    watch_ids = [watch["id"] for watch in watched]
    numbers = sorted({case["tracking_number"] for case in cases} | {watch["number"] for watch in watched} - {""})
    return {
        "conversations": _rows(connection, conversations, conversations.c.id, conversation_ids),
        "messages": _rows(connection, messages, messages.c.conversation_id, conversation_ids),
        "files": _rows(connection, attachments, attachments.c.conversation_id, conversation_ids),
        "tickets": cases,
        "private_notes": _rows(connection, private_notes, private_notes.c.reference, references),
        "deliveries": _rows(connection, outbox, outbox.c.reference, [*references, *watch_ids]),
        "watched_parcels": watched,
        "written_about_parcels": _rows(connection, watch_events, watch_events.c.watch_id, watch_ids),
        "notified_browsers": _rows(connection, browsers, browsers.c.conversation_id, conversation_ids),
        "statistics": _rows(connection, journal, journal.c.conversation_id, conversation_ids),
        "tracking": _rows(connection, shipments, shipments.c.number, numbers),
    }


def open_parcels_of(connection: Connection, email: str) -> list[dict[str, Any]]:
    """Read what the radar keeps of the parcels of an address's orders; [] for none."""
    same = func.lower(open_parcels.c.email) == email.strip().lower()
    rows = connection.execute(select(open_parcels).where(same).order_by(open_parcels.c.number)).mappings()
    return [{name: value for name, value in row.items() if name not in _INTERNAL} for row in rows]


def _external_copies(connection: Connection, references: list[str]) -> list[ExternalCopy]:
    """List one copy for each destination and ticket; a delivery that was begun may have arrived."""
    begun = (outbox.c.state == DeliveryState.DELIVERED.value) | (outbox.c.attempts > 0)
    last = func.max(outbox.c.delivered_at)
    sent = select(outbox.c.destination, outbox.c.reference, last).where(outbox.c.reference.in_(references), begun)
    named = select(remote_tickets).where(remote_tickets.c.reference.in_(references))
    found: dict[tuple[str, str], tuple[str, datetime | None]] = {}
    for destination, reference, at in connection.execute(sent.group_by(outbox.c.destination, outbox.c.reference)):
        found[destination, reference] = ("", at)
    for row in connection.execute(named):
        found[row.destination, row.reference] = (row.remote_id, row.at)
    return [ExternalCopy(*where, remote_id=remote_id, at=at) for where, (remote_id, at) in sorted(found.items())]


def _count(connection: Connection, column: Any, values: Collection[str]) -> int:
    query = select(func.count())
    return sum(connection.execute(query.where(column.in_(some))).scalar_one() for some in chunks(values))


def _rows(connection: Connection, table: Table, column: Any, values: Collection[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for some in chunks(values):
        rows = connection.execute(select(table).where(column.in_(some)).order_by(*table.primary_key)).mappings()
        found += [{name: value for name, value in row.items() if name not in _INTERNAL} for row in rows]
    return found
