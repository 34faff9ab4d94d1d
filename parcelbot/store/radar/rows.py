"""Convert open parcels and what was found of them to rows and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.radar.finding import RadarFinding
from parcelbot.core.radar.open_parcel import OpenParcel


def parcel_of(row: Mapping[str, Any]) -> OpenParcel:
    """Give the open parcel that a row of `open_parcels` holds."""
    return OpenParcel(
        number=row["number"],
        order_number=row["order_number"],
        email=row["email"],
        sales_channel=SalesChannel(row["sales_channel"]),
        placed_at=row["placed_at"],
        destination=row["destination"],
        carrier=row["carrier"],
        protected_until=row["protected_until"],
        language=row["language"],
    )


def parcel_columns(parcel: OpenParcel) -> dict[str, Any]:
    """Give the columns that keep what the shop says of a parcel, but for its number."""
    return {
        "order_number": parcel.order_number[:64],
        "email": parcel.email[:320],
        "sales_channel": parcel.sales_channel.value,
        "placed_at": parcel.placed_at,
        "destination": parcel.destination[:2],
        "carrier": parcel.carrier[:120],
        "protected_until": parcel.protected_until,
        "language": parcel.language[:8],
    }


def finding_columns(finding: RadarFinding) -> dict[str, Any]:
    """Give the columns that keep what was found of a parcel."""
    return {
        "risk": finding.risk.value,
        "rule": finding.rule[:64],
        "row": finding.row[:120],
        "ends_on": finding.ends_on,
        "protected": finding.protected,
        "in_time_percent": finding.in_time_percent,
        "carried_by": finding.carrier[:120],
        "from_country": finding.origin[:2],
        "to_country": finding.destination[:2],
        "status": finding.status[:32],
        "last_scan_at": finding.last_scan_at,
        "end": finding.end.value if finding.end else "",
    }
