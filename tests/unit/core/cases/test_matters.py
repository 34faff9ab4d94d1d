"""What a case is about, when a conversation was about several things."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.matters import heading, holds, is_same_case, is_settled_by_arrival, leading, with_matter
from parcelbot.core.questions import Question


def of(*questions: Question) -> tuple[str, ...]:
    matters: tuple[str, ...] = ()
    for question in questions:
        matters = with_matter(matters, question)
    return matters


def test_where_is_it_gives_way_to_a_trouble() -> None:
    assert of(Question.WHERE_IS_MY_ORDER, Question.CUSTOMS_DELAY) == ("customs_delay",)


def test_a_trouble_keeps_its_name_when_it_is_asked_about_in_other_words() -> None:
    assert of(Question.CUSTOMS_DELAY, Question.LATE_DELIVERY) == ("customs_delay",)


def test_a_fact_that_the_shopper_brings_renames_the_trouble() -> None:
    assert of(Question.LATE_DELIVERY, Question.DELIVERED_NOT_RECEIVED) == ("delivered_not_received",)


def test_what_no_case_can_be_about_is_no_matter() -> None:
    assert of(Question.STATUS_MEANING) == ()


@pytest.mark.parametrize(
    ("asked", "issue"),
    [
        ((), ""),
        ((Question.WHERE_IS_MY_ORDER,), "where_is_my_order"),
        ((Question.LATE_DELIVERY, Question.REFUND_WANTED), "late_delivery"),
        ((Question.REFUND_WANTED, Question.REPLACEMENT_WANTED), "replacement_wanted"),
        ((Question.LABEL_CREATED, Question.CANCEL_ORDER), "cancel_order"),
        ((Question.ITEM_DAMAGED, Question.CANCEL_ORDER, Question.REFUND_WANTED), "item_damaged"),
        ((Question.HAZARD, Question.ITEM_DAMAGED), "hazard"),
    ],
)
def test_the_gravest_matter_names_the_case_and_of_several_the_latest(asked: tuple[Question, ...], issue: str) -> None:
    assert leading(of(*asked)) == issue


def test_all_about_a_parcel_is_one_case_but_a_danger_and_a_scam_have_their_own() -> None:
    assert is_same_case("refund_wanted", "late_delivery")
    assert is_same_case("hazard", "hazard")
    assert not is_same_case("hazard", "late_delivery")
    assert not is_same_case("late_delivery", "scam_message")


def test_a_parcel_that_is_here_settles_its_search_and_not_what_is_wrong_with_the_goods() -> None:
    assert is_settled_by_arrival("delivered_not_received")
    assert not is_settled_by_arrival("item_damaged")


@pytest.mark.parametrize(
    ("issue", "matters", "answered_by", "name"),
    [
        ("where_is_my_order", (), "pickup", "available_for_pickup"),
        ("where_is_my_order", (), "in_transit", "where_is_my_order"),
        ("", (), "returned", "returned_to_sender"),
        ("", (), "in_transit", ""),
        ("", (), "delivered", ""),
        ("where_is_my_order", (), "not_found", "tracking_not_found"),
        ("", (), "", ""),
        ("check_address", ("where_is_my_order", "check_address"), "customs", "customs_delay"),
        ("check_address", (), "", "check_address"),
        ("unanswered", ("unanswered", "refund_status"), "", "refund_status"),
        ("customs_delay", ("customs_delay", "refund_wanted"), "in_transit", "customs_delay"),
    ],
)
def test_the_heading_is_the_strongest_matter_or_the_state_of_the_parcel(
    issue: str, matters: tuple[str, ...], answered_by: str, name: str
) -> None:
    assert heading(issue, matters, answered_by) == name


def test_no_case_is_about_what_the_parcel_contradicts() -> None:
    assert not holds("available_for_pickup", "in_transit", has_parcel=True)
    assert not holds("return_item", "returned", has_parcel=True)
    assert not holds("tracking_not_updating", "", has_parcel=False)
    assert holds("tracking_not_updating", "in_transit", has_parcel=True)


@pytest.mark.parametrize("table", ["in_transit", "late", "out_for_delivery"])
def test_a_parcel_that_still_travels_is_not_called_delivered_nor_unknown(table: str) -> None:
    assert not holds(Question.DELIVERED_NOT_RECEIVED, table, has_parcel=True)
    assert not holds(Question.TRACKING_NOT_FOUND, table, has_parcel=True)


def test_a_number_that_no_tracker_knows_is_called_that() -> None:
    assert holds(Question.TRACKING_NOT_FOUND, "not_found", has_parcel=True)


@pytest.mark.parametrize("table", ["pickup", "returned", "customs", "delivery_failed"])
def test_a_parcel_that_is_known_to_be_elsewhere_is_not_marked_as_delivered(table: str) -> None:
    assert not holds("delivered_not_received", table, has_parcel=True)


def test_who_wants_a_person_for_a_delivered_parcel_does_not_have_it() -> None:
    assert heading("", ["where_is_my_order"], "delivered") == "delivered_not_received"


@pytest.mark.parametrize(
    ("matter", "table"),
    [
        ("item_damaged", "customs"),
        ("item_wrong", "no_first_scan"),
        ("label_created", "not_found"),
        ("tracking_not_updating", "delivered"),
        ("customs_payment", "no_first_scan"),
        ("wrong_destination", "delivery_failed"),
        ("returned_to_sender", "pickup"),
    ],
)
def test_a_problem_that_the_parcels_state_rules_out_does_not_stand(matter: str, table: str) -> None:
    assert not holds(matter, table, has_parcel=True)
    assert holds(matter, "", has_parcel=True)


def test_goods_in_hand_are_waited_for_no_more_whichever_was_said_first() -> None:
    not_here, spoilt = Question.DELIVERED_NOT_RECEIVED, Question.ITEM_DAMAGED
    assert with_matter(with_matter((), not_here), spoilt) == (spoilt.value,)
    assert with_matter(with_matter((), spoilt), not_here) == (spoilt.value,)


@pytest.mark.parametrize("table", ["in_transit", "out_for_delivery", "late"])
def test_what_still_travels_is_not_called_on_its_way_back(table: str) -> None:
    assert not holds(Question.RETURNED_TO_SENDER, table, True)


def test_what_goes_back_waits_for_nobody_to_collect_it() -> None:
    assert not holds(Question.AVAILABLE_FOR_PICKUP, "returned", True)
