"""Add details given later, the order of deliveries, and who is writing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0002 to 0003."""
    op.add_column("tickets", sa.Column("also_given", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("outbox", sa.Column("after_seq", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("conversations", sa.Column("writing_until", sa.DateTime()))
