"""A finding says how a parcel stands, why, and how its way ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import LookupOutcome, Status, Substatus
from parcelbot.core.parcel.usual_arrival import Chance
from parcelbot.core.parcel.windows import Window
from parcelbot.core.questions import Question
from parcelbot.core.radar.finding import RadarEnd, RadarFinding, find, next_look, window_of
from parcelbot.core.radar.open_parcel import OpenParcel, open_parcels_of
from parcelbot.core.radar.rules import Risk
from tests.unit.core.builders import NOW, RADAR, row_data, shipment, tables

TODAY = NOW.date()
PARCEL = OpenParcel("LP1", "7401", "mia@example.com", SalesChannel.SHOP, NOW - timedelta(days=10), "GB", "Yanwen")
CALM = tables(
    by=[
        row_data("lost", {"substatus": "exception_lost"}, response="utter_x", urgency="urgent"),
        row_data("calm", response="utter_x"),
    ]
)


def found(parcel: OpenParcel = PARCEL, ends: int = 10, chance: Chance | None = None, **facts: Any) -> RadarFinding:
    told = Facts(NOW, lookup=LookupOutcome.FOUND, status=Status.IN_TRANSIT)
    told = replace(told, **facts)
    decided = DecidedEnquiry(Enquiry(Question.WHERE_IS_MY_ORDER, "LP1"), told, decide(told, CALM), shipment())
    return find(parcel, decided, TODAY + timedelta(days=ends), chance, RADAR)


def test_the_row_that_answers_is_the_reason() -> None:
    assert (found().row, found().rule, found().risk) == ("by/calm", "in_order", Risk.NONE)


def test_what_the_tables_call_urgent_is_stuck() -> None:
    lost = found(substatus=Substatus.EXCEPTION_LOST)
    assert (lost.row, lost.risk) == ("by/lost", Risk.STUCK)


@pytest.mark.parametrize(("ends", "risk"), [(0, Risk.NONE), (-1, Risk.LATE)])
def test_a_window_lasts_until_the_end_of_its_day(ends: int, risk: Risk) -> None:
    assert found(ends=ends).risk is risk


def test_earlier_parcels_that_came_too_late_put_it_at_risk() -> None:
    assert found(chance=Chance(50, 10)).risk is Risk.AT_RISK
    assert found(chance=Chance(50, 10)).in_time_percent == 21


@pytest.mark.parametrize(("days_ago", "end"), [(0, RadarEnd.LATE), (3, RadarEnd.IN_TIME)])
def test_what_was_delivered_came_in_time_or_late_by_its_scan(days_ago: int, end: RadarEnd) -> None:
    delivered = found(ends=-1, status=Status.DELIVERED, last_scan_at=NOW - timedelta(days=days_ago))
    assert (delivered.end, delivered.risk, delivered.writes) == (end, Risk.NONE, False)


def test_what_is_back_with_the_sender_came_back() -> None:
    assert found(status=Status.RETURNED, substatus=Substatus.EXCEPTION_RETURNED).end is RadarEnd.CAME_BACK


@pytest.mark.parametrize("doubt", [{"contradicted": True}, {"destination_mismatch": True}, {"long_over": True}])
def test_a_doubtful_delivery_ends_nothing(doubt: dict[str, bool]) -> None:
    assert found(status=Status.DELIVERED, last_scan_at=NOW, **doubt).end is None


def test_the_window_is_the_buyer_protection_else_the_time_to_deliver() -> None:
    protected = replace(PARCEL, protected_until=date(2026, 12, 24))
    month = Window.parse("30d")
    assert window_of(protected, month, BusinessCalendar(), NOW.tzinfo) == date(2026, 12, 24)
    assert window_of(PARCEL, month, BusinessCalendar(), NOW.tzinfo) == TODAY + timedelta(days=20)


def test_an_order_lists_its_parcels_with_their_carriers_and_its_clock() -> None:
    order = Order("8", "m@e.com", SalesChannel.ALIEXPRESS, NOW, ("A", "B"), "GB", 5, carriers={"A": "Yanwen"})
    first, second = open_parcels_of(order, TODAY)
    assert (first.carrier, second.carrier) == ("Yanwen", "")
    assert first.protected_until == TODAY + timedelta(days=5)
    assert [first.order_on(TODAY + timedelta(days=n)).protection_days_left for n in (0, 4, 9)] == [5, 1, 0]


def test_an_order_of_which_nothing_has_left_has_no_parcels() -> None:
    assert open_parcels_of(Order("8", "m@e.com", SalesChannel.SHOP, NOW), TODAY) == ()


def test_without_news_it_is_judged_again_early_on_the_next_day() -> None:
    look = next_look(NOW, NOW.tzinfo)
    assert (look.date(), look.hour) == (TODAY + timedelta(days=1), 0)
