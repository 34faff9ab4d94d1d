"""Measure whether somebody who floods the chat keeps the others waiting."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from statistics import quantiles

import aiohttp

from benchmarks.turns.kinds import TRACKING

_SHOPPERS = 50
#: Each writes again after so long: the assistant is busy, not overrun.
_THINKING_S = 10.0
_TURNS = 4
_FLOODING_AT_A_TIME = 20
_LIMIT_S = 120.0


def fairness(url: str) -> str:
    """Let fifty shoppers talk, alone and then beside one who floods; what that does to their waiting, in a line."""
    alone_ms, flooded_ms = (_p95(waited_s) * 1000 for waited_s in asyncio.run(_both(f"{url}/webhooks/website")))
    return f"p95 {alone_ms:.0f} ms alone, {flooded_ms:.0f} ms beside a flood, {flooded_ms / alone_ms:.2f} times"


async def _both(url: str) -> tuple[list[float], list[float]]:
    connector, limit = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(total=_LIMIT_S)
    async with aiohttp.ClientSession(connector=connector, timeout=limit) as http:
        alone_s = await _crowd(http, url, network=1)
        async with _flood(http, url):
            return alone_s, await _crowd(http, url, network=2)


async def _crowd(http: aiohttp.ClientSession, url: str, network: int) -> list[float]:
    """Let all come one after the other, each from a network of their own; gives the seconds that each turn took."""
    addresses = [f"10.{network}.{number}.1" for number in range(_SHOPPERS)]
    talks = (_talk(http, url, address, _THINKING_S * n / _SHOPPERS) for n, address in enumerate(addresses))
    return [waited_s for talk in await asyncio.gather(*talks) for waited_s in talk]


async def _talk(http: aiohttp.ClientSession, url: str, address: str, comes_after_s: float) -> list[float]:
    await asyncio.sleep(comes_after_s)
    headers, waited_s = await _arrive(http, url, address), []
    async with http.get(f"{url}/events", headers=headers) as stream:
        for _ in range(_TURNS):
            began_s = time.monotonic()
            await _write(http, url, headers)
            await _first_word(stream)
            waited_s.append(time.monotonic() - began_s)
            await asyncio.sleep(_THINKING_S)
    return waited_s


async def _arrive(http: aiohttp.ClientSession, url: str, address: str) -> dict[str, str]:
    """Open a conversation from an address; gives the headers of its calls."""
    own = {"X-Forwarded-For": address}
    async with http.post(f"{url}/sessions", json={}, headers=own) as answer:
        answer.raise_for_status()
        return {**own, "Authorization": f"Bearer {(await answer.json())['token']}"}


async def _write(http: aiohttp.ClientSession, url: str, headers: dict[str, str]) -> None:
    body = {"echo_id": uuid.uuid4().hex, "text": TRACKING}
    async with http.post(f"{url}/messages", json=body, headers=headers) as answer:
        await answer.read()


async def _first_word(stream: aiohttp.ClientResponse) -> None:
    """Read on, past what the shopper wrote, to the first message of the bot."""
    is_heard = False
    async for line in stream.content:
        is_heard = is_heard or b'"author": "shopper"' in line
        if is_heard and b'"author": "bot"' in line:
            return
    raise RuntimeError("the event stream ended")


@asynccontextmanager
async def _flood(http: aiohttp.ClientSession, url: str) -> AsyncIterator[None]:
    """Have one shopper write as fast as twenty connections carry it, for as long as the context lasts."""
    headers = await _arrive(http, url, "10.99.99.1")
    writers = [asyncio.ensure_future(_write_on_and_on(http, url, headers)) for _ in range(_FLOODING_AT_A_TIME)]
    try:
        yield
    finally:
        for writer in writers:
            writer.cancel()
        await asyncio.gather(*writers, return_exceptions=True)


async def _write_on_and_on(http: aiohttp.ClientSession, url: str, headers: dict[str, str]) -> None:
    while True:
        with suppress(aiohttp.ClientError, asyncio.TimeoutError):
            await _write(http, url, headers)


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
