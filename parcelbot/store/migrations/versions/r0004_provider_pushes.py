"""Add what a provider was asked and pushed, its turns and quota, and which cards show which parcel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0003 to 0004."""
    op.add_column("conversations", sa.Column("visitor", sa.String(32), nullable=False, server_default=""))
    op.create_index("ix_conversations_visitor", "conversations", ["visitor"])
    op.add_column("conversations", sa.Column("card_rev", sa.Integer(), nullable=False, server_default="0"))
    _create_parcel_cards()
    _create_followed_parcels()
    op.create_table(
        "call_turns",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("next_at_s", sa.Float(53), nullable=False),
    )
    op.create_table(
        "provider_quota",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("remain", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )


def _create_parcel_cards() -> None:
    conversation = sa.ForeignKey("conversations.id", ondelete="CASCADE")
    op.create_table(
        "parcel_cards",
        sa.Column("conversation_id", sa.String(64), conversation, primary_key=True),
        sa.Column("number", sa.String(64), primary_key=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False, server_default="0"),
    )
    op.create_index("ix_parcel_cards_number", "parcel_cards", ["number"])


def _create_followed_parcels() -> None:
    times = ("registered_at", "asked_at", "pushed_at", "synced_at", "stopped_at", "retracked_at")
    op.create_table(
        "followed_parcels",
        sa.Column("number", sa.String(64), primary_key=True),
        sa.Column("provider", sa.String(16), primary_key=True, server_default=""),
        sa.Column("asked_by", sa.String(64), nullable=False, server_default=""),
        *(sa.Column(name, sa.DateTime()) for name in times),
        sa.Column("told", sa.String(16), nullable=False, server_default="pending"),
        sa.Column("wanted", sa.String(24)),
        sa.Column("heard_at", sa.DateTime(), nullable=False),
    )
    op.create_index("followed_parcels_asked_by", "followed_parcels", ["asked_by", "registered_at"])
    op.create_index("followed_parcels_heard_at", "followed_parcels", ["heard_at"])
    op.create_index("followed_parcels_pushed_at", "followed_parcels", ["pushed_at"])
