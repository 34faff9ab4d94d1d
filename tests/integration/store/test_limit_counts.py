"""Counters of limits that every process shares."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.store.limit_counts import SqlLimitCounts, limit_counts


class Seconds:
    """The time, until somebody moves it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def counts(engine: Engine, seconds: Seconds) -> SqlLimitCounts:
    return SqlLimitCounts(engine, seconds)


def test_two_processes_count_together(counts: SqlLimitCounts, engine: Engine, seconds: Seconds) -> None:
    other = SqlLimitCounts(engine, seconds)
    assert [counts.incr("a", 60), other.incr("a", 60), counts.incr("a", 60), counts.incr("b", 60)] == [1, 2, 3, 1]
    assert (other.get("a"), other.get("c")) == (3, 0)


def test_a_counter_ends_and_begins_anew(counts: SqlLimitCounts, seconds: Seconds) -> None:
    counts.incr("a", 60)
    assert counts.get_expiry("a") == 1060
    seconds.now_s += 60
    assert counts.get("a") == 0
    assert counts.incr("a", 60) == 1
    assert counts.get_expiry("a") == 1120


def test_what_has_ended_is_forgotten(counts: SqlLimitCounts, engine: Engine, seconds: Seconds) -> None:
    for key in "abc":
        counts.incr(key, 60)
    seconds.now_s += 61
    counts.incr("d", 60)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(limit_counts)).scalar() == 1


def test_a_counter_can_be_cleared_and_all_of_them(counts: SqlLimitCounts) -> None:
    for key in "ab":
        counts.incr(key, 60)
    counts.clear("a")
    assert (counts.get("a"), counts.get("b")) == (0, 1)
    counts.reset()
    assert counts.get("b") == 0


def test_of_many_at_once_each_counts(counts: SqlLimitCounts) -> None:
    limiter, item = FixedWindowRateLimiter(counts), RateLimitItemPerMinute(10, 15)
    with ThreadPoolExecutor(8) as pool:
        let_in = list(pool.map(lambda _: limiter.hit(item, "ana"), range(30)))
    assert let_in.count(True) == 10
