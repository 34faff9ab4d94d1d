"""What 17TRACK's answers mean."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.shipment import Estimate, Lookup, LookupOutcome, Shipment, Status, Substatus, WantedDetail
from parcelbot.knowledge.loading import load_knowledge
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable, TrackingError
from parcelbot.tracking.seventeentrack_answers import lookup_of, parse
from tests.unit.core.builders import NOW
from tests.unit.tracking.fakes import SnakeCaseVocabulary

FIXTURE = Path(__file__).parents[2] / "fixtures" / "17track_gettrackinfo.json"


def read(payload: dict[str, Any]) -> Lookup:
    return parse(payload, SnakeCaseVocabulary(), NOW)


def documented() -> Shipment:
    lookup = read(json.loads(FIXTURE.read_text("utf-8")))
    assert lookup.shipment is not None
    return lookup.shipment


def envelope(*tracks: dict[str, Any], rejected: int | None = None) -> dict[str, Any]:
    refusals = [{"number": "N1", "error": {"code": rejected, "message": ""}}] if rejected else []
    return {"code": 0, "data": {"accepted": list(tracks), "rejected": refusals}}


def track(status: str, sub_status: str = "", *events: dict[str, Any], providers: Any = None) -> dict[str, Any]:
    own = [{"provider": {"name": "Cainiao", "country": "CN"}, "events": list(events)}]
    info = {
        "latest_status": {"status": status, "sub_status": sub_status},
        "tracking": {"providers": own if providers is None else providers},
    }
    return {"number": "N1", "track_info": info}


def found(item: dict[str, Any]) -> Shipment:
    shipment = read(envelope(item)).shipment
    assert shipment is not None
    return shipment


def test_a_documented_answer_becomes_a_shipment() -> None:
    parcel = documented()
    assert (parcel.number, parcel.carrier, parcel.origin, parcel.destination) == (
        "LX555123405CN",
        "China Post",
        "CN",
        "GB",
    )
    assert (parcel.status, parcel.substatus) == (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_PROCESSING)
    assert parcel.fetched_at == NOW


def test_a_hand_over_names_the_last_mile_carrier_and_its_number() -> None:
    parcel = documented()
    assert (parcel.last_mile_carrier, parcel.last_mile_number) == ("Royal Mail", "QM301188226GB")


def test_both_carriers_scans_form_one_history_newest_first() -> None:
    assert [(c.carrier, c.description) for c in documented().checkpoints] == [
        ("Royal Mail", "Held by customs"),
        ("China Post", "Departed from country of origin"),
        ("China Post", "Accepted by carrier"),
        ("China Post", "Electronic information submitted by shipper"),
    ]


def test_the_last_scan_is_a_physical_one_and_the_announcement_is_none() -> None:
    assert [c.physical for c in documented().checkpoints] == [True, True, True, False]


def test_offsets_are_kept_or_taken_from_the_place_or_flagged() -> None:
    times = [(c.at.utcoffset(), c.zone_assumed) for c in documented().checkpoints]
    eight = timedelta(hours=8)
    assert times == [(timedelta(0), False), (eight, False), (eight, False), (eight, True)]


def test_a_missing_sub_status_is_read_from_the_stage() -> None:
    assert documented().checkpoints[2].substatus is Substatus.IN_TRANSIT_PICKED_UP


def test_a_place_is_told_with_its_country() -> None:
    assert documented().checkpoints[1].location == "Shanghai, CN"


def test_an_undated_event_is_left_out() -> None:
    assert "Undated" not in [c.description for c in documented().checkpoints]


def test_the_second_provider_is_the_last_mile_when_nothing_else_tells() -> None:
    providers = [{"provider": {"name": name}, "events": []} for name in ("Cainiao", "Evri")]
    parcel = found(track("InTransit", providers=providers))
    assert (parcel.carrier, parcel.last_mile_carrier) == ("Cainiao", "Evri")


def test_the_provider_in_the_destination_is_the_last_mile_wherever_it_stands() -> None:
    providers = [{"provider": {"name": n, "country": c}, "events": []} for n, c in (("Evri", "GB"), ("Cainiao", "CN"))]
    item = track("InTransit", providers=providers)
    item["track_info"]["shipping_info"] = {"recipient_address": {"country": "GB"}}
    assert found(item).last_mile_carrier == "Evri"


def test_one_provider_told_twice_is_no_hand_over() -> None:
    providers = [{"provider": {"name": "Cainiao"}, "events": []}] * 2
    assert found(track("InTransit", providers=providers)).last_mile_carrier == ""


def test_an_unmapped_status_is_unknown_and_not_guessed() -> None:
    assert found(track("OrbitalTransfer")).status is Status.UNKNOWN


def test_an_unmapped_sub_status_leaves_the_main_one() -> None:
    parcel = found(track("InTransit", "InTransit_Orbit"))
    assert (parcel.status, parcel.substatus) == (Status.IN_TRANSIT, Substatus.NONE)


def test_a_sub_status_of_another_status_says_nothing() -> None:
    parcel = found(track("Delivered", "InTransit_Departure"))
    assert (parcel.status, parcel.substatus) == (Status.DELIVERED, Substatus.NONE)


@pytest.mark.parametrize("sub", ["Exception_Returning", "Exception_Returned"])
def test_a_parcel_on_its_way_back_is_returned_with_its_reason_kept(sub: str) -> None:
    parcel = found(track("Exception", sub))
    assert (parcel.status, parcel.substatus.value) == (Status.RETURNED, sub.lower())


def test_not_found_carries_no_shipment() -> None:
    assert read(envelope(track("NotFound", "NotFound_Other"))) == Lookup(LookupOutcome.NOT_FOUND)


def test_of_several_tracks_of_one_number_the_one_with_news_counts() -> None:
    assert read(envelope(track("NotFound"), track("InTransit"))).outcome is LookupOutcome.FOUND


def test_no_information_yet_is_pending_and_not_not_found() -> None:
    assert read(envelope(rejected=-18019909)) == Lookup(LookupOutcome.PENDING)


@pytest.mark.parametrize("code", [-18019903, -18010012])
def test_a_number_no_carrier_makes_is_not_found(code: int) -> None:
    assert read(envelope(rejected=code)) == Lookup(LookupOutcome.NOT_FOUND)


@pytest.mark.parametrize("code", [-18019908, -18019907, -1])
def test_a_spent_quota_or_an_unknown_refusal_is_an_error(code: int) -> None:
    with pytest.raises(ProviderRejected):
        read(envelope(rejected=code))


@pytest.mark.parametrize(("code", "error"), [(-18010002, ProviderRejected), (-18010003, ProviderUnavailable)])
def test_an_error_of_the_whole_call_is_an_error(code: int, error: type[TrackingError]) -> None:
    with pytest.raises(error):
        read({"code": code, "data": {"errors": [{"code": code, "message": "no"}]}})


@pytest.mark.parametrize(
    "payload",
    [{}, {"data": None}, {"data": []}, {"data": {}}, {"data": {"accepted": "x"}}, {"data": {"accepted": [None, 7]}}],
)
def test_an_answer_of_another_shape_is_garbage(payload: dict[str, Any]) -> None:
    with pytest.raises(ProviderGarbage):
        read(payload)


def test_missing_pieces_are_no_obstacle() -> None:
    item = {"number": "N1", "track_info": {"latest_status": {"status": "InTransit"}, "tracking": None}}
    assert found(item).checkpoints == ()


def scanned(**event: Any) -> Shipment:
    """A parcel with one scan, whose time is told as `event` says."""
    return found(track("InTransit", "", {"description": "Scan", "location": "", "address": None, **event}))


def raw(day: str, at: str | None = None, zone: str | None = None) -> dict[str, Any]:
    return {"time_iso": None, "time_utc": None, "time_raw": {"date": day, "time": at, "timezone": zone}}


def test_a_raw_time_with_its_own_zone_is_read_in_it() -> None:
    (scan,) = scanned(**raw("2026-11-20", "12:22:00", "+08:00")).checkpoints
    assert (scan.at, scan.zone_assumed) == (datetime(2026, 11, 20, 4, 22, tzinfo=timezone.utc), False)


def test_the_raw_zone_completes_a_time_without_an_offset() -> None:
    event = {**raw("2026-11-20", "12:22:00", "-05:00"), "time_iso": "2026-11-20T12:22:00"}
    assert scanned(**event).checkpoints[0].at == datetime(2026, 11, 20, 17, 22, tzinfo=timezone.utc)


@pytest.mark.parametrize("written", ["2026/11/20 12:22", "2026-11-20 12:22", "2026.11.20 12:22:00"])
def test_a_time_is_read_however_the_carrier_separates_its_day(written: str) -> None:
    day, at = written.split()
    assert scanned(**raw(day, at)).checkpoints[0].at == datetime(2026, 11, 20, 4, 22, tzinfo=timezone.utc)
    assert scanned(time_iso=written, time_utc=None).checkpoints[0].at.hour == 12


def test_a_day_that_could_be_two_days_is_not_guessed() -> None:
    assert scanned(**raw("11/12/2026", "12:22")).checkpoints == ()


@pytest.mark.parametrize("language", ["en", "en-GB", None])
def test_a_scan_is_told_in_english_where_17track_has_translated_it(language: str | None) -> None:
    translation = {"lang": language, "description": "Arrived at the sorting centre"}
    parcel = scanned(time_utc="2026-11-20T12:22:00Z", description="到达分拣中心", description_translation=translation)
    assert parcel.checkpoints[0].description == "Arrived at the sorting centre"


def test_another_translation_does_not_replace_the_carriers_own_words() -> None:
    translation = {"lang": "zh-CN", "description": "到达分拣中心"}
    parcel = scanned(time_utc="2026-11-20T12:22:00Z", description="Arrived", description_translation=translation)
    assert parcel.checkpoints[0].description == "Arrived"


def handed_over(*names: str, when: dict[str, int], **shipping: str) -> Shipment:
    """A parcel of several carriers, listed in this order; `when` is the day of November each scanned it first."""
    countries = {"Cainiao": "CN", "Evri": "GB"}
    providers = [
        {
            "provider": {"name": name, "country": countries.get(name)},
            "events": [{"time_utc": f"2026-11-{when[name]:02}T12:00:00Z", "description": "Scan"}],
        }
        for name in names
    ]
    item = track("InTransit", providers=providers)
    item["track_info"]["shipping_info"] = {name: {"country": country} for name, country in shipping.items()}
    return found(item)


@pytest.mark.parametrize("order", [("Cainiao", "Evri"), ("Evri", "Cainiao")])
@pytest.mark.parametrize("shipping", [{}, {"shipper_address": "CN"}, {"recipient_address": "GB"}])
def test_who_scanned_it_later_has_the_last_mile_in_whatever_order_they_stand(
    order: tuple[str, str], shipping: dict[str, str]
) -> None:
    parcel = handed_over(*order, when={"Cainiao": 3, "Evri": 12}, **shipping)
    assert (parcel.carrier, parcel.last_mile_carrier) == ("Cainiao", "Evri")


@pytest.mark.parametrize(
    ("sub_status", "substatus"),
    [
        ("InTransit_TransportDeparted", Substatus.IN_TRANSIT_DEPARTURE),
        ("InTransit_TransportArrived", Substatus.IN_TRANSIT_ARRIVAL),
    ],
)
def test_a_means_of_transport_that_leaves_or_arrives_takes_the_parcel_along(
    sub_status: str, substatus: Substatus
) -> None:
    vocabulary = load_knowledge(Path("knowledge")).statuses["17track"]
    event = {"time_utc": "2026-11-20T12:22:00Z", "description": "Flight", "sub_status": sub_status}
    lookup = parse(envelope(track("InTransit", sub_status, event)), vocabulary, NOW)
    assert lookup.shipment is not None
    assert {lookup.shipment.substatus, lookup.shipment.checkpoints[0].substatus} == {substatus}


@pytest.mark.parametrize(
    ("told", "estimate"),
    [
        (
            {"from": "2026-11-23T00:00:00-05:00", "to": "2026-11-25T23:59:59-05:00"},
            Estimate(date(2026, 11, 23), date(2026, 11, 25)),
        ),
        ({"from": "2026-11-23", "to": None}, Estimate(date(2026, 11, 23), date(2026, 11, 23))),
        ({"from": None, "to": "2026-11-25"}, Estimate(date(2026, 11, 25), date(2026, 11, 25))),
        ({"from": "2026-11-25", "to": "2026-11-23"}, None),
        ({"from": "soon", "to": 7}, None),
        (None, None),
        ("tomorrow", None),
    ],
)
def test_the_estimate_is_the_providers_own(told: Any, estimate: Estimate | None) -> None:
    item = track("InTransit")
    item["track_info"]["time_metrics"] = {"estimated_delivery_date": told}
    assert found(item).estimate == estimate


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (-18010018, WantedDetail.COUNTRY_AND_POSTCODE),
        (-18010019, WantedDetail.POSTCODE),
        (-18010020, WantedDetail.PHONE),
    ],
)
def test_a_required_parameter_is_a_detail_to_ask_for(code: int, wanted: WantedDetail) -> None:
    assert read(envelope(rejected=code)) == Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)


def test_of_thousands_of_events_the_newest_and_the_first_are_kept() -> None:
    events = [
        {"time_utc": (NOW - timedelta(minutes=n)).strftime("%Y-%m-%dT%H:%M:%SZ"), "description": f"Scan {n}"}
        for n in range(5000)
    ]
    parcel = found(track("InTransit", "", *events))
    assert len(parcel.checkpoints) == 200
    assert (parcel.checkpoints[0].description, parcel.checkpoints[-1].description) == ("Scan 0", "Scan 4999")


def test_markup_and_endless_texts_are_cut_down_to_what_a_person_reads() -> None:
    parcel = scanned(time_utc="2026-11-20T12:22:00Z", description="<b>Arrived</b> at &amp; left " + "x" * 10_000)
    assert parcel.checkpoints[0].description.startswith("Arrived at & left xxx")
    assert len(parcel.checkpoints[0].description) < 500


def test_an_answer_about_another_number_says_nothing_of_ours() -> None:
    with pytest.raises(ProviderGarbage):
        lookup_of(envelope(track("Delivered")), "N2", SnakeCaseVocabulary(), NOW)
