"""Shipments survive being written down."""

from __future__ import annotations

import json
from datetime import date

import pytest

from parcelbot.core.parcel.shipment import Estimate, Substatus
from parcelbot.core.parcel.shipment_json import shipment_from_json, shipment_to_json
from tests.unit.core.builders import scan, shipment

PARCEL = shipment(
    scan(Substatus.IN_TRANSIT_DEPARTURE, 2, "Shanghai, CN", carrier="Cainiao", zone_assumed=True),
    scan(Substatus.NONE, 4, physical=False),
    last_mile_carrier="Royal Mail",
    last_mile_number="QM301188226GB",
    estimate=Estimate(date(2026, 11, 23), date(2026, 11, 25)),
    signed_by="M. Larsen",
)


def test_a_shipment_comes_back_as_it_was() -> None:
    assert shipment_from_json(json.loads(json.dumps(shipment_to_json(PARCEL)))) == PARCEL


def test_times_keep_their_offsets() -> None:
    assert shipment_to_json(PARCEL)["checkpoints"][0]["at"] == "2026-11-19T12:00:00+00:00"


def test_a_shipment_written_before_there_were_estimates_is_read_without_one() -> None:
    written = {k: v for k, v in shipment_to_json(PARCEL).items() if k not in ("estimate", "signed_by")}

    read = shipment_from_json(written)

    assert (read.estimate, read.signed_by) == (None, "")


def test_what_is_no_shipment_is_refused() -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        shipment_from_json({"number": "LP00123456789012"})
