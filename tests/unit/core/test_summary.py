"""What an agent reads first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parcelbot.core.answers import Answer
from parcelbot.core.enquiry import Claims, Enquiry
from parcelbot.core.facts import Facts, Question, SalesChannel
from parcelbot.core.orders import Order
from parcelbot.core.shipment import Shipment, Substatus
from parcelbot.core.summary import summarise
from parcelbot.core.tickets import MAX_SUMMARY_LINES
from tests.unit.fakes import NOW, row
from tests.unit.tracking.fakes import scan, shipment

ENQUIRY = Enquiry(Question.TRACKING_NOT_UPDATING)
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW)
ANSWER = Answer("in_transit", row("exported_overdue"))
PARCEL = shipment(
    scan(Substatus.IN_TRANSIT_DEPARTURE, 21, "Shanghai, CN", description="Departed"),
    substatus=Substatus.IN_TRANSIT_DEPARTURE,
)


def lines(
    enquiry: Enquiry = ENQUIRY,
    parcel: Shipment | None = PARCEL,
    answer: Answer = ANSWER,
    checks: dict[str, bool] | None = None,
    **facts: object,
) -> tuple[str, ...]:
    return summarise(enquiry, replace(Facts(now=NOW), **facts), answer, parcel, checks or {})


def test_a_summary_tells_problem_parcel_scan_answer_and_whether_the_order_is_theirs() -> None:
    assert lines() == (
        "Problem: tracking not updating",
        "Parcel: LP00123456789012, Cainiao, in_transit/in_transit_departure",
        "Last scan: 21 days ago, Departed, Shanghai, CN",
        "Answered by: in_transit/exported_overdue (the-document)",
        "Order not verified",
    )


def test_the_shoppers_own_count_of_days_is_kept() -> None:
    said = replace(ENQUIRY, claims=Claims(idle_days=9))
    assert lines(said)[0] == "Problem: tracking not updating (shopper says nothing for 9 days)"


def test_a_case_without_a_parcel_says_so() -> None:
    assert lines(parcel=None)[1:3] == (
        "Parcel: no tracking seen",
        "Answered by: in_transit/exported_overdue (the-document)",
    )


def test_a_parcel_that_was_never_scanned_says_so() -> None:
    assert "Last scan: none yet" in lines(parcel=shipment())


def test_a_scan_without_a_place_says_so() -> None:
    assert "Last scan: 1 day ago, Scan, no place" in lines(parcel=shipment(scan(Substatus.NONE)))


def test_both_carriers_are_named_after_a_hand_over() -> None:
    handed_over = replace(PARCEL, last_mile_carrier="Royal Mail")
    assert "Cainiao → Royal Mail" in lines(parcel=handed_over)[1]


def test_an_unknown_carrier_is_called_so() -> None:
    assert "carrier unknown" in lines(parcel=replace(PARCEL, carrier=""))[1]


def test_a_state_from_the_cache_is_called_so() -> None:
    assert lines(stale=True)[2].endswith("provider not reachable now")


def test_the_promised_date_is_kept() -> None:
    promised = replace(ANSWER, wait_until=NOW.date() + timedelta(days=12))
    assert "Told to wait until: Thu 3 December" in lines(answer=promised)


def test_what_was_checked_is_kept_and_what_was_not_asked_is_left_out() -> None:
    checks = {"places_checked": True, "carrier_contacted": False}
    assert "Checked: places around the address checked: yes; carrier contacted: no" in lines(checks=checks)


def test_the_days_of_protection_are_kept_down_to_none() -> None:
    assert "Buyer protection: 0 days left" in lines(protection_days_left=0)


def test_an_order_that_was_opened_is_verified() -> None:
    assert lines(replace(ENQUIRY, order=ORDER))[-1] == "Order number and e-mail matched an order"


def test_the_fullest_case_fits_and_keeps_its_last_line() -> None:
    fullest = lines(
        replace(ENQUIRY, order=ORDER, claims=Claims(idle_days=9)),
        replace(PARCEL, last_mile_carrier="Royal Mail"),
        replace(ANSWER, wait_until=NOW.date()),
        {"places_checked": True, "people_asked": True, "carrier_contacted": True},
        protection_days_left=3,
        stale=True,
    )
    assert len(fullest) == MAX_SUMMARY_LINES
    assert fullest[-1] == "Order number and e-mail matched an order"
