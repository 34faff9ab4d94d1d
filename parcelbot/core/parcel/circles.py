"""Tell whether a parcel comes through places again that it had left: no ordinary way has that. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from parcelbot.core.parcel.incidents import Incident, failed_attempts
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.parcel.stages import country_of


def goes_in_circles(shipment: Shipment, incidents: Sequence[Incident]) -> bool:
    """Tell whether it was last scanned where it had been before, with another place between.

    From a door where nobody was it comes back to its depot, and before it leaves for its country it may be sorted twice
    in one town: neither is a circle.
    """
    places = [place for place, _ in groupby(_places(shipment))]
    return bool(places) and places[-1] in places[:-1] and not failed_attempts(incidents)


def _places(shipment: Shipment) -> Iterator[str]:
    """List where it was scanned within the country it goes to, the oldest first."""
    for scan in sorted(shipment.checkpoints, key=lambda scan: scan.at):
        there = not shipment.international or country_of(scan.location, shipment) == shipment.destination
        # a bare country is no place
        if scan.physical and there and scan.location.strip(" ,") and "," in scan.location:
            yield scan.location.casefold().strip()
