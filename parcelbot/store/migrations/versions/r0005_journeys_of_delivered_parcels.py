"""Keep the journeys of delivered parcels, from which the day of arrival is estimated."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0004 to 0005."""
    op.create_table(
        "journeys",
        sa.Column("fingerprint", sa.String(64), primary_key=True),
        sa.Column("origin", sa.String(2), nullable=False),
        sa.Column("destination", sa.String(2), nullable=False),
        sa.Column("carrier", sa.String(80), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
    )
    op.create_index("ix_journeys_delivered_on", "journeys", ["delivered_on"])
    op.create_index("journeys_lane", "journeys", ["origin", "destination", "delivered_on"])
