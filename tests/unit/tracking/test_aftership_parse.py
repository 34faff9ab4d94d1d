"""What AfterShip's answers mean."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.tracking.aftership import parse
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected
from tests.unit.core.builders import NOW

FIXTURE = Path(__file__).parents[2] / "fixtures" / "aftership_trackings.json"


TAGS = {
    "InTransit": (Status.IN_TRANSIT, Substatus.NONE),
    "InTransit_002": (Status.IN_TRANSIT, Substatus.IN_TRANSIT_PICKED_UP),
    "InTransit_007": (Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE),
    "InfoReceived": (Status.INFO_RECEIVED, Substatus.NONE),
    "Exception": (Status.EXCEPTION, Substatus.NONE),
    "Exception_011": (Status.EXCEPTION, Substatus.EXCEPTION_RETURNED),
}


class Tags:
    """The few tags these tests use."""

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        return TAGS.get(wording)


def read(payload: dict[str, Any]) -> Lookup:
    return parse(payload, Tags(), NOW)


def documented() -> Shipment:
    lookup = read(json.loads(FIXTURE.read_text("utf-8")))
    assert lookup.shipment is not None
    return lookup.shipment


def created(**tracking: Any) -> dict[str, Any]:
    return {"meta": {"code": 201}, "data": {"tracking_number": "N1", "slug": "dhl", **tracking}}


def test_a_documented_answer_becomes_a_shipment() -> None:
    parcel = documented()
    assert (parcel.number, parcel.carrier, parcel.origin, parcel.destination) == (
        "LX555123405CN",
        "China Post",
        "CN",
        "GB",
    )
    assert (parcel.status, parcel.substatus) == (Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE)


def test_the_next_courier_is_the_last_mile_carrier() -> None:
    parcel = documented()
    assert (parcel.last_mile_carrier, parcel.last_mile_number) == ("Royal Mail", "QM301188226GB")


def test_checkpoints_come_newest_first_without_undated_ones() -> None:
    assert [c.description for c in documented().checkpoints] == [
        "Departed from sorting facility",
        "Accepted by carrier",
        "Pre-advice received",
    ]


def test_a_time_without_an_offset_is_its_places_time() -> None:
    accepted = documented().checkpoints[1]
    assert (accepted.at.utcoffset(), accepted.zone_assumed) == (timedelta(hours=8), False)


def test_pre_advice_is_not_a_scan() -> None:
    assert [c.physical for c in documented().checkpoints] == [True, True, False]


def test_a_place_has_its_city_and_country_code() -> None:
    assert [c.location for c in documented().checkpoints] == ["Langley, GB", "Hangzhou, CN", "CN"]


def test_a_new_tracking_is_pending() -> None:
    assert read(created(tag="Pending")) == Lookup(LookupOutcome.PENDING)


def test_a_tracking_somebody_else_has_just_created_is_pending() -> None:
    assert read({"meta": {"code": 4003}, "data": {}}) == Lookup(LookupOutcome.PENDING)


@pytest.mark.parametrize("code", [4005, 4012])
def test_a_number_without_a_courier_is_not_found(code: int) -> None:
    assert read({"meta": {"code": code}, "data": {}}) == Lookup(LookupOutcome.NOT_FOUND)


def test_a_returned_parcel_is_returned() -> None:
    parcel = read(created(tag="Exception", subtag="Exception_011")).shipment
    assert parcel is not None
    assert (parcel.status, parcel.substatus) == (Status.RETURNED, Substatus.EXCEPTION_RETURNED)


def test_initials_stay_capitals() -> None:
    parcel = read(created(tag="InTransit")).shipment
    assert parcel is not None
    assert parcel.carrier == "DHL"


def test_a_refusal_is_an_error() -> None:
    with pytest.raises(ProviderRejected):
        read({"meta": {"code": 4001}})


@pytest.mark.parametrize("payload", [{"meta": {"code": 200}}, {"meta": {"code": 200}, "data": {"trackings": [{}]}}])
def test_an_answer_without_a_tracking_is_garbage(payload: dict[str, Any]) -> None:
    with pytest.raises(ProviderGarbage):
        read(payload)
