"""What AfterShip's answers mean."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.shipment import Estimate, Lookup, LookupOutcome, Shipment, Status, Substatus, WantedDetail
from parcelbot.tracking.aftership_answers import AfterShipWords, fields_of, lookup_of, refusal, trackings_of
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected
from tests.unit.core.builders import NOW

FIXTURE = Path(__file__).parents[2] / "fixtures" / "aftership_trackings.json"


TAGS = {
    "InTransit": (Status.IN_TRANSIT, Substatus.NONE),
    "InTransit_002": (Status.IN_TRANSIT, Substatus.IN_TRANSIT_PICKED_UP),
    "InTransit_007": (Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE),
    "InfoReceived": (Status.INFO_RECEIVED, Substatus.NONE),
    "Exception": (Status.EXCEPTION, Substatus.NONE),
    "Exception_004": (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_PROCESSING),
    "Exception_008": (Status.AVAILABLE_FOR_PICKUP, Substatus.NONE),
    "Exception_011": (Status.EXCEPTION, Substatus.EXCEPTION_RETURNED),
    "Delivered": (Status.DELIVERED, Substatus.NONE),
}


class Tags:
    """The few tags these tests use."""

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        return TAGS.get(wording)


WORDS = AfterShipWords(Tags(), {"royal-mail": "Royal Mail", "dhl-germany": "DHL"})


def answer(*trackings: Any, code: int = 200) -> dict[str, Any]:
    return {"meta": {"code": code}, "data": {"trackings": list(trackings)}}


def tracking(tag: str, *times: str, **more: Any) -> dict[str, Any]:
    points = [{"checkpoint_time": at, "message": "Scan", "tag": tag} for at in times]
    return {"tracking_number": "N1", "slug": "dhl", "tag": tag, "checkpoints": points, **more}


def read(*trackings: dict[str, Any]) -> Lookup:
    return lookup_of(trackings, WORDS, NOW)


def parcel_of(*trackings: dict[str, Any]) -> Shipment:
    parcel = read(*trackings).shipment
    assert parcel is not None
    return parcel


def documented() -> Shipment:
    return parcel_of(*trackings_of(json.loads(FIXTURE.read_text("utf-8")), "LX555123405CN"))


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
    assert read(tracking("Pending")) == Lookup(LookupOutcome.PENDING)


def test_a_returned_parcel_is_returned() -> None:
    parcel = parcel_of(tracking("Exception", subtag="Exception_011"))
    assert (parcel.status, parcel.substatus) == (Status.RETURNED, Substatus.EXCEPTION_RETURNED)


@pytest.mark.parametrize(
    ("subtag", "status"),
    [
        ("Exception_004", (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_PROCESSING)),
        ("Exception_008", (Status.AVAILABLE_FOR_PICKUP, Substatus.NONE)),
        ("Exception_999", (Status.EXCEPTION, Substatus.NONE)),
        ("InTransit_007", (Status.EXCEPTION, Substatus.NONE)),
        ("", (Status.EXCEPTION, Substatus.NONE)),
    ],
)
def test_a_subtag_of_the_tag_says_more_than_it_and_one_of_another_says_nothing(
    subtag: str, status: tuple[Status, Substatus]
) -> None:
    parcel = parcel_of(tracking("Exception", subtag=subtag))
    assert (parcel.status, parcel.substatus) == status


def test_of_several_trackings_of_a_number_the_one_that_knows_something_is_told() -> None:
    assert parcel_of(tracking("Pending"), tracking("Delivered", "2026-11-20T09:00:00+00:00")).status is Status.DELIVERED


def test_of_several_that_know_something_the_one_with_the_newest_scan_is_told() -> None:
    old = tracking("Delivered", "2024-02-01T09:00:00+00:00", slug="ups")
    new = tracking("InTransit", "2026-11-20T09:00:00", "2026-11-19T09:00:00", slug="dhl-germany")
    unscanned = tracking("InfoReceived")
    assert parcel_of(old, new, unscanned).carrier == "DHL"


def test_trackings_of_another_number_are_nobodys() -> None:
    assert trackings_of(answer({"tracking_number": "N2"}, tracking("Delivered")), "n1") == [tracking("Delivered")]


def test_couriers_are_called_as_we_call_them_and_others_are_spelt_out() -> None:
    names = [
        parcel_of(tracking("InTransit", slug=slug)).carrier
        for slug in ("dhl-germany", "dhl", "usps", "some-courier", "")
    ]
    assert names == ["DHL", "DHL", "USPS", "Some Courier", ""]


@pytest.mark.parametrize(
    ("told", "estimate"),
    [
        ({"latest_estimated_delivery": {"datetime": "2026-11-25"}}, (25, 25)),
        ({"latest_estimated_delivery": {"datetime_min": "2026-11-24", "datetime_max": "2026-11-27"}}, (24, 27)),
        ({"courier_estimated_delivery_date": {"estimated_delivery_date": "2026-11-26T17:00:00"}}, (26, 26)),
        (
            {
                "latest_estimated_delivery": {"datetime": None},
                "courier_estimated_delivery_date": {"estimated_delivery_date_min": "2026-11-24"},
            },
            (24, 24),
        ),
        ({"latest_estimated_delivery": {"datetime_min": "2026-11-27", "datetime_max": "2026-11-24"}}, None),
        ({"latest_estimated_delivery": "soon"}, None),
        ({}, None),
    ],
)
def test_the_day_of_arrival_is_read(told: dict[str, Any], estimate: tuple[int, int] | None) -> None:
    expected = estimate and Estimate(date(2026, 11, estimate[0]), date(2026, 11, estimate[1]))
    assert parcel_of(tracking("InTransit", **told)).estimate == expected


def test_who_signed_is_read() -> None:
    assert parcel_of(tracking("Delivered", signed_by="M. Muster")).signed_by == "M. Muster"


@pytest.mark.parametrize("code", [4005, 4012])
def test_a_number_without_a_courier_is_not_found(code: int) -> None:
    assert refusal({"meta": {"code": code}, "data": {}}) == Lookup(LookupOutcome.NOT_FOUND)


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("`tracking_postal_code`", WantedDetail.POSTCODE),
        ("`tracking_postal_code, tracking_destination_country`", WantedDetail.COUNTRY_AND_POSTCODE),
        ("`tracking_destination_country`", WantedDetail.COUNTRY_AND_POSTCODE),
    ],
)
def test_a_courier_that_wants_a_postcode_says_so(fields: str, wanted: WantedDetail) -> None:
    message = f"Missing or invalid value of the required fields for this courier. Also required: {fields}"
    refused = refusal({"meta": {"code": 4011, "message": message}})
    assert refused == Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)


@pytest.mark.parametrize(
    ("detail", "fields"),
    [
        ("", {}),
        ("EH1 1YZ", {"tracking_postal_code": "EH1 1YZ"}),
        ("NL-3511AB", {"tracking_destination_country": "NLD", "tracking_postal_code": "3511AB"}),
        ("XX-12345", {"tracking_destination_country": "XX", "tracking_postal_code": "12345"}),
    ],
)
def test_what_the_shopper_told_goes_into_fields_of_its_own(detail: str, fields: dict[str, str]) -> None:
    assert fields_of(detail) == fields


@pytest.mark.parametrize("meta", [{"code": 4001}, {"code": 4011, "message": "also required: tracking_account_number"}])
def test_a_refusal_that_no_shopper_can_help_is_an_error(meta: dict[str, Any]) -> None:
    with pytest.raises(ProviderRejected):
        refusal({"meta": meta})


@pytest.mark.parametrize(
    "payload", [{"meta": {"code": 200}}, {"meta": {"code": 200}, "data": {"trackings": 1}}, {"data": {}}]
)
def test_an_answer_without_a_list_is_garbage(payload: dict[str, Any]) -> None:
    with pytest.raises(ProviderGarbage):
        trackings_of(payload, "N1")


def test_a_search_that_was_refused_is_an_error() -> None:
    with pytest.raises(ProviderRejected):
        trackings_of(answer(code=4001), "N1")
