"""Add what guards orders and log-ins, and claims on conversations that trust no clock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0005 to 0006."""
    op.add_column("conversations", sa.Column("network", sa.String(64), nullable=False, server_default=""))
    op.add_column("attachments", sa.Column("network", sa.String(64), nullable=False, server_default=""))
    op.create_index("ix_attachments_network", "attachments", ["network"])
    for name in ("fence", "beat"):
        op.add_column("conversations", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("conversations") as batch:
        batch.drop_column("lease_until")
    op.add_column("agents", sa.Column("totp_secret", sa.String(64), nullable=False, server_default=""))
    op.add_column("agents", sa.Column("totp_step", sa.Integer(), nullable=False, server_default="0"))
    _create_limit_counts()
    _create_order_guesses()


def _create_limit_counts() -> None:
    op.create_table(
        "limit_counts",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends_s", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_limit_counts_ends_s", "limit_counts", ["ends_s"])


def _create_order_guesses() -> None:
    op.create_table(
        "order_guesses",
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("order_hash", sa.String(64), nullable=False),
        sa.Column("email_hash", sa.String(64), nullable=False),
        sa.Column("network", sa.String(64), nullable=False, server_default=""),
        sa.Column("fits", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "order_hash", "email_hash"),
    )
    for name in ("order_hash", "email_hash", "network"):
        op.create_index(f"ix_order_guesses_{name}", "order_guesses", [name])
    op.create_index("order_guesses_at", "order_guesses", ["at"])
