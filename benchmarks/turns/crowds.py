"""Bring many shoppers together: pages that listen, and shoppers who write at the same time."""

from __future__ import annotations

import asyncio
import resource
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import aiohttp
import requests

from benchmarks.turns.assistants import Running
from benchmarks.turns.shoppers import RestShopper

_AT_A_TIME = 50
_OPEN_LIMIT_S = 300


def allow_many_files() -> None:
    """Raise the limit of open files as far as it goes, for this process and those it starts."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@contextmanager
def listening(running: Running, pages: int) -> Iterator[None]:
    """Keep so many pages open that wait for news of their own conversations."""
    ready, done = threading.Event(), threading.Event()
    thread = threading.Thread(
        target=lambda: asyncio.run(_listen(f"{running.front_url}/webhooks/website", pages, ready, done))
    )
    thread.start()
    try:
        if not ready.wait(_OPEN_LIMIT_S):
            raise RuntimeError(f"{pages} event streams did not open")
        yield
    finally:
        done.set()
        thread.join()


async def _listen(url: str, pages: int, ready: threading.Event, done: threading.Event) -> None:
    gate = asyncio.Semaphore(_AT_A_TIME)
    connector, never = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(connector=connector, timeout=never) as http:
        opened = await asyncio.gather(*(_open(http, url, gate) for _ in range(pages)))
        reading = [asyncio.ensure_future(_read(stream)) for stream in opened]
        ready.set()
        while not done.is_set():
            await asyncio.sleep(0.2)
        for task in reading:
            task.cancel()


async def _open(http: aiohttp.ClientSession, url: str, gate: asyncio.Semaphore) -> aiohttp.ClientResponse:
    async with gate:
        session = await (await http.post(f"{url}/sessions", json={})).json()
        stream = await http.get(f"{url}/events", headers={"Authorization": f"Bearer {session['token']}"})
        stream.raise_for_status()
        return stream


async def _read(stream: aiohttp.ClientResponse) -> None:
    async for _ in stream.content:
        pass


def saturated(assistants: Sequence[Running], texts: Sequence[str], shoppers: int, conversations: int) -> str:
    """Let so many shoppers say `texts` at once without a pause, spread over the assistants; what came of it, a line."""
    before_s, began_s = sum(_spent_s(one) for one in assistants), time.monotonic()
    with ThreadPoolExecutor(shoppers) as pool:
        turns = sum(pool.map(lambda n: _talk(assistants[n % len(assistants)], texts), range(conversations)))
    took_s, spent_s = time.monotonic() - began_s, sum(_spent_s(one) for one in assistants) - before_s
    return f"{turns / took_s:8.1f} turns/s {turns / spent_s:8.1f} turns a second of CPU"


def _talk(running: Running, texts: Sequence[str]) -> int:
    with requests.Session() as http:
        shopper = RestShopper(http, running.url)
        return len([shopper.says(text) for text in texts])


def _spent_s(running: Running) -> float:
    return sum(running.cpu_s().values())
