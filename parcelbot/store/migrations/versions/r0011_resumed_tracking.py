"""Add when tracking that a provider had stopped turned out to go on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0010 to 0011."""
    op.add_column("followed_parcels", sa.Column("resumed_at", sa.DateTime()))
