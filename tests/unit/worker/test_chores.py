"""What a worker does again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from parcelbot.worker.chores import Chore, ChoreRunner
from parcelbot.worker.health import create_app

Started = Callable[..., ChoreRunner]
LONG_S = 30.0


@pytest.fixture
def start() -> Iterator[Started]:
    rounds: list[ChoreRunner] = []

    def started(*chores: Chore) -> ChoreRunner:
        rounds.append(ChoreRunner(chores))
        rounds[-1].start()
        return rounds[-1]

    yield started
    for made in rounds:
        made.stop(LONG_S)


def counting(until: int) -> tuple[threading.Event, Callable[[], None]]:
    """Something to run, and what tells that it has run so often."""
    enough, times = threading.Event(), iter(range(until - 1, -1, -1))

    def run() -> None:
        if next(times, 0) == 0:
            enough.set()

    return enough, run


def test_a_chore_runs_at_once_and_again(start: Started) -> None:
    enough, run = counting(3)
    start(Chore("count", 0.01, run))
    assert enough.wait(LONG_S)


def test_a_chore_with_more_to_do_comes_again_without_a_pause(start: Started) -> None:
    enough, run = counting(50)
    start(Chore("count", 3600, lambda: run() or True))
    assert enough.wait(LONG_S)


def test_a_chore_that_hangs_does_not_hold_up_another(start: Started) -> None:
    let_go = threading.Event()
    enough, run = counting(2)
    start(Chore("hangs", 0.01, lambda: let_go.wait(LONG_S) and None), Chore("count", 0.01, run))
    assert enough.wait(LONG_S)
    let_go.set()


def test_a_chore_that_raises_lives_on(start: Started) -> None:
    def fails() -> None:
        raise RuntimeError("the database is away")

    around = start(Chore("fails", 3600, fails))
    assert around.stuck() == []


def test_stopping_waits_for_what_is_under_way(start: Started) -> None:
    begun, finished, let_go = threading.Event(), threading.Event(), threading.Event()

    def deliver() -> None:
        begun.set()
        let_go.wait(LONG_S)
        finished.set()

    around = start(Chore("deliver", 3600, deliver))
    begun.wait(LONG_S)
    assert not around.stop(within_s=0)
    let_go.set()
    assert around.stop(LONG_S)
    assert finished.is_set()


def test_a_round_that_has_stopped_is_not_well(start: Started) -> None:
    around = start(Chore("count", 3600, lambda: None))
    around.stop(LONG_S)
    assert around.stuck() == ["count"]


@pytest.mark.parametrize(
    ("stuck", "database", "status"), [([], True, 200), (["deliveries to zendesk"], True, 503), ([], False, 503)]
)
def test_health_is_well_when_every_chore_lives_and_the_database_answers(
    stuck: list[str], database: bool, status: int
) -> None:
    answer = create_app(lambda: stuck, lambda: database).test_client().get("/health")
    assert (answer.status_code, answer.json) == (
        status,
        {"status": "ok" if status == 200 else "failing", "database": database, "stuck": stuck},
    )


@pytest.mark.parametrize(("stuck", "status"), [([], 200), (["deliver"], 503)])
def test_a_restart_is_asked_for_only_by_what_it_helps(stuck: list[str], status: int) -> None:
    assert create_app(lambda: stuck, lambda: False).test_client().get("/live").status_code == status
