"""Tokens of 24 hours are renewed in time, by one thread for all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests

from parcelbot.orders.protocol import OrderError
from parcelbot.orders.shopify_access import ClientCredentials, LastingToken

DAY_S = 86_399.0


@dataclass
class Shop:
    """Shopify's token endpoint: gives tokens one after the other, or what it is told to answer."""

    answers: list[Any] = field(default_factory=list)
    status: int = 200
    asked: list[dict[str, str]] = field(default_factory=list)

    def post(self, url: str, data: dict[str, str], **_: Any) -> requests.Response:
        self.asked.append({"url": url, **data})
        response = requests.Response()
        response.status_code = self.status
        told = self.answers.pop(0) if self.answers else {"access_token": f"t{len(self.asked)}", "expires_in": DAY_S}
        response.json = lambda: told  # type: ignore[method-assign]
        return response


@dataclass
class Clock:
    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


def access(shop: Shop, clock: Clock | None = None) -> ClientCredentials:
    return ClientCredentials("https://kossr.example/", "id", "hush", session=shop, monotonic_s=clock or Clock())  # type: ignore[arg-type]


def test_a_token_is_asked_for_once_with_id_and_secret() -> None:
    shop = Shop()
    tokens = access(shop)
    assert [tokens.token(), tokens.token()] == ["t1", "t1"]
    assert shop.asked == [
        {
            "url": "https://kossr.example/admin/oauth/access_token",
            "grant_type": "client_credentials",
            "client_id": "id",
            "client_secret": "hush",
        }
    ]


def test_a_token_is_renewed_before_it_ends() -> None:
    shop, clock = Shop(), Clock()
    tokens = access(shop, clock)
    tokens.token()
    clock.now_s += DAY_S - 301
    assert tokens.token() == "t1"
    clock.now_s += 2
    assert tokens.token() == "t2"


def test_a_token_that_lasts_a_minute_is_used_for_half_of_it() -> None:
    clock = Clock()
    tokens = access(Shop([{"access_token": "short", "expires_in": 60}]), clock)
    assert tokens.token() == "short"
    clock.now_s += 29
    assert tokens.token() == "short"
    clock.now_s += 2
    assert tokens.token() == "t2"


def test_a_token_that_was_withdrawn_is_replaced() -> None:
    tokens = access(Shop())
    assert tokens.refused(tokens.token()) is True
    assert tokens.token() == "t2"


def test_one_withdrawn_token_is_replaced_once_for_all_who_had_it() -> None:
    tokens = access(Shop())
    old = tokens.token()
    tokens.refused(old)
    assert tokens.token() == "t2"
    tokens.refused(old)
    assert tokens.token() == "t2"


def test_many_threads_ask_for_one_token() -> None:
    shop = Shop()
    tokens = access(shop)
    with ThreadPoolExecutor(20) as threads:
        assert set(threads.map(lambda _: tokens.token(), range(100))) == {"t1"}
    assert len(shop.asked) == 1


def test_a_wrong_secret_is_explained_without_being_shown() -> None:
    with pytest.raises(OrderError, match="SHOPIFY_CLIENT_SECRET") as refusal:
        access(Shop(status=401)).token()
    assert "hush" not in str(refusal.value)


def test_a_failure_is_shared_for_some_seconds_and_then_tried_again() -> None:
    shop, clock = Shop(status=500), Clock()
    tokens = access(shop, clock)
    for _ in range(3):
        with pytest.raises(OrderError):
            tokens.token()
    assert len(shop.asked) == 1
    clock.now_s += 6
    shop.status = 200
    assert tokens.token() == "t2"


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {},
        {"access_token": "t"},
        {"access_token": "", "expires_in": 60},
        {"access_token": "t", "expires_in": 0},
    ],
)
def test_an_answer_without_a_token_is_an_error(answer: Any) -> None:
    with pytest.raises(OrderError):
        access(Shop([answer])).token()


def test_a_lasting_token_is_always_the_same_and_has_no_other() -> None:
    tokens = LastingToken("shpat")
    assert (tokens.token(), tokens.refused("shpat")) == ("shpat", False)
