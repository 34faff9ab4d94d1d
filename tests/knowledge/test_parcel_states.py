"""The reviewed cases of `tests/cases/parcel_states/`: scans and codes in, one state of the parcel out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.incidents import cause_of, failed_attempts
from parcelbot.core.parcel.scan_wordings import WordingReader
from parcelbot.core.parcel.settling import ParcelState, settle
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status, Substatus
from parcelbot.core.parcel.stages import stage_of
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.written_files import read_yaml

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
CASES = read_yaml(ROOT / "tests" / "cases" / "parcel_states" / "parcel_states.yml")["cases"]


@pytest.fixture(scope="module")
def reader() -> WordingReader:
    return load_wordings(ROOT / "knowledge")


def _scan(data: Mapping[str, Any]) -> Checkpoint:
    unit = {"h": "hours", "d": "days"}[data["age"][-1]]
    return Checkpoint(
        at=NOW - timedelta(**{unit: int(data["age"][:-1])}),
        description=data["text"],
        location=data.get("place", ""),
        substatus=Substatus(data.get("substatus", "none")),
        zone_assumed=data.get("zone_assumed", False),
    )


def _shown(state: ParcelState) -> dict[str, Any]:
    scan, cause = state.shipment.last_scan, cause_of(state.shipment.status, state.incidents)
    return {
        "status": state.shipment.status.value,
        "substatus": state.shipment.substatus.value,
        "meaning": state.meaning,
        "stage": stage_of(state.shipment).value,
        "whereabouts": state.whereabouts.value,
        "house": state.house,
        "last_scan": scan.description if scan else None,
        "announced": state.announced_for is not None,
        "contradicted": state.contradicted,
        "pickup_place": state.pickup.place,
        "pickup_until": state.pickup.until,
        "cause": cause.kind.value if cause else None,
        "attempts": failed_attempts(state.incidents),
        "incidents": [incident.kind.value for incident in state.incidents],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_scans_and_code_come_to_what_a_reviewer_expects(case: dict[str, Any], reader: WordingReader) -> None:
    code = case["code"]
    shipment = Shipment(
        number="LP00999999999999",
        carrier="Any Post",
        status=Status(code["status"]),
        fetched_at=NOW,
        substatus=Substatus(code.get("substatus", "none")),
        checkpoints=tuple(map(_scan, case["scans"])),
    )
    shown = _shown(settle(shipment, reader.read, NOW))
    assert {name: shown[name] for name in case["expect"]} == case["expect"]
