"""What can go wrong, each as a context that lasts as long as the fault does."""

from __future__ import annotations

import resource
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from random import Random

import psutil
import psycopg2
from sqlalchemy.engine import make_url

from tests.faults.house import ACTIONS, ASSISTANTS, FRONT_PART, PROVIDER, House

_LIES = ("http_500", "reset", "garbage", "empty", "http_429", "timeout")
_SHIFTS_S = (-3600, -60, 60, 3600)

Fault = Callable[[House, Random], AbstractContextManager[None]]


@dataclass(frozen=True)
class Kind:
    """A kind of fault, how often it comes beside the others, and for how many seconds at least and at most."""

    name: str
    fault: Fault
    weight: int
    shortest_s: float = 0.0
    longest_s: float = 0.0


def kinds_for(house: House) -> list[Kind]:
    """List what can be done to this house."""
    kinds = [
        Kind("front killed", lambda h, _: killed(h, FRONT_PART), 8),
        Kind("front paused", lambda h, _: paused(h, FRONT_PART), 6, 0.5, 4),
        Kind("an assistant killed", lambda h, r: killed(h, a_spare_assistant(h, r)), 4),
        Kind("an assistant paused", lambda h, r: paused(h, r.choice(ASSISTANTS)), 10, 0.5, 9),
        Kind("both assistants paused", lambda h, _: paused(h, *ASSISTANTS), 8, 1, 9),
        Kind("database locked", lambda h, _: locked(h), 10, 0.5, 5),
    ]
    if ACTIONS in house.parts:
        kinds += _kinds_of_helpers()
    if house.has_clocks:
        kinds.append(Kind("a clock set", clock_set, 10, 2, 5))
    if house.database is None:
        kinds.append(Kind("disk full", lambda h, _: disk_full(h), 8, 0.5, 4))
    else:
        kinds.append(Kind("database crashed", lambda h, _: crashed(h), 6, 0, 2))
        kinds.append(Kind("database paused", lambda h, _: database_paused(h), 6, 0.5, 4))
    if house.redis is not None:
        kinds.append(Kind("Redis killed", lambda h, _: redis_signalled(h, signal.SIGKILL), 5))
        kinds.append(Kind("Redis paused", lambda h, _: redis_signalled(h, signal.SIGSTOP), 5, 1, 6))
    return kinds


def _kinds_of_helpers() -> list[Kind]:
    return [
        Kind("action server killed", lambda h, _: killed(h, ACTIONS), 5),
        Kind("action server paused", lambda h, _: paused(h, ACTIONS), 6, 0.5, 9),
        Kind("provider slow", lambda h, _: misbehaving(h, "slow"), 6, 1, 4),
        Kind("provider lies", lambda h, r: misbehaving(h, r.choice(_LIES)), 8, 1, 4),
        Kind("provider killed", lambda h, _: killed(h, PROVIDER), 3),
    ]


@contextmanager
def killed(house: House, part: str) -> Iterator[None]:
    """Kill a part; whoever tends the house starts it again."""
    _signal(house, part, signal.SIGKILL)
    yield


@contextmanager
def paused(house: House, *parts: str) -> Iterator[None]:
    """Stop parts as a machine without memory does."""
    for part in parts:
        _signal(house, part, signal.SIGSTOP)
    yield
    for part in parts:
        _signal(house, part, signal.SIGCONT)


@contextmanager
def misbehaving(house: House, mode: str) -> Iterator[None]:
    """Let the provider be slow or talk rubbish."""
    with suppress(OSError):
        house.provider_fails(mode)
    yield
    with suppress(OSError):
        house.provider_fails("none")


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Keep everybody else from writing, and on PostgreSQL from reading."""
    if house.database is None:
        connection = sqlite3.connect(str(make_url(house.database_url).database), timeout=20, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
    else:
        connection = psycopg2.connect(house.database_url)
        connection.cursor().execute("LOCK TABLE conversations, messages IN ACCESS EXCLUSIVE MODE")
    try:
        yield
    finally:
        connection.rollback()
        connection.close()


@contextmanager
def disk_full(house: House) -> Iterator[None]:
    """Let nothing be written to any file by those who write the ledger."""
    for limit in (0, resource.RLIM_INFINITY):
        for part in house.parts:
            with suppress(psutil.Error, OSError):
                hard = resource.prlimit(house.process(part).pid, resource.RLIMIT_FSIZE)[1]
                resource.prlimit(house.process(part).pid, resource.RLIMIT_FSIZE, (limit, hard))
        if limit == 0:
            yield


@contextmanager
def clock_set(house: House, random: Random) -> Iterator[None]:
    """Set one process's clock forward or back."""
    stack, name = house.parts[random.choice((FRONT_PART, *ASSISTANTS))]
    stack.set_clock(name, random.choice(_SHIFTS_S))
    yield
    stack.set_clock(name, 0)


@contextmanager
def crashed(house: House) -> Iterator[None]:
    """Crash the database server, and start it again."""
    assert house.database
    house.database.stop(signal.SIGQUIT)
    yield
    house.database.start()


@contextmanager
def database_paused(house: House) -> Iterator[None]:
    """Stop the database server with all its processes."""
    assert house.database
    assert house.database.process
    server = psutil.Process(house.database.process.pid)
    everybody = [server, *server.children(recursive=True)]
    for process in everybody:
        with suppress(psutil.Error):
            process.suspend()
    yield
    for process in everybody:
        with suppress(psutil.Error):
            process.resume()


@contextmanager
def redis_signalled(house: House, how: signal.Signals) -> Iterator[None]:
    """Kill or stop Redis."""
    assert house.redis
    servers = psutil.Process(house.redis.pid).children()
    for server in servers:
        with suppress(psutil.Error):
            server.send_signal(how)
    yield
    for server in servers:
        with suppress(psutil.Error):
            server.resume()


def a_spare_assistant(house: House, random: Random) -> str:
    """An assistant beside which the other one is well; else the front, which is soon back."""
    one, other = random.sample(ASSISTANTS, 2)
    return one if house.is_well(other) else FRONT_PART


def _signal(house: House, part: str, what: signal.Signals) -> None:
    with suppress(psutil.Error):
        house.process(part).send_signal(what)
