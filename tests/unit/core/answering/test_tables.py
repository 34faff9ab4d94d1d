"""The condition language, and what a table makes of facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Escalate, Urgency, parse_condition, parse_row, parse_table
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.parcel.windows import Unit, Window
from tests.unit.core.builders import NOW, row, row_data, table

FACTS = Facts(now=NOW)
WINDOWS = {"normal": Window(10, Unit.DAYS)}


def holds(fact: str, spec: object, **facts: object) -> bool:
    return parse_condition(fact, spec, WINDOWS).holds(replace(FACTS, **facts))


def silent_days(days: float) -> dict[str, object]:
    return {"last_scan_at": NOW - timedelta(days=days)}


def test_a_word_means_equal() -> None:
    assert holds("status", "in_transit", status=Status.IN_TRANSIT)
    assert not holds("status", "in_transit", status=Status.DELIVERED)


def test_a_list_means_any_of() -> None:
    assert holds("status", ["delivered", "returned"], status=Status.RETURNED)
    assert not holds("status", ["delivered", "returned"], status=Status.IN_TRANSIT)


def test_yes_and_no_are_compared_as_such() -> None:
    assert holds("international", True, international=True)
    assert not holds("international", True, international=False)


def test_a_property_of_the_facts_is_a_fact() -> None:
    assert holds("scanned", False, last_scan_at=None)


@pytest.mark.parametrize("spec", ["in_transit", ["in_transit", "delivered"]])
def test_an_unknown_fact_equals_nothing(spec: object) -> None:
    assert not holds("status", spec, status=None)


def test_an_unknown_answer_is_neither_yes_nor_no() -> None:
    assert not holds("people_asked", True, people_asked=None)
    assert not holds("people_asked", False, people_asked=None)


@pytest.mark.parametrize("spec", ["< 5", "<= 5", "> 5", ">= 5"])
def test_an_unknown_number_satisfies_no_comparison(spec: str) -> None:
    assert not holds("protection_days_left", spec, protection_days_left=None)


@pytest.mark.parametrize("spec", ["< @normal", ">= @normal"])
def test_a_silence_that_never_began_satisfies_no_comparison(spec: str) -> None:
    assert not holds("idle", spec, last_scan_at=None)


@pytest.mark.parametrize(
    ("spec", "days_that_satisfy"),
    [("< 5", {4}), ("<= 5", {4, 5}), ("> 5", {6}), (">= 5", {5, 6}), (">= 5, < 6", {5})],
)
def test_a_comparison_includes_its_bound_only_where_it_says_so(spec: str, days_that_satisfy: set[int]) -> None:
    assert {d for d in (4, 5, 6) if holds("protection_days_left", spec, protection_days_left=d)} == days_that_satisfy


@pytest.mark.parametrize(("days", "within"), [(9.9, True), (10, False), (10.1, False)])
def test_a_silence_is_within_a_window_until_the_window_ends(days: float, within: bool) -> None:
    assert holds("idle", "< 10d", **silent_days(days)) is within


def test_a_window_may_be_named() -> None:
    assert holds("idle", ">= @normal", **silent_days(10))


def test_the_age_of_a_number_counts_from_when_it_was_issued() -> None:
    assert holds("age", ">= 10d", issued_at=NOW - timedelta(days=11), **silent_days(1))


def test_a_silence_counts_business_days_of_the_route() -> None:
    assert holds("idle", ">= 3bd", **silent_days(4))
    assert not holds("idle", ">= 4bd", **silent_days(4))


@given(days=st.floats(0, 90), bound=st.integers(0, 60), unit=st.sampled_from(Unit))
def test_a_silence_is_either_within_a_window_or_past_it(days: float, bound: int, unit: Unit) -> None:
    window = Window(bound, unit)
    assert holds("idle", f"< {window}", **silent_days(days)) != holds("idle", f">= {window}", **silent_days(days))


@pytest.mark.parametrize("spec", ["< ten", "< -5", "<5 days", ">= 5,"])
def test_what_is_no_comparison_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_condition("protection_days_left", spec, {})


def test_a_window_nobody_has_named_is_refused() -> None:
    with pytest.raises(KeyError, match="never"):
        parse_condition("idle", "< @never", WINDOWS)


def test_a_row_applies_when_all_of_its_conditions_hold() -> None:
    both = row(when={"status": "delivered", "international": True})
    assert both.applies(replace(FACTS, status=Status.DELIVERED, international=True))
    assert not both.applies(replace(FACTS, status=Status.DELIVERED))


def test_a_row_without_conditions_always_applies() -> None:
    assert row().applies(FACTS)


def test_the_first_row_that_applies_answers() -> None:
    rows = table(
        "t",
        row_data("delivered", {"status": "delivered"}),
        row_data("shop", {"sales_channel": "shop"}),
        row_data("any"),
    )
    assert rows.first(FACTS).id == "shop"
    assert rows.first(replace(FACTS, sales_channel=SalesChannel.ALIEXPRESS)).id == "any"


def test_a_table_that_has_no_row_says_which_table_it_is() -> None:
    with pytest.raises(LookupError, match="gappy"):
        table("gappy", row_data("delivered", {"status": "delivered"})).first(FACTS)


def test_all_rows_that_apply_come_from_the_top() -> None:
    rows = table("t", row_data("a"), row_data("b", {"status": "delivered"}), row_data("c"))
    assert [hit.id for hit in rows.hits(FACTS)] == ["a", "c"]


def test_a_row_that_says_nothing_more_is_calm_and_hands_nothing_over() -> None:
    then = row(response="utter_fine").then
    assert (then.escalate, then.urgency, then.wait, then.normal) == (Escalate.NONE, Urgency.CALM, None, None)


def test_a_row_is_read_with_everything_it_says() -> None:
    then = parse_row(
        row_data("r", response="utter_r", escalate="now", urgency="act", wait="@normal", normal="7bd"), WINDOWS
    ).then
    assert (then.response, then.escalate, then.urgency) == ("utter_r", Escalate.NOW, Urgency.ACT)
    assert (then.wait, then.normal) == (WINDOWS["normal"], Window(7, Unit.BUSINESS_DAYS))


def test_a_row_keeps_its_source() -> None:
    assert (row().source.document, row().source.section) == ("the-document", "The section")


def test_a_hit_policy_we_do_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="any"):
        parse_table({"table": "t", "hit_policy": "any", "rows": []}, {})


def test_urgencies_rank_from_calm_to_urgent() -> None:
    assert sorted(Urgency, key=lambda u: u.rank) == [Urgency.CALM, Urgency.WATCH, Urgency.ACT, Urgency.URGENT]
