"""What is decided: the row, the promised date, the remarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from parcelbot.core.answering.answers import Answer, AnswerNote, decide
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Tables
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status
from tests.unit.core.builders import NOW, row_data, table, tables

SCANNED = Facts(now=NOW, last_scan_at=NOW - timedelta(days=3))
EXPLAINS = row_data("peak_season", response="utter_peak", explains=True)


def answer(facts: Facts = SCANNED, **then: object) -> Answer:
    return decide(facts, tables(only=[row_data("only", **then)]))


def test_the_route_names_the_table_that_answers() -> None:
    route = table("route", row_data("done", {"status": "delivered"}, table="ended"), row_data("rest", table="moving"))
    decisions = Tables(route, table("notes"), {n: table(n, row_data(f"{n}_row")) for n in ("ended", "moving")})
    decided = decide(replace(SCANNED, status=Status.DELIVERED), decisions)
    assert (decided.table, decided.row.id) == ("ended", "ended_row")


def test_a_wait_counts_from_the_last_scan_where_the_row_says_so() -> None:
    assert answer(wait="10d", wait_from="last_scan_at").wait_until == date(2026, 11, 28)


def test_a_wait_counts_from_now_where_the_row_says_nothing() -> None:
    assert answer(wait="10d").wait_until == date(2026, 12, 1)


def test_a_promise_that_has_run_out_is_for_today() -> None:
    assert answer(wait="1d", wait_from="last_scan_at").wait_until == NOW.date()


def test_the_normal_window_may_have_passed() -> None:
    assert answer(normal="1d", wait_from="last_scan_at").normal_until == date(2026, 11, 19)


@pytest.mark.parametrize("anchor", ["last_scan_at", "issued_at"])
def test_without_a_beginning_there_is_no_date(anchor: str) -> None:
    decided = answer(Facts(now=NOW), wait="10d", normal="10d", wait_from=anchor)
    assert (decided.wait_until, decided.normal_until) == (None, None)


def test_without_a_window_there_is_no_date() -> None:
    decided = answer()
    assert (decided.wait_until, decided.normal_until) == (None, None)


def test_a_date_counts_from_the_day_that_is_told_of_the_scan() -> None:
    # on that morning it was still Thursday here; Friday, which it was there, is what the shopper reads
    tokyo_morning = datetime(2026, 11, 20, 6, tzinfo=timezone(timedelta(hours=9)))
    decided = answer(replace(SCANNED, last_scan_at=tokyo_morning), wait="10d", wait_from="last_scan_at")
    assert decided.wait_until == date(2026, 11, 30)


def test_every_remark_that_applies_goes_along() -> None:
    notes = [
        row_data("carrier", {"carrier_changed": True}, response="utter_new_carrier"),
        row_data("stale", {"stale": True}, response="utter_stale"),
        row_data("late", {"promise_passed": True}, response="utter_late"),
    ]
    facts = replace(SCANNED, carrier_changed=True, promise_passed=True)
    assert decide(facts, tables(notes, only=[row_data("only")])).notes == (
        AnswerNote("carrier", "utter_new_carrier"),
        AnswerNote("late", "utter_late"),
    )


@pytest.mark.parametrize(("urgency", "told"), [("calm", 1), ("watch", 1), ("act", 0), ("urgent", 0)])
def test_a_remark_that_explains_a_silence_stays_out_of_an_answer_that_asks_to_act(urgency: str, told: int) -> None:
    assert len(decide(SCANNED, tables([EXPLAINS], only=[row_data("only", urgency=urgency)])).notes) == told


@pytest.mark.parametrize(
    ("left", "day"), [(None, 10), (30, 10), (6, 5), (1, 0), (0, 10)], ids=["unknown", "long", "short", "last", "over"]
)
def test_nobody_is_asked_to_wait_until_buyer_protection_is_over(left: int | None, day: int) -> None:
    facts = replace(SCANNED, sales_channel=SalesChannel.ALIEXPRESS, protection_days_left=left)
    decided = decide(facts, tables(only=[row_data("only", wait="10d")]))
    assert decided.wait_until == facts.now.date() + timedelta(days=day)
