"""The order directory that remembers for some seconds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

import pytest

from parcelbot.core.answering.facts import SalesChannel
from parcelbot.core.parcel.orders import Order
from parcelbot.orders.cached import CachedOrders
from parcelbot.orders.protocol import OrderError
from tests.unit.usecases.fakes import FakeOrders

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
ANNA = "anna@example.com"
ORDER = Order("7401", ANNA, SalesChannel.SHOP, NOW)


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed


def cached(shop: FakeOrders, clock: Seconds | None = None, max_answers: int = 100) -> CachedOrders:
    return CachedOrders(shop, ttl_s=10, max_answers=max_answers, monotonic_s=clock or Seconds())


def test_an_order_is_asked_for_once_however_its_number_and_its_email_are_spelt() -> None:
    shop = FakeOrders((ORDER,))
    orders = cached(shop)
    assert [orders.find(*asked) for asked in (("7401", ANNA), ("#7401", " Anna@Example.com "))] == [ORDER, ORDER]
    assert shop.asked == [("7401", ANNA)]


@pytest.mark.parametrize(("age_s", "times"), [(9.9, 1), (10, 2)])
def test_an_answer_is_remembered_for_seconds_only(age_s: float, times: int) -> None:
    shop, clock = FakeOrders((ORDER,)), Seconds()
    orders = cached(shop, clock)
    orders.find("7401", ANNA)
    clock.passed = age_s
    assert orders.find("7401", ANNA) == ORDER
    assert len(shop.asked) == times


def test_an_order_that_is_not_there_is_asked_for_once_too() -> None:
    shop = FakeOrders()
    orders = cached(shop)
    assert [orders.find("7401", ANNA) for _ in range(2)] == [None, None]
    assert len(shop.asked) == 1


def test_a_wrong_email_does_not_stick_to_the_order() -> None:
    orders = cached(FakeOrders((ORDER,)))
    assert orders.find("7401", "ana@example.com") is None
    assert orders.find("7401", ANNA) == ORDER


def test_an_order_that_was_found_is_not_shown_to_somebody_with_another_email() -> None:
    orders = cached(FakeOrders((ORDER,)))
    orders.find("7401", ANNA)
    assert orders.find("7401", "eve@example.com") is None


def test_a_failure_is_not_remembered() -> None:
    shop = FakeOrders((ORDER,), down=True)
    orders = cached(shop)
    with pytest.raises(OrderError):
        orders.find("7401", ANNA)
    shop.down = False
    assert orders.find("7401", ANNA) == ORDER


def test_no_more_than_the_newest_answers_are_kept() -> None:
    shop = FakeOrders()
    orders = cached(shop, max_answers=2)
    for number in ("1", "2", "3", "3", "2", "1"):
        orders.find(number, ANNA)
    assert [number for number, _ in shop.asked] == ["1", "2", "3", "1"]


def test_many_shoppers_at_once_are_each_told_of_their_own_order() -> None:
    bought = tuple(Order(str(n), f"shopper-{n}@example.com", SalesChannel.SHOP, NOW) for n in range(50))
    orders = cached(FakeOrders(bought), max_answers=10)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda order: orders.find(order.order_number, order.email), bought * 4)
    assert tuple(found) == bought * 4
