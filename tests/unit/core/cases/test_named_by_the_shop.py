"""What is asked of the shop names a case: before where a parcel stands, behind a grave trouble."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.cases.shop_matters import is_of_an_order, with_shop_matters

#: As if it stood in `knowledge/follow_ups/`.
MATTERS = SecondMatters(
    cases={
        "article_looks": "article_question",
        "charged_twice": "charged_twice",
        "coupon_missing": "coupon_missing",
        "invoice": "invoice",
        "leave_review": "",
        "return_until": "",
        "size_fit": "article_question",
    }
)


@pytest.mark.parametrize(
    ("titles", "asked", "named"),
    [
        (("",), ("coupon_missing",), ("coupon_missing",)),
        (("late_delivery",), ("charged_twice",), ("charged_twice", "late_delivery")),
        (("item_damaged",), ("invoice",), ("item_damaged", "invoice")),
        (("late_delivery",), ("return_until",), ("late_delivery",)),
        ((), ("size_fit", "invoice", "article_looks"), ("article_question", "invoice")),
        (("late_delivery",), (), ("late_delivery",)),
    ],
)
def test_the_newest_comes_first(titles: tuple[str, ...], asked: tuple[str, ...], named: tuple[str, ...]) -> None:
    assert with_shop_matters(titles, asked, MATTERS) == named


@pytest.mark.parametrize(
    ("asked", "needed"), [(("invoice",), True), (("size_fit", "leave_review"), False), ((), False)]
)
def test_the_order_is_asked_for_where_nobody_settles_it_without(asked: tuple[str, ...], needed: bool) -> None:
    assert is_of_an_order(asked, MATTERS) is needed
