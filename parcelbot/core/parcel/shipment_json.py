"""Turn shipments into plain JSON values and back, for the cache, the tracking card and ticket snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from parcelbot.core.parcel.shipment import Checkpoint, Estimate, Shipment, Stage, Status, Substatus


def shipment_to_json(shipment: Shipment) -> dict[str, Any]:
    """Write `shipment` as strings, booleans and lists; times are ISO 8601 with their offsets."""
    fields = asdict(shipment)
    fields["status"], fields["substatus"] = shipment.status.value, shipment.substatus.value
    fields["fetched_at"] = shipment.fetched_at.isoformat()
    fields["checkpoints"] = [_checkpoint_to_json(checkpoint) for checkpoint in shipment.checkpoints]
    fields["estimate"] = _estimate_to_json(shipment.estimate)
    return fields


def shipment_from_json(data: Mapping[str, Any]) -> Shipment:
    """Read a shipment that `shipment_to_json` wrote; anything else raises KeyError, TypeError or ValueError."""
    fields = dict(data)
    fields["status"], fields["substatus"] = Status(fields["status"]), Substatus(fields["substatus"])
    fields["fetched_at"] = datetime.fromisoformat(fields["fetched_at"])
    fields["checkpoints"] = tuple(_checkpoint_from_json(entry) for entry in fields["checkpoints"])
    # what was written before there were estimates has none
    fields["estimate"] = _estimate_from_json(fields.get("estimate"))
    return Shipment(**fields)


def _checkpoint_to_json(checkpoint: Checkpoint) -> dict[str, Any]:
    stage = checkpoint.stage.value if checkpoint.stage else None
    return asdict(checkpoint) | {
        "at": checkpoint.at.isoformat(),
        "substatus": checkpoint.substatus.value,
        "stage": stage,
    }


def _checkpoint_from_json(data: Mapping[str, Any]) -> Checkpoint:
    at, substatus = datetime.fromisoformat(data["at"]), Substatus(data["substatus"])
    stage = Stage(data["stage"]) if data.get("stage") else None
    return Checkpoint(**{**data, "at": at, "substatus": substatus, "stage": stage})


def _estimate_to_json(estimate: Estimate | None) -> dict[str, str] | None:
    if estimate is None:
        return None
    return {"earliest": estimate.earliest.isoformat(), "latest": estimate.latest.isoformat()}


def _estimate_from_json(data: Mapping[str, str] | None) -> Estimate | None:
    if data is None:
        return None
    return Estimate(date.fromisoformat(data["earliest"]), date.fromisoformat(data["latest"]))
