"""Define the tables of handing over: tickets, agents, deliveries to the outside, and the journal."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from parcelbot.store.schema.conversations import UtcDateTime, metadata

#: All columns that filter and order the queue; an index of them saves reading past everybody's transcripts.
QUEUE_COLUMNS = (
    "status",
    "assignee",
    "first_response_at",
    "first_response_due",
    "answer_due",
    "solved_at",
    "created_at",
    "updated_at",
    "conversation_id",
    "reference",
)

#: `active_key` is conversation, parcel and issue while the ticket is active and NULL afterwards: the
#: database itself lets no case have two open tickets.
tickets = Table(
    "tickets",
    metadata,
    Column("reference", String(12), primary_key=True),
    Column("active_key", String(400), unique=True),
    Column("conversation_id", String(200), nullable=False, index=True),
    Column("status", String(16), nullable=False),
    Column("priority", String(16), nullable=False),
    Column("priority_row", String(64), nullable=False, server_default=""),
    Column("assignee", String(200), nullable=False, server_default=""),
    Column("issue", String(64), nullable=False),
    Column("row", String(120), nullable=False),
    Column("order_number", String(64), nullable=False, index=True),
    Column("tracking_number", String(64), nullable=False, index=True),
    Column("email", String(320), nullable=False, index=True),
    Column("sales_channel", String(16), nullable=False),
    Column("verified", Boolean, nullable=False),
    Column("summary", JSON, nullable=False),
    Column("snapshot", JSON, nullable=False),
    Column("checklist", JSON, nullable=False),
    Column("transcript", JSON, nullable=False),
    Column("attachments", JSON, nullable=False, server_default="[]"),
    Column("earlier", JSON, nullable=False, server_default="[]"),
    Column("also_given", JSON, nullable=False, server_default="[]"),
    Column("language", String(8), nullable=False, server_default="en"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("first_response_due", UtcDateTime, nullable=False),
    Column("first_response_at", UtcDateTime),
    Column("answer_due", UtcDateTime),
    Column("solved_at", UtcDateTime),
    Column("overdue_told_at", UtcDateTime),
    Index("tickets_queue", *QUEUE_COLUMNS),
)

#: Notes that agents write to each other; a shopper never sees them.
private_notes = Table(
    "private_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", ForeignKey("tickets.reference", ondelete="CASCADE"), nullable=False, index=True),
    Column("author", String(320), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
)

#: The line up to which each agent has read a ticket's conversation; later lines are unread.
ticket_reads = Table(
    "ticket_reads",
    metadata,
    Column("reference", ForeignKey("tickets.reference", ondelete="CASCADE"), primary_key=True),
    Column("agent", String(320), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

#: The accounts of the inbox. When a password changes, so does `epoch`, and older sessions end. `seen_at` is the
#: moment of the agent's last request, by which others know whether somebody is there. `totp_secret` makes the codes of
#: the second step at log-in ("" without one), `totp_step` is the last that was used: each is good once.
agents = Table(
    "agents",
    metadata,
    Column("email", String(320), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("role", String(16), nullable=False),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("demo", Boolean, nullable=False),
    Column("epoch", Integer, nullable=False, server_default="1"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime),
    Column("totp_secret", String(64), nullable=False, server_default=""),
    Column("totp_step", Integer, nullable=False, server_default="0"),
)

#: Log-ins. `id_hash` is the hash of the id in the cookie, `epoch` the account's at log-in, `used_at` the moment of the
#: last request that a person made.
agent_sessions = Table(
    "agent_sessions",
    metadata,
    Column("id_hash", String(64), primary_key=True),
    Column("email", ForeignKey("agents.email", ondelete="CASCADE"), nullable=False, index=True),
    Column("epoch", Integer, nullable=False),
    Column("began_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime, nullable=False),
)

#: The audit log of who saw and did what; rows are never changed.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("agent", String(320), nullable=False),
    Column("action", String(40), nullable=False),
    Column("reference", String(12), nullable=False, server_default="", index=True),
    Column("detail", String(400), nullable=False, server_default=""),
)

#: Deliveries to a helpdesk or a mailbox, written in the transaction that makes them necessary. `key` is the
#: idempotency key. A delivery goes out behind the conversation's line `after_seq`. `runner` names the worker that
#: delivers it, until `lease_until`.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("destination", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("reference", String(12), nullable=False, index=True),
    Column("key", String(120), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("after_seq", Integer, nullable=False, server_default="0"),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("delivered_at", UtcDateTime),
    Column("last_error", String(400), nullable=False, server_default=""),
    Column("runner", String(64)),
    Column("lease_until", UtcDateTime),
    UniqueConstraint("destination", "key"),
    Index("outbox_due", "state", "not_before"),
)

#: A helpdesk's own id of our ticket, and the line up to which the conversation has been sent there.
remote_tickets = Table(
    "remote_tickets",
    metadata,
    Column("destination", String(32), primary_key=True),
    Column("reference", String(12), primary_key=True),
    Column("remote_id", String(120), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("seq", Integer, nullable=False, server_default="0"),
)

#: Events in conversations, for the owner's figures: no words, no names.
journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("conversation_id", String(200), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("intent", String(64), nullable=False, server_default=""),
    Column("row", String(120), nullable=False, server_default=""),
    Column("value", Float),
)
