"""Add the languages of conversations and of cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0006 to 0007."""
    op.add_column("conversations", sa.Column("language", sa.String(8), nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("language", sa.String(8), nullable=False, server_default="en"))
