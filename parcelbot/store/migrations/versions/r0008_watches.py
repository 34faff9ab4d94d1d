"""Add what is kept of promises to write: watches, and what was written of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0007 to 0008."""
    _create_watches()
    op.create_table(
        "watch_events",
        sa.Column("watch_id", sa.String(12), nullable=False),
        sa.Column("event", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("owed_at", sa.DateTime(), nullable=False),
        sa.Column("seq", sa.Integer()),
        sa.ForeignKeyConstraint(["watch_id"], ["watches.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", "event"),
    )


def _create_watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("active_key", sa.String(140)),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("row", sa.String(120), nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("wanted", sa.String(24), nullable=False),
        sa.Column("promised", sa.Date()),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("agreed", sa.String(16), nullable=False),
        sa.Column("order_number", sa.String(64), nullable=False, server_default=""),
        sa.Column("sales_channel", sa.String(16), nullable=False, server_default=""),
        sa.Column("email", sa.String(320), nullable=False, server_default=""),
        sa.Column("consent", sa.String(16), nullable=False),
        sa.Column("consent_at", sa.DateTime()),
        sa.Column("told_on", sa.Date()),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(320), nullable=False, server_default=""),
        sa.Column("held", sa.Text(), nullable=False, server_default=""),
        sa.Column("held_event", sa.String(120), nullable=False, server_default=""),
        sa.Column("page_withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("ended_at", sa.DateTime()),
        sa.Column("end", sa.String(24)),
        sa.Column("due_at", sa.DateTime()),
        sa.Column("woken", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("runner", sa.String(64)),
        sa.Column("fence", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("lease_until", sa.DateTime()),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("active_key"),
    )
    for name in ("conversation_id", "number", "email"):
        op.create_index(f"ix_watches_{name}", "watches", [name])
    op.create_index("watches_due", "watches", ["due_at", "lease_until"])
