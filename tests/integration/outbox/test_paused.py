"""A worker that stands still for longer than its lease, as a paused machine does, and then goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.store.outgoing.outbox import Outbox
from tests.integration.outbox.paused_worker import LEASE, worker
from tests.integration.outbox.world import CASE, Clock, World
from tests.support.stack import ROOT

_LIMIT_S = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def sleeper(url: str, world: World, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that was stopped when it had claimed the delivery and not sent it."""
    world.clock.now = datetime.now(timezone.utc)
    world.open(said=("where is it?",))
    script = Path(__file__).with_name("paused_worker.py")
    process = subprocess.Popen(
        [sys.executable, str(script), url, str(folder), "sleeper", "0.5"], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    until((folder / "claimed by sleeper").exists)
    process.send_signal(signal.SIGSTOP)
    yield process
    process.kill()
    process.wait()


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _LIMIT_S
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def arrived(folder: Path) -> list[str]:
    file = folder / "arrived"
    return file.read_text().splitlines() if file.exists() else []


def wakes(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.send_signal(signal.SIGCONT)
    assert sleeper.wait(_LIMIT_S) == 0


def test_what_another_took_over_meanwhile_is_not_sent_again(
    url: str, world: World, folder: Path, sleeper: subprocess.Popen[bytes]
) -> None:
    until(worker(url, folder, "other").step)
    wakes(sleeper)
    assert arrived(folder) == ["other ticket"]
    assert world.outbox.remote_id("zendesk", CASE) == "there by other"


def test_what_another_has_under_way_is_neither_sent_nor_marked(
    url: str, world: World, folder: Path, sleeper: subprocess.Popen[bytes]
) -> None:
    outbox = Outbox(world.engine)
    until(lambda: bool(outbox.claim_due("other", timedelta(hours=1))))
    wakes(sleeper)
    assert arrived(folder) == []
    assert outbox.counts()[DeliveryState.WAITING] == 1


def test_who_slept_while_nobody_else_was_there_goes_on(folder: Path, sleeper: subprocess.Popen[bytes]) -> None:
    time.sleep(LEASE.total_seconds())
    wakes(sleeper)
    assert arrived(folder) == ["sleeper ticket"]


def test_a_worker_whose_clock_is_wrong_takes_nothing_that_is_under_way(url: str, world: World) -> None:
    world.clock.now = datetime.now(timezone.utc)
    world.open(said=("where is it?",))
    ours, ahead = Outbox(world.engine), world.courier(object(), "ahead")
    assert ours.claim_due("ours", timedelta(minutes=1))
    ahead.destination, ahead.outbox = Named(), Outbox(world.engine)
    ahead.clock = Clock(world.clock.now + timedelta(hours=1))
    assert not ahead.step()


def test_what_came_late_marks_nothing_though_the_same_worker_has_it_again(world: World) -> None:
    world.open(said=("where is it?",))
    [first] = world.outbox.claim_due("one", LEASE)
    world.clock.turn(minutes=1)
    [again] = world.outbox.claim_due("one", LEASE)
    world.outbox.delivered(first, "1")
    assert not world.outbox.still_held(first, LEASE)
    assert world.outbox.still_held(again, LEASE)
    assert world.outbox.remote_id("zendesk", CASE) == ""


class Named:
    """A destination that must not be called."""

    name = "zendesk"
