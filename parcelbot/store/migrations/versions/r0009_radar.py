"""Add the radar: parcels of open orders, how far their listing is, and the word that a watch owes of one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade from 0008 to 0009."""
    op.add_column("watches", sa.Column("warning", sa.String(120), nullable=False, server_default=""))
    _create_open_parcels()
    op.create_table(
        "radar_sweeps",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False, server_default=""),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("runner", sa.String(64)),
        sa.Column("fence", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("lease_until", sa.DateTime()),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "forgotten_parcels",
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )


def _create_open_parcels() -> None:
    op.create_table(
        "open_parcels",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("order_number", sa.String(64), nullable=False),
        sa.Column("email", sa.String(320), nullable=False, server_default=""),
        sa.Column("sales_channel", sa.String(16), nullable=False),
        sa.Column("placed_at", sa.DateTime(), nullable=False),
        sa.Column("destination", sa.String(2), nullable=False, server_default=""),
        sa.Column("carrier", sa.String(120), nullable=False, server_default=""),
        sa.Column("protected_until", sa.Date()),
        sa.Column("language", sa.String(8), nullable=False, server_default=""),
        sa.Column("sweep", sa.Integer(), nullable=False),
        sa.Column("listed_at", sa.DateTime(), nullable=False),
        sa.Column("look_at", sa.DateTime()),
        sa.Column("due_at", sa.DateTime()),
        sa.Column("woken", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("runner", sa.String(64)),
        sa.Column("fence", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("lease_until", sa.DateTime()),
        sa.Column("risk", sa.String(16), nullable=False, server_default=""),
        sa.Column("rule", sa.String(64), nullable=False, server_default=""),
        sa.Column("row", sa.String(120), nullable=False, server_default=""),
        sa.Column("ends_on", sa.Date()),
        sa.Column("protected", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("in_time_percent", sa.Integer()),
        sa.Column("carried_by", sa.String(120), nullable=False, server_default=""),
        sa.Column("from_country", sa.String(2), nullable=False, server_default=""),
        sa.Column("to_country", sa.String(2), nullable=False, server_default=""),
        sa.Column("status", sa.String(32), nullable=False, server_default=""),
        sa.Column("last_scan_at", sa.DateTime()),
        sa.Column("judged_at", sa.DateTime()),
        sa.Column("found_at", sa.DateTime()),
        sa.Column("end", sa.String(16), nullable=False, server_default=""),
        sa.Column("warned_row", sa.String(120), nullable=False, server_default=""),
        sa.Column("warned_at", sa.DateTime()),
        sa.Column("warned_by", sa.String(320), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    for name in ("order_number", "email"):
        op.create_index(f"ix_open_parcels_{name}", "open_parcels", [name])
    op.create_index("open_parcels_due", "open_parcels", ["due_at", "lease_until"])
    op.create_index("open_parcels_look", "open_parcels", ["look_at"])
    op.create_index("open_parcels_risk", "open_parcels", ["risk", "ends_on"])
