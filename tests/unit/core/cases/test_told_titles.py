"""A case is called what its shopper told of it, and what that settles is no matter of it."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.titles import label, titles
from parcelbot.core.cases.told_titles import facts_that_hold, is_settled, with_told_titles
from parcelbot.core.reading.told.telling import Told


@pytest.mark.parametrize(
    ("fact", "matters", "named"),
    [
        (Told.RECEIPT_CONFIRMED, ("where_is_my_order", "cancel_order"), "Confirmed as received by mistake"),
        (Told.PAID_NO_ORDER, ("replacement_wanted",), "Paid, and no order"),
        (Told.PAYMENT_PENDING, (), "Payment pending at the bank"),
        (Told.WRONG_SIZE, ("item_wrong",), "Does not fit"),
        (Told.ID_ASKED, ("customs_payment",), "Customs want a number or paper of the shopper's"),
        (Told.KEPT_FROM, ("available_for_pickup",), "Waits there, and the shopper cannot get it"),
        (Told.PART_MISSING, ("item_missing",), "Something is missing in the parcel"),
    ],
)
def test_a_fact_that_is_a_trouble_names_the_case(fact: Told, matters: tuple[str, ...], named: str) -> None:
    assert [label(name) for name in titles(matters, "", (), told={fact})] == [named]


def test_a_danger_leads_whatever_else_was_told() -> None:
    assert with_told_titles(("hazard", "item_wrong"), {Told.PART_MISSING})[0] == "hazard"


@pytest.mark.parametrize("fact", [Told.NEEDED_BY, Told.OTHER_COLLECTS, Told.PO_BOX, Told.CANNOT_CALL, Told.DOGS_THERE])
def test_a_fact_that_is_no_trouble_names_none(fact: Told) -> None:
    assert titles(("late_delivery",), "late/moving", (), told={fact}) == ("late_delivery",)


def test_a_telephone_that_is_wrong_is_told_behind_the_trouble_it_hinders() -> None:
    said = ("the telephone number on my order is wrong",)
    assert titles(("customs_delay",), "", said) == ("customs_delay", "wrong_phone")
    assert titles(("where_is_my_order",), "", said)[0] == "wrong_phone"


@pytest.mark.parametrize("fact", [Told.IN_HAND, Told.PART_MISSING, Told.WRONG_SIZE, Told.PACKING_GONE])
def test_what_is_in_hand_is_neither_missing_nor_late(fact: Told) -> None:
    facts = facts_that_hold({fact}, "delivered", has_order=True)
    settled = ("delivered_not_received", "late_delivery", "where_is_my_order", "delivery_proof", "parcel_stolen")
    assert all(is_settled(matter, facts) for matter in settled)
    assert not any(is_settled(matter, facts) for matter in ("item_missing", "return_item", "refund_wanted", "hazard"))


@pytest.mark.parametrize("table", ["in_transit", "late", "out_for_delivery", "customs", "pickup", "delivery_failed"])
def test_of_a_parcel_that_is_still_to_come_something_else_is_in_hand(table: str) -> None:
    facts = facts_that_hold({Told.IN_HAND, Told.WRONG_SIZE}, table, has_order=True)
    assert not facts
    assert not is_settled("late_delivery", facts)


@pytest.mark.parametrize(
    ("fact", "table", "has_order", "holds"),
    [
        (Told.ID_ASKED, "customs_demand", True, True),
        (Told.ID_ASKED, "delivered", True, False),
        (Told.KEPT_FROM, "pickup", True, True),
        (Told.KEPT_FROM, "late", True, False),
        (Told.PAID_NO_ORDER, "", False, True),
        (Told.PAID_NO_ORDER, "late", True, False),
        (Told.OTHER_NAME, "late", True, True),
    ],
)
def test_a_fact_is_of_the_case_where_its_parcel_stands(fact: Told, table: str, has_order: bool, holds: bool) -> None:
    assert (fact in facts_that_hold({fact}, table, has_order)) is holds


def test_whoever_undoes_a_confirmation_calls_no_order_off() -> None:
    said = ("I pressed on received, it is not here. Please cancel it",)
    told = CaseAccount(titles(("cancel_order",), "", said, told={Told.RECEIPT_CONFIRMED}), said=said)
    assert StandingCase.of(told).wishes == ()


@pytest.mark.parametrize("said", ["lo podéis cambiar, es la puerta 4", "bitte tauschen Sie die Hausnummer aus"])
def test_an_address_is_put_right_and_no_goods_exchanged(said: str) -> None:
    told = CaseAccount(("delivery_attempt_failed", "change_address"), said=(said,))
    assert "an exchange" not in StandingCase.of(told).wishes
    assert "an exchange" in StandingCase.of(CaseAccount(("item_damaged",), said=("lo quiero cambiar por otro",))).wishes
