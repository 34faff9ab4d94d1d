"""Limits that hold over several fronts, and what a network may send in a day."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
import requests
from prometheus_client import REGISTRY

from parcelbot.front.api.shared_limits import CallLimit, SharedBuckets
from parcelbot.settings.website import Rate
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper
from tests.support.ports import free_port

RATE = Rate(burst=3, per_s=0.5)


@pytest.fixture
def redis() -> Iterator[subprocess.Popen[bytes]]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed on this machine")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    while b"Ready to accept" not in process.stdout.readline():
        pass
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def redis_url(redis: subprocess.Popen[bytes]) -> str:
    arguments = redis.args
    assert isinstance(arguments, list)
    return f"redis://127.0.0.1:{arguments[2]}/0"


def waits(url: str, fronts: int, *keys: str) -> list[float]:
    """Let fronts take turns at calls of these keys; how long each was told to wait."""

    async def call() -> list[float]:
        limits = [CallLimit("messages", RATE, SharedBuckets(url)) for _ in range(fronts)]
        return [await limits[number % fronts].wait_s(key) for number, key in enumerate(keys)]

    return asyncio.run(call())


def test_two_fronts_count_together(redis_url: str) -> None:
    *passed, refused = waits(redis_url, 2, *"aaaa")
    assert passed == [0, 0, 0]
    assert 1 < refused <= 2


def test_everybody_has_a_bucket_of_their_own(redis_url: str) -> None:
    assert waits(redis_url, 2, *"aaabbb") == [0] * 6


def test_one_limit_takes_nothing_from_another(redis_url: str) -> None:
    async def call() -> float:
        shared = SharedBuckets(redis_url)
        first, second = CallLimit("messages", RATE, shared), CallLimit("sessions", RATE, shared)
        for _ in range(3):
            await first.wait_s("a")
        return await second.wait_s("a")

    assert asyncio.run(call()) == 0


def test_after_the_wait_the_call_passes(redis_url: str) -> None:
    async def call() -> list[float]:
        near, far = (CallLimit("m", Rate(burst=1, per_s=2), SharedBuckets(redis_url)) for _ in range(2))
        told = [await near.wait_s("a"), await far.wait_s("a")]
        await asyncio.sleep(told[1] + 0.05)
        return [*told, await CallLimit("m", Rate(burst=1, per_s=2), SharedBuckets(redis_url)).wait_s("a")]

    first, refused, later = asyncio.run(call())
    assert (first, later) == (0, 0)
    assert 0 < refused <= 0.5


def test_while_redis_hangs_each_front_limits_by_itself_and_hardly_waits(
    redis: subprocess.Popen[bytes], redis_url: str
) -> None:
    redis.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    *passed, refused = waits(redis_url, 1, *"aaaa")
    assert passed == [0, 0, 0]
    assert refused > 0
    assert time.monotonic() - began < 2
    redis.send_signal(signal.SIGCONT)


def test_a_network_has_one_limit_at_two_fronts(start: Callable[..., Server], redis_url: str) -> None:
    limits = {"WEBSITE_NETWORK_MESSAGES_BURST": "6", "WEBSITE_NETWORK_MESSAGES_PER_S": "0.01", "REDIS_URL": redis_url}
    first = start(**limits)
    second = start(**limits, DATABASE_URL=first.database_url)
    statuses = [
        Shopper(f"{server.url}/website").arrive().send("hello").status_code
        for _ in range(5)
        for server in (first, second)
    ]
    assert statuses == [202] * 6 + [429] * 4


def test_a_network_that_has_sent_its_share_of_the_day_is_told_so_in_words(start: Callable[..., Server]) -> None:
    server = start(WEBSITE_NETWORK_MESSAGES_PER_DAY="3", WEBSITE_NETWORK_SESSIONS_PER_DAY="4")
    shoppers = [Shopper(f"{server.url}/website").arrive() for _ in range(4)]
    *taken, refused = [shopper.send("hello") for shopper in shoppers]
    assert [answer.status_code for answer in taken] == [202] * 3
    assert (refused.status_code, refused.json()["error"]["notice"]) == (429, "MANY TODAY")
    assert 0 < int(refused.headers["Retry-After"]) <= 24 * 3600
    opening = requests.post(f"{server.url}/website/sessions", json={}, timeout=30)
    assert (opening.status_code, opening.json()["error"]["notice"]) == (429, "MANY TODAY")


def test_what_was_refused_is_counted() -> None:
    async def call() -> None:
        limit = CallLimit("day_messages", Rate(burst=1, per_s=0.001))
        for _ in range(3):
            await limit.wait_s("a")

    counted = partial(REGISTRY.get_sample_value, "parcelbot_calls_refused_total", {"limit": "day_messages"})
    before = counted() or 0
    asyncio.run(call())
    assert counted() == before + 2
