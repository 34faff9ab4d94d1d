"""All processes together call a provider no more often than it allows."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.engine import Engine

from parcelbot.store.call_turns import SqlCallTurns
from parcelbot.store.schema.engine import open_engine


class Worker:
    """A process of its own with turns at three calls a second; it notes for how long it slept."""

    def __init__(self, engine: Engine, name: str = "17track") -> None:
        self.slept_s: list[float] = []
        self.turns = SqlCallTurns(engine, name, per_s=3, sleep=self.slept_s.append, clock_s=lambda: 1_000.0)


@pytest.fixture
def another(url: str, engine: Engine) -> Iterator[Engine]:
    other = open_engine(url)
    yield other
    other.dispose()


def test_the_first_call_goes_at_once_and_each_further_one_a_third_of_a_second_later(engine: Engine) -> None:
    worker = Worker(engine)
    assert [worker.turns.wait(5) for _ in range(4)] == [True] * 4
    assert worker.slept_s == pytest.approx([0.0, 0.35, 0.70, 1.05], abs=0.3)
    assert worker.slept_s == sorted(worker.slept_s)


def test_two_processes_share_the_turns(engine: Engine, another: Engine) -> None:
    workers = Worker(engine), Worker(another)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: workers[n % 2].turns.wait(60), range(40)))
    turns = sorted(workers[0].slept_s + workers[1].slept_s)
    assert len(turns) == 40
    assert turns[-1] > 39 * 0.33 - 5


def test_a_turn_that_would_come_too_late_is_not_booked(engine: Engine) -> None:
    worker = Worker(engine)
    assert [worker.turns.wait(0.3), worker.turns.wait(0.1), worker.turns.wait(0.1)] == [True, False, False]
    assert worker.turns.wait(5)
    assert worker.slept_s[-1] < 0.36


def test_every_provider_has_its_own_turns(engine: Engine) -> None:
    first, second = Worker(engine, "17track"), Worker(engine, "aftership")
    first.turns.wait(5)
    second.turns.wait(5)
    assert second.slept_s == [pytest.approx(0.0, abs=1e-6)]
