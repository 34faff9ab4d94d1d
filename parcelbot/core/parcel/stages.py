"""Work out from its scans how far along its route a parcel is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parcelbot.core.parcel.country_codes import country_at_end
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Stage, Status, Substatus

_BY_STATUS = {
    Status.DELIVERED: Stage.ENDED,
    Status.RETURNED: Stage.ENDED,
    Status.OUT_FOR_DELIVERY: Stage.LAST_MILE,
    Status.AVAILABLE_FOR_PICKUP: Stage.LAST_MILE,
    Status.DELIVERY_FAILURE: Stage.LAST_MILE,
}
_BY_SUBSTATUS = {
    Substatus.IN_TRANSIT_PICKED_UP: Stage.ACCEPTED,
    Substatus.IN_TRANSIT_DEPARTURE: Stage.EXPORTED,
    Substatus.IN_TRANSIT_ARRIVAL: Stage.ARRIVED,
    Substatus.IN_TRANSIT_CUSTOMS_PROCESSING: Stage.CUSTOMS,
    Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION: Stage.CUSTOMS,
    Substatus.IN_TRANSIT_CUSTOMS_RELEASED: Stage.ARRIVED,
    Substatus.OUT_FOR_DELIVERY_OTHER: Stage.LAST_MILE,
    Substatus.AVAILABLE_FOR_PICKUP_OTHER: Stage.LAST_MILE,
    Substatus.DELIVERY_FAILURE_OTHER: Stage.LAST_MILE,
    Substatus.DELIVERY_FAILURE_NO_BODY: Stage.LAST_MILE,
    Substatus.DELIVERY_FAILURE_SECURITY: Stage.LAST_MILE,
    Substatus.DELIVERY_FAILURE_REJECTED: Stage.LAST_MILE,
    Substatus.DELIVERY_FAILURE_INVALID_ADDRESS: Stage.LAST_MILE,
    Substatus.DELIVERED_OTHER: Stage.ENDED,
}

_AT_DESTINATION = frozenset({Stage.ARRIVED, Stage.LAST_MILE})


def stage_of(shipment: Shipment) -> Stage:
    """Return the stage of the newest physical scan that tells one; NO_SCAN without any physical scan.

    A status that is itself a stage (delivered, out for delivery …) decides before the scans do. What has been with the
    local carrier and is scanned in its country again is still with it.
    """
    if shipment.status in _BY_STATUS:
        return _BY_STATUS[shipment.status]
    physical = [c for c in shipment.checkpoints if c.physical]
    if not physical:
        return Stage.NO_SCAN
    told = [stage for checkpoint in physical if (stage := _stage_at(checkpoint, shipment)) is not None]
    if told[:1] == [Stage.ARRIVED] and Stage.LAST_MILE in told:
        return Stage.LAST_MILE
    return told[0] if told else _BY_SUBSTATUS.get(shipment.substatus, Stage.ACCEPTED)


@dataclass(frozen=True)
class Step:
    """A stage of a parcel's way, and the day of the first scan in it."""

    stage: Stage
    since: date


def steps_of(shipment: Shipment) -> tuple[Step, ...]:
    """Follow a parcel through its stages, first to last; () without any physical scan.

    A scan that tells no stage belongs to the one before; a stage to which it came back stands twice.
    """
    steps: list[Step] = []
    for scan in reversed([c for c in shipment.checkpoints if c.physical]):
        stage = _stage_at(scan, shipment) or (steps[-1].stage if steps else Stage.ACCEPTED)
        if not steps or steps[-1].stage is not stage:
            steps.append(Step(stage, scan.at.date()))
    return tuple(steps)


def country_of(location: str, shipment: Shipment) -> str:
    """Return the ISO code of the country that a location of `shipment` ends with; "" when it names none."""
    return country_at_end(location, (shipment.destination, shipment.origin))


def _stage_at(checkpoint: Checkpoint, shipment: Shipment) -> Stage | None:
    stage = checkpoint.stage or _BY_SUBSTATUS.get(checkpoint.substatus)
    if shipment.last_mile_carrier and checkpoint.carrier == shipment.last_mile_carrier:
        return Stage.ENDED if stage is Stage.ENDED else Stage.LAST_MILE
    return _within_borders(stage, country_of(checkpoint.location, shipment), shipment)


def _within_borders(stage: Stage | None, here: str, shipment: Shipment) -> Stage | None:
    """Correct the stage that a scan says by where it was made.

    Leaving a depot at home is no export, reaching one there or in a third country no arrival.
    """
    at_home = bool(shipment.origin) and shipment.origin == shipment.destination
    if at_home and stage in (Stage.EXPORTED, Stage.ARRIVED):
        return Stage.ACCEPTED
    if stage in _AT_DESTINATION and shipment.international and here == shipment.origin:
        return Stage.ACCEPTED
    if stage in _AT_DESTINATION and shipment.destination and here not in ("", shipment.destination):
        return Stage.EXPORTED
    at_destination = shipment.international and here == shipment.destination
    return Stage.ARRIVED if at_destination and stage in (None, Stage.ACCEPTED, Stage.EXPORTED) else stage
