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

from tests.faults.house import ACTIONS, ASSISTANTS, PROVIDER, WEB, WORKER, House

_LIES = ("http_500", "reset", "garbage", "empty", "http_429", "timeout")
_LOCK_S = 5
_SHIFTS_S = (-3600, -60, 60, 3600)

Fault = Callable[[House, Random], AbstractContextManager[None]]


@dataclass(frozen=True)
class Kind:
    """A kind of fault, how often it comes beside the others, and for how many seconds at least and at most.

    Two of them may come at once unless they `touch` the same.
    """

    name: str
    touches: str
    fault: Fault
    weight: int
    shortest_s: float = 0.0
    longest_s: float = 0.0


def kinds_for(house: House) -> list[Kind]:
    """List what can be done to this house."""
    kinds = [
        Kind("front killed", "front", lambda h, r: killed(h, r.choice(h.fronts)), 8),
        Kind("front paused", "front", lambda h, r: paused(h, r.choice(h.fronts)), 6, 0.5, 4),
        Kind("an assistant killed", "assistants", lambda h, r: killed(h, a_spare_assistant(h, r)), 4),
        Kind("an assistant paused", "assistants", lambda h, r: paused(h, r.choice(ASSISTANTS)), 10, 0.5, 9),
        Kind("both assistants paused", "assistants", lambda h, _: paused(h, *ASSISTANTS), 8, 1, 9),
        Kind("database locked", "store", lambda h, _: locked(h), 10, 0.5, 5),
        *_kinds_of_the_office(),
    ]
    if ACTIONS in house.parts:
        kinds += _kinds_of_helpers()
    if house.has_clocks:
        kinds.append(Kind("a clock set", "clocks", clock_set, 10, 2, 5))
    if house.database is None:
        kinds.append(Kind("disk full", "store", lambda h, _: disk_full(h), 8, 0.5, 4))
    else:
        kinds.append(Kind("database crashed", "store", lambda h, _: crashed(h), 6, 0, 2))
        kinds.append(Kind("database paused", "store", lambda h, _: database_paused(h), 6, 0.5, 4))
    if house.redis is not None:
        kinds.append(Kind("Redis killed", "Redis", lambda h, _: redis_signalled(h, signal.SIGKILL), 5))
        kinds.append(Kind("Redis paused", "Redis", lambda h, _: redis_signalled(h, signal.SIGSTOP), 5, 1, 6))
    if house.proxy is not None:
        kinds.append(Kind("nginx reloaded", "nginx", lambda h, _: reloaded(h), 6))
        kinds.append(Kind("nginx paused", "nginx", lambda h, _: nginx_paused(h), 6, 0.5, 4))
    return kinds


def some_of(kinds: list[Kind], number: int, random: Random) -> list[Kind]:
    """Choose so many that may come at once."""
    chosen: list[Kind] = []
    for _ in range(number):
        left = [kind for kind in kinds if kind.touches not in {one.touches for one in chosen}]
        chosen += random.choices(left, [kind.weight for kind in left])
    return chosen


def _kinds_of_the_office() -> list[Kind]:
    return [
        Kind("web killed", "web", lambda h, _: killed(h, WEB), 3),
        Kind("web paused", "web", lambda h, _: paused(h, WEB), 2, 0.5, 4),
        Kind("worker killed", "worker", lambda h, _: killed(h, WORKER), 5),
        Kind("worker paused", "worker", lambda h, _: paused(h, WORKER), 4, 0.5, 9),
        Kind("helpdesk fails", "helpdesk", lambda h, r: h.office.helpdesk_failing(r), 5, 1, 6),
        Kind("mail fails", "mail", lambda h, r: h.office.mail_failing(r), 4, 1, 6),
    ]


def _kinds_of_helpers() -> list[Kind]:
    return [
        Kind("action server killed", "actions", lambda h, _: killed(h, ACTIONS), 5),
        Kind("action server paused", "actions", lambda h, _: paused(h, ACTIONS), 6, 0.5, 9),
        Kind("provider slow", "provider", lambda h, _: misbehaving(h, "slow"), 6, 1, 4),
        Kind("provider lies", "provider", lambda h, r: misbehaving(h, r.choice(_LIES)), 8, 1, 4),
        Kind("provider killed", "provider", lambda h, _: killed(h, PROVIDER), 3),
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
    """Keep everybody else from writing, and on PostgreSQL from reading.

    Who was stopped meanwhile may hold a lock itself: then it is locked already.
    """
    if house.database is None:
        file = str(make_url(house.database_url).database)
        connection = sqlite3.connect(file, timeout=_LOCK_S, isolation_level=None)
        with suppress(sqlite3.OperationalError):
            connection.execute("BEGIN IMMEDIATE")
    else:
        connection = psycopg2.connect(house.database_url, options=f"-c lock_timeout={_LOCK_S}s")
        with suppress(psycopg2.OperationalError):
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
    stack, name = house.parts[random.choice((*house.fronts, *ASSISTANTS))]
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
    with suspended(everybody):
        yield


@contextmanager
def nginx_paused(house: House) -> Iterator[None]:
    """Stop the proxy with all its processes."""
    assert house.proxy
    master = psutil.Process(house.proxy.process.pid)
    with suspended([master, *master.children()]):
        yield


@contextmanager
def reloaded(house: House) -> Iterator[None]:
    """Let the proxy read its file again, as a new certificate makes it do."""
    assert house.proxy
    house.proxy.process.send_signal(signal.SIGHUP)
    yield


@contextmanager
def suspended(everybody: list[psutil.Process]) -> Iterator[None]:
    """Stop processes, and let those that are still there go on."""
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
    return one if house.is_well(other) else house.fronts[0]


def _signal(house: House, part: str, what: signal.Signals) -> None:
    with suppress(psutil.Error):
        house.process(part).send_signal(what)
