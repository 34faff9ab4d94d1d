"""Orders for shoppers, and for those who try until a pair fits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parcelbot.core.parcel.guessing import LIMITS, CountedBy
from parcelbot.core.parcel.identify import OrderFound
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.telemetry.metrics import ORDERS_LOCKED
from parcelbot.usecases.guarded_orders import GuardedOrders
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeGuessBook, FakeNotices, FakeOrders

ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=20), (), "GB")


def orders(
    directory: FakeOrders | None = None, guesses: FakeGuessBook | None = None, notices: FakeNotices | None = None
) -> GuardedOrders:
    return GuardedOrders(
        directory or FakeOrders((ORDER,)), guesses or FakeGuessBook(), notices or FakeNotices(), lambda: NOW
    )


def guess_wrong(shop: GuardedOrders, times: int) -> None:
    for n in range(times):
        shop.find("7401", f"eve{n}@example.com", "c-1")


def test_both_keys_find_the_order() -> None:
    assert orders().find("#7401", "Anna@Example.com", "c-1") == OrderFound(ORDER)


def test_who_has_guessed_too_often_is_not_told_that_a_pair_fits() -> None:
    directory = FakeOrders((ORDER,))
    shop = orders(directory)
    guess_wrong(shop, LIMITS[CountedBy.CONVERSATION])
    assert shop.find("7401", "anna@example.com", "c-1") == OrderFound(locked=True)
    assert len(directory.asked) == LIMITS[CountedBy.CONVERSATION]


def test_who_has_shown_the_order_to_be_theirs_keeps_it() -> None:
    shop = orders()
    shop.find("7401", "anna@example.com", "c-1")
    guess_wrong(shop, LIMITS[CountedBy.CONVERSATION] + 1)
    assert shop.find("7401", "anna@example.com", "c-1") == OrderFound(ORDER)


def test_the_same_wrong_pair_again_is_no_further_guess() -> None:
    shop = orders()
    for _ in range(20):
        shop.find("7401", "eve@example.com", "c-1")
    assert shop.find("7401", "anna@example.com", "c-1") == OrderFound(ORDER)


def test_a_shop_that_hides_older_orders_says_so_of_an_order_that_is_not_found() -> None:
    shop = orders(FakeOrders((ORDER,), hides_old_ones=True))
    assert shop.find("7402", "anna@example.com", "c-1") == OrderFound(recent_only=True)
    assert shop.find("7401", "anna@example.com", "c-1") == OrderFound(ORDER)


def test_a_directory_that_does_not_answer_makes_nobody_a_guesser() -> None:
    guesses = FakeGuessBook()
    assert orders(FakeOrders(down=True), guesses).find("7401", "anna@example.com", "c-1") == OrderFound(
        directory_down=True
    )
    assert guesses.wrong == set()


def test_guessing_is_told_to_the_owner_counted_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    notices, before = FakeNotices(), locked("conversation")
    shop = orders(notices=notices)
    guess_wrong(shop, LIMITS[CountedBy.CONVERSATION] + 1)
    assert notices.told == ["conversation c-1"]
    assert locked("conversation") == before + 1
    assert "too many wrong pairs by conversation" in caplog.text


def locked(by: str) -> float:
    return float(ORDERS_LOCKED.labels(by)._value.get())
