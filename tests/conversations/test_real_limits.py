"""Fifty shoppers at once at the provider's real limits: three calls a second, news that take seconds, pushes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.support.shopper import Heard, Shopper
from tests.support.stack import Stack

SHOPPERS = 50
REAL = {
    "TRACKING_RATE_PER_S": "3",
    "TRACKING_TTL_S": "3600",
    "TRACKING_WAIT_S": "3",
    "SANDBOX_RATE_PER_S": "3",
    "SANDBOX_PENDING_S": "2",
}
ENTRY: dict[str, Any] = {
    "carrier": "Yanwen",
    "status": "InTransit",
    "events": [{"age": "2d", "description": "Departed from sorting centre", "location": "Hangzhou, CN"}],
}
_PUSHED_WITHIN_S = 60
_OVERTAKING = 3


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("limits"), env=REAL, names=("sandbox", "rasa", "web")) as running:
        yield running


@pytest.fixture(scope="module")
def numbers(limited: Stack) -> list[str]:
    named = [f"LP{n:014}" for n in range(7_000, 7_000 + SHOPPERS)]
    for number in named:
        put = requests.post(f"{limited.url('sandbox')}/sandbox/shipments", json={"number": number, **ENTRY}, timeout=60)
        assert put.ok
    return named


@pytest.fixture(scope="module")
def shoppers(limited: Stack) -> list[Shopper]:
    return [Shopper(limited.url("rasa")) for _ in range(SHOPPERS)]


def all_ask(shoppers: list[Shopper], numbers: list[str]) -> list[Heard]:
    with ThreadPoolExecutor(SHOPPERS) as at_once:
        return list(at_once.map(lambda shopper, number: shopper.says(f"where is {number}"), shoppers, numbers))


def calls(limited: Stack) -> dict[str, Any]:
    told: dict[str, Any] = requests.get(f"{limited.url('sandbox')}/sandbox/calls", timeout=60).json()
    return told


@pytest.fixture(scope="module")
def first_answers(limited: Stack, shoppers: list[Shopper], numbers: list[str]) -> list[Heard]:
    return all_ask(shoppers, numbers)


def test_nobody_who_asks_at_the_same_time_gets_an_error(first_answers: list[Heard]) -> None:
    rows = [row for heard in first_answers for row in heard.rows]
    assert len(rows) >= SHOPPERS
    assert [row for row in rows if row.startswith("tracker_down")] == []


def test_the_provider_is_hardly_ever_called_faster_than_it_allows(first_answers: list[Heard], limited: Stack) -> None:
    # on a busy machine a call may catch up with the one before on its way; it is refused and repeated
    assert calls(limited)["refused"] <= _OVERTAKING


def test_no_new_parcel_costs_more_than_two_calls_however_often_it_is_asked_about(
    first_answers: list[Heard], limited: Stack, shoppers: list[Shopper], numbers: list[str]
) -> None:
    again = all_ask(shoppers, numbers)
    assert [row for heard in again for row in heard.rows if row.startswith("tracker_down")] == []
    asked = calls(limited)["calls"]
    assert {number: asked[number] for number in numbers if not 1 <= asked.get(number, 0) <= 2} == {}


def test_who_asks_once_the_news_were_pushed_hears_them_without_a_call(
    first_answers: list[Heard], limited: Stack, numbers: list[str]
) -> None:
    before, until_s, told = total(limited), time.monotonic() + _PUSHED_WITHIN_S, ask_anew(limited, numbers)
    while not all(heard.card for heard in told) and time.monotonic() < until_s:
        time.sleep(1)
        told = ask_anew(limited, numbers)
    assert [heard.text for heard in told if heard.card is None] == []
    assert total(limited) == before


def ask_anew(limited: Stack, numbers: list[str]) -> list[Heard]:
    return all_ask([Shopper(limited.url("rasa")) for _ in numbers], numbers)


def total(limited: Stack) -> int:
    return sum(calls(limited)["calls"].values())
