"""A case has the name of what happened, and wants what its shopper wants."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.summary import wanted as words_of
from parcelbot.core.cases.titles import label, titles
from parcelbot.core.reading.wanted.wishes import wishes_in


def wanted(matters: Sequence[str], said: Sequence[str]) -> str:
    return words_of(StandingCase.of(CaseAccount(tuple(matters), said=tuple(said))))


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("exception/lost", "Lost by the carrier"),
        ("exception/destroyed", "Destroyed on the way"),
        ("exception/cancelled", "Label cancelled, parcel not sent"),
        ("exception/delayed", "Carrier reports a problem"),
    ],
)
def test_what_the_carrier_reports_has_a_name_of_its_own(row: str, named: str) -> None:
    (name,) = titles(("tracking_exception",), row, ())
    assert label(name) == named


def test_goods_that_are_back_without_the_money_are_no_parcel_on_its_way_back() -> None:
    said = ("I sent the blanket back weeks ago and there is still no money",)
    names = titles(("returned_to_sender", "refund_status"), "returned/back", said, sent_back=True)
    assert [label(name) for name in names] == ["Sent back by the shopper, no refund yet"]


def test_a_parcel_that_is_back_unasked_is_called_so() -> None:
    assert titles(("returned_to_sender",), "returned/back", ("why is it back?",)) == ("back_with_sender",)


def test_a_used_number_belongs_to_an_older_parcel() -> None:
    (name,) = titles(("tracking_not_found",), "old_number/used_again", ())
    assert name == "older_number"


def test_a_return_that_shall_be_stopped_says_so() -> None:
    names = titles(("returned_to_sender",), "returned/going_back", ("Please stop the return, I want it.",))
    assert names == ("returned_to_sender", "stop_return")
    assert wanted(names, ("Please stop the return, I want it.",)).startswith("the return stopped")


@pytest.mark.parametrize("said", ["could it be swapped for a clean one?", "Kann ich es umtauschen?", "交換できますか"])
def test_goods_that_shall_be_exchanged_say_so(said: str) -> None:
    assert titles(("item_damaged",), "goods/damaged", (said,)) == ("item_damaged", "exchange")


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        (("Is there a replacement number?",), ""),
        (("who is going to ring me, and when?",), ""),
        (("please cancel the second one", "but don't cancel both"), "to cancel"),
        (("call me please", "no, write to me"), "an answer in writing, no call"),
        (("will the refund go to my card or not",), ""),
    ],
)
def test_what_is_only_asked_about_or_withdrawn_is_no_wish(said: tuple[str, ...], wish: str) -> None:
    assert ", ".join(wishes_in(said)) == wish


@pytest.mark.parametrize(
    ("row", "name"),
    [("in_transit/home_overdue", "tracking_not_updating"), ("in_transit/home_normal", "where_is_my_order")],
)
def test_who_asks_where_a_parcel_is_that_has_gone_quiet_has_the_trouble_named(row: str, name: str) -> None:
    assert titles(("where_is_my_order",), row, ()) == (name,)


@pytest.mark.parametrize("said", ["can I swap it for a medium?", "Umtausch bitte", "quiero cambiar la talla"])
def test_a_return_that_is_an_exchange_is_called_that(said: str) -> None:
    assert titles(("return_item",), "neighbours/return_item", (said,)) == ("exchange",)
