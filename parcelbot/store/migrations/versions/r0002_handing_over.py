"""Add handing over: the inbox, the outbox, and one active ticket for each case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ENDED = ("solved", "closed")

_QUEUE_COLUMNS = [
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
]


def upgrade() -> None:
    """Upgrade from 0001 to 0002."""
    op.add_column("conversations", sa.Column("seen_seq", sa.Integer(), nullable=False, server_default="0"))
    for name in ("seen_at", "waiting_since"):
        op.add_column("conversations", sa.Column(name, sa.DateTime()))
    _extend_tickets()
    _create_desk()
    _create_outbox()
    _create_journal()


def _extend_tickets() -> None:
    """Fill the active key, and then make it unique."""
    op.add_column("tickets", sa.Column("active_key", sa.String(400)))
    op.add_column("tickets", sa.Column("priority_row", sa.String(64), nullable=False, server_default=""))
    for name in ("attachments", "earlier"):
        op.add_column("tickets", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    for name in ("first_response_at", "solved_at", "overdue_told_at", "answer_due"):
        op.add_column("tickets", sa.Column(name, sa.DateTime()))
    _fill_active_keys(op.get_bind())
    with op.batch_alter_table("tickets") as batch:
        batch.create_unique_constraint("tickets_active_key_key", ["active_key"])
    op.drop_index("tickets_queue", "tickets")
    op.create_index("tickets_queue", "tickets", _QUEUE_COLUMNS)


def _fill_active_keys(connection: sa.engine.Connection) -> None:
    """Give the active key to the newest of several active tickets of one case; none is closed."""
    columns = ("reference", "conversation_id", "tracking_number", "order_number", "issue", "status", "created_at")
    tickets = sa.table("tickets", sa.column("active_key"), *map(sa.column, columns))
    active = sa.select(tickets).where(tickets.c.status.notin_(_ENDED))
    newest: dict[str, str] = {}
    for row in connection.execute(active.order_by(tickets.c.created_at, tickets.c.reference)):
        key = "|".join((row.conversation_id, row.tracking_number or row.order_number, row.issue))
        newest[key] = row.reference
    for key, reference in newest.items():
        mine = tickets.c.reference == reference
        connection.execute(sa.update(tickets).where(mine).values(active_key=key))


def _create_desk() -> None:
    op.create_table(
        "private_notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        _of_a_ticket("reference", nullable=False),
        sa.Column("author", sa.String(320), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_index("ix_private_notes_reference", "private_notes", ["reference"])
    op.create_table(
        "ticket_reads",
        _of_a_ticket("reference", primary_key=True),
        sa.Column("agent", sa.String(320), primary_key=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "agents",
        sa.Column("email", sa.String(320), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime()),
    )
    op.create_table(
        "agent_sessions",
        sa.Column("id_hash", sa.String(64), primary_key=True),
        sa.Column("email", sa.String(320), sa.ForeignKey("agents.email", ondelete="CASCADE"), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_agent_sessions_email", "agent_sessions", ["email"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("agent", sa.String(320), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("reference", sa.String(12), nullable=False, server_default=""),
        sa.Column("detail", sa.String(400), nullable=False, server_default=""),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_reference", "audit", ["reference"])


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("destination", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(12), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("delivered_at", sa.DateTime()),
        sa.Column("last_error", sa.String(400), nullable=False, server_default=""),
        sa.Column("runner", sa.String(64)),
        sa.Column("lease_until", sa.DateTime()),
        sa.UniqueConstraint("destination", "key"),
    )
    op.create_index("ix_outbox_reference", "outbox", ["reference"])
    op.create_index("outbox_due", "outbox", ["state", "not_before"])
    op.create_table(
        "remote_tickets",
        sa.Column("destination", sa.String(32), primary_key=True),
        sa.Column("reference", sa.String(12), primary_key=True),
        sa.Column("remote_id", sa.String(120), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_remote_tickets_remote_id", "remote_tickets", ["remote_id"])


def _create_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("intent", sa.String(64), nullable=False, server_default=""),
        sa.Column("row", sa.String(120), nullable=False, server_default=""),
        sa.Column("value", sa.Float()),
    )
    op.create_index("ix_journal_at", "journal", ["at"])
    op.create_index("ix_journal_conversation_id", "journal", ["conversation_id"])


def _of_a_ticket(name: str, **options: bool) -> sa.Column:
    return sa.Column(name, sa.String(12), sa.ForeignKey("tickets.reference", ondelete="CASCADE"), **options)
