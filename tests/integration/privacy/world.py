"""Shoppers, their conversations, tickets and all that hangs on them, in real databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, text

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.core.outgoing.deliveries import DeliveryKind, DeliveryState
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.reading.number_formats import find_numbers
from parcelbot.store.cases.audit import Audit
from parcelbot.store.cases.ticket_rows import row_of
from parcelbot.store.following import followed_parcels
from parcelbot.store.ledger.attachments import Attachment, Attachments
from parcelbot.store.ledger.backlog import mark_done
from parcelbot.store.ledger.claims import SqlTurnClaims
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.owner.erasure import SqlShopperRecords
from parcelbot.store.owner.trackers import SqlTrackers
from parcelbot.store.schema.metadata import metadata
from parcelbot.store.schema.tickets import audit, journal, outbox, private_notes, remote_tickets, ticket_reads, tickets
from parcelbot.store.shipments import shipments
from parcelbot.store.trackers.database import open_trackers
from parcelbot.store.trackers.event_log import EventLog, LoggedEvent
from parcelbot.usecases.privacy.removal import Remover
from parcelbot.usecases.privacy.retention import Retention
from parcelbot.usecases.privacy.shopper import Privacy
from tests.support.databases import with_tables
from tests.unit.usecases.fakes import FakeOrders

NOW = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
ANA, BO = "ana@example.com", "bo@example.com"
PARCEL = "RR123456785CN"
LEASE_S = 3.0


@dataclass
class World:
    """A database, Rasa's database beside it, a folder of files; `sleeps` are the pauses somebody made."""

    url: str
    folder: Path
    now: datetime = NOW
    sleeps: list[float] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.engine = with_tables(self.url)
        self.ledger = Ledger(self.engine)
        self.claims = SqlTurnClaims(self.engine, LEASE_S, lambda: sum(self.sleeps))
        self.while_sleeping: Callable[[], object] = lambda: None
        self.files = self.folder / "attachments"
        self.files.mkdir()
        self.rasa = open_trackers(f"{self.folder}/conversations.db")
        self.orders = FakeOrders((Order("7401", ANA, SalesChannel.SHOP, NOW, (PARCEL,)),))

    def close(self) -> None:
        self.engine.dispose()
        self.rasa.dispose()

    @property
    def remover(self) -> Remover:
        return Remover(
            SqlShopperRecords(self.engine, "a key"),
            SqlTrackers(f"{self.folder}/conversations.db"),
            self.claims,
            self.files,
            lambda: self.now,
            "the remover",
            self.changed.append,
            self._sleep,
        )

    @property
    def privacy(self) -> Privacy:
        audit_log = Audit(self.engine, lambda: self.now, timezone.utc)
        return Privacy(self.remover, self.orders, audit_log, "a secret", find_numbers)

    def retention(self, days: int | None = 365, journal: int | None = None, audit: int | None = None) -> Retention:
        return Retention(self.remover, *(timedelta(days=n) if n else None for n in (days, journal, audit)))

    def talk(self, name: str, *said: str, identity: str = "", at: datetime = NOW) -> str:
        """A conversation in which the shopper says these things and the bot echoes each; gives its id."""
        self.ledger.open(name, at, {"email": identity, "customer_id": "7"} if identity else None)
        for number, line in enumerate(said):
            message = self.ledger.accept(name, f"e{number}", now=at, text=line).message
            self.ledger.append(name, Author.BOT, f"You said: {line}", now=at, in_reply_to=message.seq)
            with self.engine.begin() as connection:
                mark_done(connection, name, message.seq)
            self.remember(name, line, at)
        return name

    def remember(self, name: str, line: str, at: datetime = NOW) -> None:
        """An event in the assistant's memory."""
        data = {"event": "user", "text": line, "parse_data": {"entities": [{"entity": "email", "value": line}]}}
        EventLog(self.rasa).append(name, None, [LoggedEvent("user", at.timestamp(), None, None, data)])

    def ticket(self, reference: str, conversation: str, email: str, at: datetime = NOW, **more: Any) -> None:
        """A ticket with a note, an agent who read it, a look-up, a line of statistics, and what was sent of it."""
        status = more.pop("status", TicketStatus.OPEN)
        line = TranscriptLine("shopper", at, f"I am {email}")
        draft = TicketDraft(conversation, "late_delivery", "late/late", email=email, transcript=(line,), **more)
        moments = {"created_at": at, "updated_at": at, "first_response_due": at}
        note = {"reference": reference, "author": "agent@shop.example", "at": at, "text": f"rang {email}"}
        read = {"reference": reference, "agent": "agent@shop.example", "seq": 1, "at": at}
        entry = {"at": at, "conversation_id": conversation, "kind": "handed_over"}
        with self.engine.begin() as connection:
            connection.execute(tickets.insert(), row_of(Ticket(reference, draft, status, **moments)))
            connection.execute(private_notes.insert(), note)
            connection.execute(ticket_reads.insert(), read)
            connection.execute(journal.insert(), entry)
            if draft.tracking_number:
                looked_up = {"number": draft.tracking_number, "payload": {}, "fetched_at": at}
                connection.execute(shipments.insert(), looked_up)
                followed = {"number": draft.tracking_number, "asked_by": conversation, "heard_at": at}
                connection.execute(followed_parcels.insert(), followed)
            for destination in ("zendesk", "shopper_mail"):
                connection.execute(outbox.insert(), _delivered(destination, reference, at))
            connection.execute(
                remote_tickets.insert(),
                {"destination": "zendesk", "reference": reference, "remote_id": f"z-{reference}", "at": at},
            )

    def attach(self, conversation: str, file_name: str, name: str = "door.jpg") -> Path:
        """A file on disk and its row."""
        path = self.files / file_name
        path.write_bytes(b"picture")
        attachment = Attachment(file_name, conversation, file_name, name, "image/jpeg", 7, self.now)
        Attachments(self.engine).add(attachment)
        return path

    def rows(self) -> dict[str, int]:
        """Count the rows of each table that has any."""
        with self.engine.connect() as connection:
            counts = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in metadata.sorted_tables
            }
        return {name: count for name, count in counts.items() if count}

    def remembered(self) -> list[str]:
        """List the conversations of which Rasa has events."""
        with self.rasa.connect() as connection:
            return sorted(connection.execute(text("SELECT DISTINCT sender_id FROM events")).scalars())

    def everything(self) -> str:
        """All that is kept, as one text."""
        with self.engine.connect() as connection:
            parts = [str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
        with self.rasa.connect() as connection:
            for table in ("events", "tracker_heads"):
                parts += map(str, connection.execute(text(f"SELECT * FROM {table}")))
        return "\n".join(parts)

    def audited(self) -> list[tuple[str, str, str]]:
        """List who did what, in order."""
        query = select(audit.c.agent, audit.c.action, audit.c.detail).order_by(audit.c.id)
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(query)]

    def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += timedelta(seconds=seconds)
        self.while_sleeping()


def _delivered(destination: str, reference: str, at: datetime) -> dict[str, Any]:
    return {
        "destination": destination,
        "kind": DeliveryKind.TICKET.value,
        "reference": reference,
        "key": f"ticket:{reference}",
        "payload": {},
        "state": DeliveryState.DELIVERED.value,
        "attempts": 1,
        "not_before": at,
        "created_at": at,
        "delivered_at": at,
    }
