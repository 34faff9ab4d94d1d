"""Keep of a delivered parcel what tells how long such parcels take, and nothing that tells whose it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Stage, Status
from parcelbot.core.parcel.stages import Step, steps_of

_COUNTRY_CODE = 2


@dataclass(frozen=True)
class Journey:
    """A way from one country to another by one carrier, with the day of each stage.

    `origin` and `destination` are ISO 3166 alpha-2 codes; `steps` are in order, the day of delivery follows them.
    """

    origin: str
    destination: str
    carrier: str
    steps: tuple[Step, ...]
    delivered_on: date


def journey_of(state: ParcelState) -> Journey | None:
    """Give the journey of a parcel that has reached its shopper; None of any other and where an end is not known."""
    shipment = state.shipment
    last = shipment.last_scan
    arrived = shipment.status is Status.DELIVERED and state.whereabouts is not Whereabouts.SENDER
    ends_known = len(shipment.origin) == len(shipment.destination) == _COUNTRY_CODE
    if last is None or not arrived or state.contradicted or not ends_known:
        return None
    steps = tuple(step for step in steps_of(shipment) if step.stage is not Stage.ENDED and step.since <= last.at.date())
    if not steps:
        return None
    return Journey(shipment.origin, shipment.destination, shipment.carrier, steps, last.at.date())


def fingerprint(state: ParcelState) -> str:
    """Make a mark by which one parcel's journey is known again, from its scans' moments and not from its number."""
    shipment = state.shipment
    moments = [scan.at.isoformat() for scan in shipment.checkpoints if scan.physical]
    told = "|".join((shipment.origin, shipment.destination, shipment.carrier, *moments))
    return hashlib.sha256(told.encode()).hexdigest()
