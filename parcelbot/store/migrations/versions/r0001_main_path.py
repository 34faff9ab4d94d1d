"""Make the tables of the main path; earlier versions made them without telling alembic."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_metadata = sa.MetaData()

sa.Table(
    "conversations",
    _metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("agent", sa.String(200), nullable=False, server_default=""),
    sa.Column("last_seq", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("identity", sa.JSON(none_as_null=True)),
    sa.Column("runner", sa.String(64)),
    sa.Column("lease_until", sa.DateTime),
)
sa.Table(
    "messages",
    _metadata,
    sa.Column(
        "conversation_id", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("author", sa.String(16), nullable=False),
    sa.Column("echo_id", sa.String(120)),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("in_reply_to", sa.Integer),
    sa.Column("pending", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("offers", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("spent", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("conversation_id", "echo_id"),
    sa.Index("messages_pending", "pending", "conversation_id"),
)
sa.Table(
    "attachments",
    _metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column(
        "conversation_id",
        sa.String(64),
        sa.ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("file_name", sa.String(80), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("media_type", sa.String(40), nullable=False),
    sa.Column("size_bytes", sa.Integer, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)
sa.Table(
    "used_signatures",
    _metadata,
    sa.Column("signature", sa.String(64), primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
)
sa.Table(
    "made_secrets",
    _metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
sa.Table(
    "shipments",
    _metadata,
    sa.Column("number", sa.String(64), primary_key=True),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("fetched_at", sa.DateTime, nullable=False),
)
sa.Table(
    "tickets",
    _metadata,
    sa.Column("reference", sa.String(12), primary_key=True),
    sa.Column("conversation_id", sa.String(200), nullable=False, index=True),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("priority", sa.String(16), nullable=False),
    sa.Column("assignee", sa.String(200), nullable=False, server_default=""),
    sa.Column("issue", sa.String(64), nullable=False),
    sa.Column("row", sa.String(120), nullable=False),
    sa.Column("order_number", sa.String(64), nullable=False, index=True),
    sa.Column("tracking_number", sa.String(64), nullable=False, index=True),
    sa.Column("email", sa.String(320), nullable=False, index=True),
    sa.Column("sales_channel", sa.String(16), nullable=False),
    sa.Column("verified", sa.Boolean, nullable=False),
    sa.Column("summary", sa.JSON, nullable=False),
    sa.Column("snapshot", sa.JSON, nullable=False),
    sa.Column("checklist", sa.JSON, nullable=False),
    sa.Column("transcript", sa.JSON, nullable=False),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("updated_at", sa.DateTime, nullable=False),
    sa.Column("first_response_due", sa.DateTime, nullable=False),
    sa.Index("tickets_queue", "status", "first_response_due"),
)


def upgrade() -> None:
    """Make the missing tables: an installation that only ever ran one part has only some of them."""
    _metadata.create_all(op.get_bind())
