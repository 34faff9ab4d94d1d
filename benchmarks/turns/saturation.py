"""Let shoppers write at once through the front, as the widget does, without a pause."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import requests

from benchmarks.turns.assistants import Running
from benchmarks.turns.kinds import OUR_TALK
from benchmarks.turns.shoppers import WebsiteShopper


def saturated_front(running: Running, shoppers: int, conversations: int) -> str:
    """Let so many shoppers talk at once; what came of it, in a line.

    One talk goes ahead, in which is found out how many messages answer each text.
    """
    _talk(running)
    before, began_s = running.cpu_s(), time.monotonic()
    with ThreadPoolExecutor(shoppers) as pool:
        turns = sum(pool.map(lambda _: _talk(running), range(conversations)))
    took_s, after = time.monotonic() - began_s, running.cpu_s()
    return line(turns, took_s, {name: after[name] - before[name] for name in after})


def line(turns: int, took_s: float, spent_s: dict[str, float]) -> str:
    """Word what so many turns took; the busiest process says how many one core of it would do."""
    busiest = max(spent_s, key=lambda name: spent_s[name])
    in_all, alone = turns / sum(spent_s.values()), turns / spent_s[busiest]
    return f"{turns / took_s:8.1f} turns/s {in_all:8.1f} turns a second of CPU, {alone:.1f} of {busiest} alone"


def _talk(running: Running) -> int:
    with requests.Session() as http:
        shopper = WebsiteShopper(http, running.front_url)
        return len([shopper.says(text) for text in OUR_TALK])
