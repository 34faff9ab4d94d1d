"""Add since when turns over a waiting message come to nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0011 to 0012."""
    op.add_column("messages", sa.Column("failing_since", sa.DateTime(), nullable=True))
