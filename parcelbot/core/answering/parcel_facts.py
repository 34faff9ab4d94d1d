"""Turn what is known of a parcel into facts: its shipment, and what its scans come to."""

from __future__ import annotations

from typing import Any

from parcelbot.core.parcel.circles import goes_in_circles
from parcelbot.core.parcel.handed_over import is_on_its_way_over
from parcelbot.core.parcel.incidents import cause_of, damage_among, demand_among
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Stage, Status
from parcelbot.core.parcel.signatures import tells_of_a_photo
from parcelbot.core.parcel.stages import country_of, stage_of
from parcelbot.core.reading.facts.reasons import reasons_in


def parcel_facts(shipment: Shipment | None) -> dict[str, Any]:
    """Give the facts that a shipment tells by itself; {} without one."""
    if shipment is None:
        return {}
    scan = shipment.last_scan
    return {
        "status": shipment.status,
        "substatus": shipment.substatus,
        "stage": stage_of(shipment) if scan else Stage.NO_SCAN,
        "last_scan_at": scan.at if scan else None,
        "international": shipment.international,
        "in_destination": _is_there(shipment, scan),
        "passing_through": _passes_through(shipment, scan),
        "carrier_changed": bool(shipment.last_mile_carrier),
        "on_its_way_over": is_on_its_way_over(shipment),
        "number_changed": shipment.number_now != shipment.number,
        "signed": bool(shipment.signed_by),
        "photographed": bool(scan and tells_of_a_photo(scan.description)),
    }


def status_of(lookup: Lookup) -> dict[str, Any]:
    """Give what the shipment tells; of a number that no tracker knows, that it was not found."""
    unknown = {"status": Status.NOT_FOUND} if lookup.outcome is LookupOutcome.NOT_FOUND else {}
    return {**unknown, **parcel_facts(lookup.shipment)}


def told_by_scans(
    state: ParcelState | None,
    about_a_charge: bool = False,
    about_goods: bool = False,
    asked_reasons: frozenset[str] = frozenset(),
    hides_house: bool = False,
) -> dict[str, Any]:
    """Give the facts that code and scans come to; {} where nobody settled them.

    Who asks about a charge is told of the scan that asked for it, and who has goods that came wrong of one that noted
    damage, whatever came after. `hides_house`: the
    door that a scan names does not exist, so nobody is sent to it again.
    """
    if state is None:
        return {}
    demand = demand_among(state.incidents) if about_a_charge else None
    damage = damage_among(state.incidents) if about_goods else None
    explained_by = demand or damage or cause_of(state.shipment.status, state.incidents)
    return {
        "meaning": state.meaning,
        "whereabouts": Whereabouts.UNKNOWN if hides_house else state.whereabouts,
        "house": "" if hides_house else state.house,
        "demand": state.demand,
        "contradicted": state.contradicted,
        "pickup_place": state.pickup.place,
        "pickup_until": state.pickup.until,
        "code_overruled": state.coded is not state.shipment.status,
        "incidents": state.incidents,
        "in_circles": goes_in_circles(state.shipment, state.incidents),
        "explained_by": explained_by,
        "reason_told": bool(explained_by and asked_reasons & reasons_in(explained_by.words)),
    }


def _is_there(shipment: Shipment, scan: Checkpoint | None) -> bool:
    """Tell whether the last scan was made in the country that the parcel goes to from another."""
    if scan is None or not shipment.international:
        return False
    arrived = stage_of(shipment) in (Stage.ARRIVED, Stage.LAST_MILE)
    return arrived or country_of(scan.location, shipment) == shipment.destination


def _passes_through(shipment: Shipment, scan: Checkpoint | None) -> bool:
    """Tell whether the last scan was made in a third country, on the way between the two that are known."""
    here = country_of(scan.location, shipment) if scan else ""
    return shipment.international and here not in ("", shipment.origin, shipment.destination)


def goes_elsewhere(shipment: Shipment | None, order: Order | None) -> bool:
    """Tell whether label and order name different countries, or it was delivered in another than the label's."""
    if shipment and _ended_abroad(shipment):
        return True
    ends = (shipment.destination if shipment else "", order.destination if order else "")
    return all(ends) and ends[0] != ends[1]


def _ended_abroad(shipment: Shipment) -> bool:
    """True when it was delivered in a country that is not its destination."""
    here = country_of(shipment.last_scan.location, shipment) if shipment.last_scan else ""
    return shipment.status is Status.DELIVERED and bool(here and shipment.destination) and here != shipment.destination
