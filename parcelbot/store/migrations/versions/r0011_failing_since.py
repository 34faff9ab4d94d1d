"""Add since when turns over a waiting message come to nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0010 to 0011."""
    op.add_column("messages", sa.Column("failing_since", sa.DateTime(), nullable=True))
