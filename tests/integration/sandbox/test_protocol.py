"""The sandbox speaks 17TRACK's protocol, and does as it is told."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from flask.testing import FlaskClient

from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import EntryError, parse_age, parse_entry, parse_moment
from parcelbot.sandbox.faults import Faults
from parcelbot.sandbox.state import Limits

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)  # a Saturday
NUMBER = "LP00123456789012"
ENTRY: dict[str, Any] = {
    "number": NUMBER,
    "carrier": "Cainiao",
    "origin": "CN",
    "destination": "GB",
    "status": "InTransit",
    "sub_status": "InTransit_Departure",
    "events": [
        {"age": "24d", "description": "Accepted by carrier", "location": "Hangzhou, CN"},
        {"age": "21d", "description": "Departed", "location": "Shanghai, CN", "sub_status": "InTransit_Departure"},
    ],
}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> FlaskClient:
    return create_app(
        [parse_entry(ENTRY, NOW)], clock, limits=Limits(rate_per_s=1000), faults=Faults(slow_s=0)
    ).test_client()


def info(sandbox: FlaskClient, number: str) -> dict[str, Any]:
    call(sandbox, "register", number)
    told: dict[str, Any] = call(sandbox, "gettrackinfo", number)["data"]["accepted"][0]["track_info"]
    return told


def test_the_last_carriers_number_is_known_with_its_own_scans_only(clock: Clock) -> None:
    by_post = {"age": "2d", "description": "Label created", "sub_status": "InfoReceived", "carrier": "USPS"}
    handed_over = {**ENTRY, "last_mile": {"carrier": "USPS", "number": "9400100000000000000000"}}
    handed_over["events"] = [*ENTRY["events"], by_post, {"age": "1d", "description": "Arrived at hub"}]
    sandbox = create_app([parse_entry(handed_over, NOW)], clock, limits=Limits(rate_per_s=1000)).test_client()
    told = info(sandbox, "9400100000000000000000")
    assert told["latest_status"]["status"] == "InfoReceived"
    assert [event["description"] for event in told["tracking"]["providers"][0]["events"]] == ["Label created"]
    assert info(sandbox, NUMBER)["latest_status"]["status"] == "InTransit"


def call(sandbox: FlaskClient, method: str, *numbers: str, token: str = "t") -> dict[str, Any]:
    body = [{"number": number} for number in numbers]
    answer = sandbox.post(f"/track/v2.2/{method}", json=body, headers={"17token": token})
    data: dict[str, Any] = answer.get_json()
    return data


def codes(answer: dict[str, Any]) -> list[int]:
    return [item["error"]["code"] for item in answer["data"]["rejected"]]


def track_info(sandbox: FlaskClient, number: str = NUMBER) -> dict[str, Any]:
    call(sandbox, "register", number)
    info: dict[str, Any] = call(sandbox, "gettrackinfo", number)["data"]["accepted"][0]["track_info"]
    return info


def post_shipment(sandbox: FlaskClient, **entry: Any) -> Any:
    return sandbox.post("/sandbox/shipments", json=entry)


def test_without_a_key_every_call_is_refused(sandbox: FlaskClient) -> None:
    answer = sandbox.post("/track/v2.2/register", json=[{"number": NUMBER}])
    assert answer.status_code == 401
    assert answer.get_json()["data"]["errors"][0]["code"] == -18010002


def test_a_number_must_be_registered_before_it_is_read(sandbox: FlaskClient) -> None:
    assert codes(call(sandbox, "gettrackinfo", NUMBER)) == [-18019902]


def test_registering_twice_is_refused_harmlessly(sandbox: FlaskClient) -> None:
    call(sandbox, "register", NUMBER)
    assert codes(call(sandbox, "register", NUMBER)) == [-18019901]


def test_accepted_and_rejected_numbers_come_apart(sandbox: FlaskClient) -> None:
    answer = call(sandbox, "register", NUMBER, "ABC")
    assert [item["number"] for item in answer["data"]["accepted"]] == [NUMBER]
    assert codes(answer) == [-18019903]


def test_a_parcel_is_told_newest_event_first(sandbox: FlaskClient) -> None:
    info = track_info(sandbox)
    assert info["latest_status"] == {
        "status": "InTransit",
        "sub_status": "InTransit_Departure",
        "sub_status_descr": None,
    }
    events = info["tracking"]["providers"][0]["events"]
    assert [event["description"] for event in events] == ["Departed", "Accepted by carrier"]
    assert events[0]["time_iso"] == "2026-10-31T20:00:00+08:00"
    assert events[0]["time_utc"] == "2026-10-31T12:00:00Z"
    assert info["latest_event"] == events[0]


def test_ages_count_from_when_the_parcel_was_put_in(sandbox: FlaskClient, clock: Clock) -> None:
    clock.at += timedelta(days=1)
    assert track_info(sandbox)["time_metrics"]["days_after_last_update"] == 22


def test_an_unknown_number_is_taken_in_and_then_not_found(sandbox: FlaskClient) -> None:
    info = track_info(sandbox, "RR123456785CN")
    assert (info["latest_status"]["status"], info["tracking"]["providers"]) == ("NotFound", [])


def test_a_carrier_that_only_its_scans_name_is_a_provider_with_its_own_events(sandbox: FlaskClient) -> None:
    events = [
        {"age": "1d", "description": "Arrived at depot", "location": "Auckland, NZ", "carrier": "NZ Post"},
        *ENTRY["events"],
    ]
    post_shipment(sandbox, **{**ENTRY, "events": events})
    info = track_info(sandbox)
    names = [(p["provider"]["name"], len(p["events"])) for p in info["tracking"]["providers"]]
    assert names == [(ENTRY["carrier"], len(ENTRY["events"])), ("NZ Post", 1)]


def test_a_last_mile_carrier_is_a_second_provider_with_its_own_events(sandbox: FlaskClient) -> None:
    events = [{"age": "1d", "description": "At depot", "carrier": "Royal Mail"}, *ENTRY["events"]]
    last_mile = {"carrier": "Royal Mail", "number": "QM301188226GB"}
    post_shipment(sandbox, **{**ENTRY, "events": events, "last_mile": last_mile})
    info = track_info(sandbox)
    names = [(p["provider"]["name"], len(p["events"])) for p in info["tracking"]["providers"]]
    assert names == [("Cainiao", 2), ("Royal Mail", 1)]
    assert info["misc_info"] == {"local_number": "QM301188226GB", "local_provider": "Royal Mail"}


def test_an_event_may_come_without_an_offset(sandbox: FlaskClient) -> None:
    event = {"age": "1d", "description": "Scan", "location": "Beijing, CN", "offset": "none"}
    post_shipment(sandbox, number=NUMBER, status="InTransit", carrier="X", events=[event])
    told = track_info(sandbox)["latest_event"]
    assert (told["time_iso"], told["time_utc"]) == ("2026-11-20T20:00:00", None)


def test_an_issued_age_is_an_announcement(sandbox: FlaskClient) -> None:
    post_shipment(sandbox, number=NUMBER, status="InfoReceived", carrier="X", issued="2d")
    assert track_info(sandbox)["latest_event"]["sub_status"] == "InfoReceived"


def test_a_pending_parcel_has_no_information_for_a_while(sandbox: FlaskClient, clock: Clock) -> None:
    post_shipment(sandbox, **ENTRY, pending="10m")
    call(sandbox, "register", NUMBER)
    assert codes(call(sandbox, "gettrackinfo", NUMBER)) == [-18019909]
    clock.at += timedelta(minutes=10)
    assert codes(call(sandbox, "gettrackinfo", NUMBER)) == []


def test_a_stopped_number_must_be_registered_anew(sandbox: FlaskClient) -> None:
    call(sandbox, "register", NUMBER)
    call(sandbox, "stoptrack", NUMBER)
    assert codes(call(sandbox, "gettrackinfo", NUMBER)) == [-18019902]


def test_a_carrier_can_be_changed_for_registered_numbers_only(sandbox: FlaskClient) -> None:
    assert codes(call(sandbox, "changecarrier", NUMBER)) == [-18019902]


def test_the_quota_counts_what_is_registered(sandbox: FlaskClient) -> None:
    call(sandbox, "register", NUMBER)
    quota = sandbox.post("/track/v2.2/getquota", headers={"17token": "t"}).get_json()
    assert quota["data"]["quota_used"] == 1


def test_more_than_forty_numbers_are_refused(sandbox: FlaskClient) -> None:
    answer = call(sandbox, "register", *[NUMBER] * 41)
    assert answer["data"]["errors"][0]["code"] == -18010014


@pytest.mark.parametrize("body", ["", "{}", "[]", "not json", '"text"'])
def test_a_body_that_is_no_list_is_refused(sandbox: FlaskClient, body: str) -> None:
    answer = sandbox.post("/track/v2.2/register", data=body, headers={"17token": "t"})
    assert answer.get_json()["data"]["errors"][0]["code"] == -18010013


def test_each_key_has_three_calls_a_second() -> None:
    sandbox = create_app([], lambda: NOW).test_client()
    asked = [
        sandbox.post("/track/v2.2/register", json=[{"number": NUMBER}], headers={"17token": token}).status_code
        for token in ("a", "a", "a", "a", "b")
    ]
    assert asked == [200, 200, 200, 429, 200]


@pytest.mark.parametrize(
    ("mode", "status", "body"),
    [("http_429", 429, b"http_429"), ("http_500", 500, b"http_500"), ("garbage", 200, b"<html>"), ("empty", 200, b"")],
)
def test_a_fault_lasts_for_as_many_calls_as_asked(sandbox: FlaskClient, mode: str, status: int, body: bytes) -> None:
    sandbox.post("/sandbox/faults", json={"mode": mode, "times": 1})
    bad = sandbox.post("/track/v2.2/register", json=[{"number": NUMBER}], headers={"17token": "t"})
    assert (bad.status_code, body in bad.data) == (status, True)
    assert call(sandbox, "register", NUMBER)["code"] == 0


def test_a_fault_without_times_lasts_until_it_is_switched_off(sandbox: FlaskClient) -> None:
    sandbox.post("/sandbox/faults", json={"mode": "http_500"})
    url, asked = "/track/v2.2/register", {"json": [{"number": NUMBER}], "headers": {"17token": "t"}}
    assert [sandbox.post(url, **asked).status_code for _ in range(3)] == [500, 500, 500]
    sandbox.post("/sandbox/faults", json={"mode": "none"})
    assert sandbox.post(url, **asked).status_code == 200


def test_a_fault_can_go_with_one_parcel(sandbox: FlaskClient) -> None:
    post_shipment(sandbox, **{**ENTRY, "number": "YT2632500000000183", "fault": "http_500"})
    bad = sandbox.post("/track/v2.2/register", json=[{"number": "YT2632500000000183"}], headers={"17token": "t"})
    assert bad.status_code == 500
    assert call(sandbox, "register", NUMBER)["code"] == 0


@pytest.mark.parametrize("body", [{"mode": "bogus"}, {}, {"mode": "slow", "times": 0}, {"mode": "slow", "times": "x"}])
def test_a_fault_that_does_not_exist_is_refused_with_a_reason(sandbox: FlaskClient, body: dict[str, Any]) -> None:
    answer = sandbox.post("/sandbox/faults", json=body)
    assert answer.status_code == 400
    assert answer.get_json()["error"]


def test_a_posted_parcel_is_served(sandbox: FlaskClient) -> None:
    answer = post_shipment(sandbox, number="yt2632500000000999", status="Delivered")
    assert (answer.status_code, answer.get_json()["number"]) == (201, "YT2632500000000999")
    assert track_info(sandbox, "YT2632500000000999")["latest_status"]["status"] == "Delivered"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"number": None}, "number"),
        ({"number": "AB 12"}, "number"),
        ({"status": None}, "status"),
        ({"status": "in transit!"}, "status"),
        ({"destination": "Britain"}, "destination"),
        ({"events": "none"}, "events"),
        ({"events": [{"description": "x"}]}, "age"),
        ({"events": [{"age": "2 days", "description": "x"}]}, "2 days"),
        ({"events": [{"age": "2d"}]}, "description"),
        ({"fault": "bogus"}, "bogus"),
        ({"pending": "soon"}, "soon"),
    ],
)
def test_a_parcel_that_cannot_be_served_is_refused_with_a_reason(
    sandbox: FlaskClient, change: dict[str, Any], named: str
) -> None:
    answer = post_shipment(sandbox, **{**ENTRY, **change})
    assert answer.status_code == 400
    assert named in answer.get_json()["error"]


def test_a_body_that_is_no_parcel_is_refused(sandbox: FlaskClient) -> None:
    assert sandbox.post("/sandbox/shipments", data="nothing").status_code == 400


def test_parcels_are_listed(sandbox: FlaskClient) -> None:
    listed = sandbox.get("/sandbox/shipments").get_json()["shipments"]
    assert listed == [{"number": NUMBER, "status": "InTransit", "carrier": "Cainiao"}]


def test_it_counts_the_calls_about_each_number(sandbox: FlaskClient) -> None:
    call(sandbox, "register", NUMBER)
    call(sandbox, "gettrackinfo", NUMBER)
    assert sandbox.get("/sandbox/calls").get_json() == {"calls": {NUMBER: 2}, "refused": 0}


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/sandbox/shipments"), ("POST", "/sandbox/faults"), ("GET", "/sandbox/shipments")]
)
def test_nobody_else_controls_the_sandbox(sandbox: FlaskClient, method: str, path: str) -> None:
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert sandbox.open(path, method=method, json={}, environ_base=elsewhere).status_code == 403


def test_anybody_may_ask_whether_it_is_well(sandbox: FlaskClient) -> None:
    answer = sandbox.get("/health", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert answer.get_json() == {"status": "ok", "shipments": 1}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("21d", timedelta(days=21)),
        ("5h", timedelta(hours=5)),
        ("30m", timedelta(minutes=30)),
        ("2d4h", timedelta(days=2, hours=4)),
        ("0d", timedelta(0)),
        ("-1d", timedelta(days=-1)),
    ],
)
def test_an_age_is_read(text: str, age: timedelta) -> None:
    assert parse_age(text) == age


@pytest.mark.parametrize("text", ["", "-", "d", "2 d", "1.5d", None, 7])
def test_what_is_no_age_is_refused(text: object) -> None:
    with pytest.raises(EntryError):
        parse_age(text)


@pytest.mark.parametrize(
    ("text", "day", "hour"), [("fri 17:30", 20, 17), ("Sat 09:00", 21, 9), ("sat 17:30", 14, 17), ("mon 08:00", 16, 8)]
)
def test_a_weekday_is_the_latest_one_that_has_passed(text: str, day: int, hour: int) -> None:
    at = parse_moment(text, NOW)
    assert (at.day, at.hour) == (day, hour)


def test_each_key_has_a_quota_of_numbers() -> None:
    sandbox = create_app([], lambda: NOW, limits=Limits(rate_per_s=1000, quota=1)).test_client()
    answer = call(sandbox, "register", NUMBER, "LP00123456789013")
    assert ([item["number"] for item in answer["data"]["accepted"]], codes(answer)) == ([NUMBER], [-18019908])


@pytest.mark.parametrize(
    ("detail", "code"), [("postcode", -18010019), ("phone", -18010020), ("country_and_postcode", -18010018)]
)
def test_a_carrier_may_want_a_detail_before_it_shows_a_parcel(sandbox: FlaskClient, detail: str, code: int) -> None:
    post_shipment(sandbox, **ENTRY, requires=detail)
    assert codes(call(sandbox, "register", NUMBER)) == [code]
    assert codes(register_with(sandbox, "anything")) == []


def test_a_wrong_detail_is_refused(sandbox: FlaskClient) -> None:
    post_shipment(sandbox, **ENTRY, requires={"postcode": "SW1A 1AA"})
    assert codes(register_with(sandbox, "EC1A 1BB")) == [-18010015]
    assert codes(register_with(sandbox, "sw1a1aa")) == []


def register_with(sandbox: FlaskClient, param: str) -> dict[str, Any]:
    body = [{"number": NUMBER, "param": param}]
    data: dict[str, Any] = sandbox.post("/track/v2.2/register", json=body, headers={"17token": "t"}).get_json()
    return data


def test_only_a_stopped_number_is_looked_at_again_and_once(sandbox: FlaskClient) -> None:
    call(sandbox, "register", NUMBER)
    assert codes(call(sandbox, "retrack", NUMBER)) == [-18019904]
    assert sandbox.post("/sandbox/stops", json={"number": NUMBER}).status_code == 200
    assert codes(call(sandbox, "retrack", NUMBER)) == []
    sandbox.post("/sandbox/stops", json={"number": NUMBER})
    assert codes(call(sandbox, "retrack", NUMBER)) == [-18019905]


def test_a_number_nobody_registered_cannot_be_stopped(sandbox: FlaskClient) -> None:
    assert sandbox.post("/sandbox/stops", json={"number": NUMBER}).status_code == 404


def test_an_estimate_lies_as_far_ahead_as_it_says(sandbox: FlaskClient) -> None:
    post_shipment(sandbox, **ENTRY, eta={"from": "2d", "to": "4d"})
    told = track_info(sandbox)["time_metrics"]["estimated_delivery_date"]
    assert told == {"source": "Official", "from": "2026-11-23T12:00:00+00:00", "to": "2026-11-25T12:00:00+00:00"}


@pytest.mark.parametrize("eta", [{"from": "4d", "to": "2d"}, {}, "2d", {"from": "soon"}])
def test_an_estimate_that_makes_no_sense_is_refused(sandbox: FlaskClient, eta: Any) -> None:
    assert post_shipment(sandbox, **ENTRY, eta=eta).status_code == 400


def test_who_signed_is_said_by_the_scan_of_the_delivery(sandbox: FlaskClient) -> None:
    delivered = {"age": "1h", "description": "Delivered", "sub_status": "Delivered_Other"}
    events = [delivered, *ENTRY["events"]]
    post_shipment(sandbox, **{**ENTRY, "status": "Delivered", "events": events}, signed_by="M. Larsen")
    assert track_info(sandbox)["latest_event"]["description"] == "Delivered, signed for by M. Larsen"


def test_an_event_may_lie_ahead_as_an_announcement(sandbox: FlaskClient) -> None:
    events = [{"age": "-3d", "description": "Scheduled delivery"}, *ENTRY["events"]]
    post_shipment(sandbox, **{**ENTRY, "events": events})
    assert track_info(sandbox)["latest_event"]["time_utc"] == "2026-11-24T12:00:00Z"
