"""Read a history of real parcels from a CSV file, one parcel a line.

Columns: origin, destination, carrier, delivered, and the first day of each stage a parcel was in: accepted, exported,
customs, arrived, last_mile. Days are written 2026-11-30; a stage that it never was in stays empty.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step

_STAGES = (Stage.ACCEPTED, Stage.EXPORTED, Stage.CUSTOMS, Stage.ARRIVED, Stage.LAST_MILE)


def read_history(path: Path) -> list[Journey]:
    """Read every parcel with a day of delivery and a stage; ValueError with the line for one that cannot be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return [journey for row in rows if (journey := _journey(row, rows.line_num)) is not None]


def _journey(row: Mapping[str, str | None], line: int) -> Journey | None:
    try:
        days = {name: date.fromisoformat(text.strip()) for name in _DAYS if (text := row.get(name) or "").strip()}
        ends = {name: (row[name] or "").strip() for name in ("origin", "destination", "carrier")}
    except (KeyError, ValueError) as error:
        raise ValueError(f"line {line}: {error}") from error
    steps = sorted((Step(stage, days[stage.value]) for stage in _STAGES if stage.value in days), key=_since)
    delivered = days.get("delivered")
    if not steps or delivered is None or delivered < steps[-1].since:
        return None
    return Journey(**ends, steps=tuple(steps), delivered_on=delivered)


_DAYS = ("delivered", *(stage.value for stage in _STAGES))


def _since(step: Step) -> date:
    return step.since
