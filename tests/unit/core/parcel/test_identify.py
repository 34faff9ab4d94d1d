"""Which parcel is meant, and what is still to be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from parcelbot.core.parcel.identify import Identification, Need, OrderFound, References, identify
from parcelbot.core.parcel.orders import Order, SalesChannel

LP, RR = "LP00123456789012", "RR123456785CN"
KEYS = References(order_number="7401", email="anna@example.com")


def order(*parcels: str) -> Order:
    placed = datetime(2026, 11, 1, tzinfo=timezone.utc)
    return Order("7401", "anna@example.com", SalesChannel.SHOP, placed, parcels)


def test_without_anything_the_number_is_asked_for() -> None:
    assert identify(References()).need is Need.NUMBER


def test_a_shopper_without_a_number_is_answered_without_one() -> None:
    assert identify(References(no_number=True)) == Identification(Need.NOTHING)


def test_a_tracking_number_is_enough() -> None:
    assert identify(References(tracking_number=LP)) == Identification(Need.NOTHING, LP)


def test_an_order_is_attached_to_its_own_parcel() -> None:
    mine = order(LP)
    assert identify(replace(KEYS, tracking_number=LP), OrderFound(mine)).order == mine


def test_an_order_is_not_attached_to_somebody_elses_parcel() -> None:
    found = identify(replace(KEYS, tracking_number=RR), OrderFound(order(LP)))
    assert found == Identification(Need.NOTHING, RR)


def test_a_disproved_number_is_asked_about_with_what_it_may_have_been() -> None:
    references = References(tracking_number="RR12345678SCN", number_valid=False, repairs=(RR,))
    assert identify(references) == Identification(Need.REPAIR, "RR12345678SCN", choices=(RR,))


def test_where_swapped_digits_would_explain_it_the_number_is_to_be_copied_again_and_the_guess_stands_by() -> None:
    references = References(tracking_number="RR123456758CN", number_valid=False, repairs=(RR,))
    assert identify(references) == Identification(Need.SWAPPED, "RR123456758CN", choices=(RR,))


def test_a_disproved_number_that_nothing_repairs_is_to_be_checked_again() -> None:
    references = References(tracking_number="RR123456789CN", number_valid=False)
    assert identify(references).need is Need.RECHECK


@pytest.mark.parametrize("said", [{"insists": True}, {"no_number": True}])
def test_a_disproved_number_is_taken_when_there_is_no_other(said: dict[str, bool]) -> None:
    references = References(tracking_number="RR123456789CN", number_valid=False, repairs=(RR,), **said)
    assert identify(references) == Identification(Need.NOTHING, "RR123456789CN")


def test_of_several_numbers_one_is_to_be_chosen() -> None:
    assert identify(References(several=(LP, RR))) == Identification(Need.CHOICE, choices=(LP, RR))


def test_a_number_that_may_be_a_phone_is_asked_about() -> None:
    assert identify(References(ambiguous_number="123456789012")) == Identification(
        Need.NUMBER_KIND, choices=("123456789012",)
    )


@pytest.mark.parametrize("number", ["7916676427", "114-3941689-8772232", "123", "GSHNE9HRF000G0G"])
def test_what_cannot_be_our_order_number_is_answered_with_what_ours_look_like(number: str) -> None:
    references = References(order_number=number, email="anna@example.com")
    assert identify(references) == Identification(Need.OTHER_ORDER)


@pytest.mark.parametrize("number", ["7401", "#7401", "KOSSR-7401", "8123456789012345", "8123 4567 8901 2345"])
def test_our_own_and_the_marketplaces_order_numbers_are_looked_up(number: str) -> None:
    assert identify(References(order_number=number)).need is Need.EMAIL


def test_an_order_that_is_there_is_ours_whatever_its_number_looks_like() -> None:
    references = References(order_number="7916676427", email="anna@example.com")
    assert identify(references, OrderFound(order(LP))).number == LP


def test_an_order_number_alone_asks_for_the_email() -> None:
    assert identify(References(order_number="7401")).need is Need.EMAIL


def test_an_email_alone_asks_for_the_order_number() -> None:
    assert identify(References(email="anna@example.com")).need is Need.ORDER_NUMBER


def test_an_order_of_one_parcel_settles_it() -> None:
    assert identify(KEYS, OrderFound(order(LP))) == Identification(Need.NOTHING, LP, order(LP))


def test_an_order_that_is_not_sent_yet_settles_it_without_a_number() -> None:
    assert identify(KEYS, OrderFound(order())) == Identification(Need.NOTHING, "", order())


def test_an_order_of_several_parcels_is_a_choice() -> None:
    assert identify(KEYS, OrderFound(order(LP, RR))) == Identification(
        Need.CHOICE, order=order(LP, RR), choices=(LP, RR)
    )


def test_details_that_match_no_order_are_to_be_checked_and_nothing_is_told() -> None:
    assert identify(KEYS) == Identification(Need.MATCHING_DETAILS)


def test_a_directory_that_is_down_is_said_to_be() -> None:
    assert identify(KEYS, OrderFound(directory_down=True)).need is Need.DIRECTORY_DOWN


def test_a_shopper_who_gives_up_on_the_order_is_answered_without_it() -> None:
    assert identify(References(order_number="7401", no_number=True)) == Identification(Need.NOTHING)


def test_where_too_many_pairs_were_tried_nothing_more_is() -> None:
    assert identify(KEYS, OrderFound(locked=True)).need is Need.LOCKED


def test_a_number_is_enough_where_orders_are_locked() -> None:
    found = identify(replace(KEYS, tracking_number=LP), OrderFound(locked=True))
    assert found == Identification(Need.NOTHING, LP)


@pytest.mark.parametrize("references", [References(order_number="7401"), References(email="anna@example.com")])
def test_one_key_opens_no_order(references: References) -> None:
    assert not references.can_open_order


@pytest.mark.parametrize("need", Need)
def test_only_nothing_to_ask_is_settled(need: Need) -> None:
    assert Identification(need).settled is (need is Need.NOTHING)


def test_where_only_recent_orders_are_shown_an_older_one_is_for_a_person() -> None:
    assert identify(KEYS, OrderFound(recent_only=True)) == Identification(Need.RECENT_ORDER)


def test_a_marketplaces_order_is_not_one_that_our_shop_hides() -> None:
    market = replace(KEYS, order_number="8123456789012345")
    assert identify(market, OrderFound(recent_only=True)).need is Need.MATCHING_DETAILS
