"""Two workers on PostgreSQL, five hundred watches, more than a thousand faults: nothing is lost, nothing is doubled.

Statements and commits fail as on a broken connection, and whole workers are killed between deciding and writing. Pushes
come doubled and out of order meanwhile.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError

from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.store.schema.conversations import messages
from parcelbot.store.schema.database_clock import database_now
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.schema.tickets import outbox
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.due import SqlDueWatches
from parcelbot.store.watching.tables import watch_events
from parcelbot.usecases.watching.watcher import KnownParcels
from tests.integration.watching.world import LEFT, World, order
from tests.support.databases import fresh_url, with_tables

WATCHES = 500
WORKERS = 2
LEAST_FAULTS = 1000
LEASE = timedelta(seconds=1)
#: As likely at each statement and commit of a worker; some of them kill it.
FAULTS, KILLS = 0.05, 0.02
FORK = multiprocessing.get_context("fork")
ROUNDS = (
    (Status.OUT_FOR_DELIVERY, Substatus.OUT_FOR_DELIVERY_OTHER, "Out for delivery"),
    (Status.DELIVERY_FAILURE, Substatus.DELIVERY_FAILURE_NO_BODY, "Delivery attempt failed: nobody was home"),
)


class InjectedFault(OperationalError):
    """A fault of ours, as a broken connection raises one."""

    def __init__(self) -> None:
        super().__init__("injected", {}, Exception("injected"))


@pytest.fixture
def engine(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Engine]:
    for url in fresh_url("postgresql", tmp_path, request):
        engine = with_tables(url)
        yield engine
        engine.dispose()


def at_noon(engine: Engine) -> timedelta:
    """How far the database's clock is from a noon, so that the test does not depend on the hour it is run at."""
    with engine.connect() as connection:
        now = database_now(connection)
    return now.replace(hour=12, minute=0, second=0) + timedelta(days=1) - now


def break_things(engine: Engine, chance: random.Random, faults: Any) -> None:
    """Raise, or kill the whole process, now and then: before statements, before commits and after them."""

    def maybe(*_: Any) -> None:
        if chance.random() >= FAULTS:
            return
        with faults.get_lock():
            faults.value += 1
        if chance.random() < KILLS:
            os.kill(os.getpid(), signal.SIGKILL)
        raise InjectedFault

    event.listen(engine, "before_cursor_execute", maybe)
    event.listen(engine, "commit", maybe)


def work(url: str, seed: int, shift: timedelta, faults: Any, stop: Event) -> None:
    """Be a worker until told to stop; its own errors are logged by the watcher or end a step."""
    engine = open_engine(url)
    world = World(engine)
    due = SqlDueWatches(engine, clock=lambda connection: _shifted(connection, shift), pause=timedelta(0))
    break_things(engine, random.Random(seed), faults)
    watcher = replace(world.worker(f"worker {seed}", due), lease=LEASE, zone_of=lambda _: timezone.utc)
    watcher = replace(watcher, parcels=KnownParcels(SqlShipmentCache(engine).get, world.followed.get))
    while not stop.is_set():
        try:
            if not watcher.step():
                time.sleep(0.02)
        except OperationalError:
            continue


def _shifted(connection: Connection, shift: timedelta) -> datetime:
    return database_now(connection) + shift


def shipment(number: str, place: int, now: datetime) -> Shipment:
    """The parcel after so many rounds; 0 is what everybody knew when they asked to be told."""
    scans = tuple(
        Checkpoint(now + timedelta(minutes=n), text, "London, GB", sub)
        for n, (_, sub, text) in enumerate(ROUNDS[:place])
    )
    status = ROUNDS[place - 1][0] if place else Status.IN_TRANSIT
    left = replace(LEFT, at=now - timedelta(days=5))
    at = now + timedelta(minutes=place)
    return Shipment(number, "Cainiao", status, at, checkpoints=(*reversed(scans), left), origin="CN", destination="GB")


def push(news: SqlParcelNews, number: str, place: int, now: datetime, chance: random.Random) -> None:
    """Push a round, mostly more than once, with older ones behind it."""
    for n in [place] * chance.randint(1, 3) + ([place - 1] if chance.random() < 0.5 else []):
        news.take(PushedNews(number, Lookup(LookupOutcome.FOUND, shipment(number, n, now))), now)


def told(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(watch_events.c.event)).all())


def test_none_is_lost_and_none_is_doubled(engine: Engine) -> None:
    url, shift, stop, faults = str(engine.url), at_noon(engine), FORK.Event(), FORK.Value("i", 0)
    chance = random.Random(17)
    with engine.connect() as connection:
        now = _shifted(connection, shift) - timedelta(hours=1)
    world = World(engine, now)
    numbers = [f"LP{n:014d}" for n in range(WATCHES)]
    for n, number in enumerate(numbers):
        world.ledger.open(f"c-{n}", now)
        seen = replace(order().seen, scan_at=now - timedelta(days=5))
        world.watches.begin(f"W-{n}", f"c-{n}", order(number, email=f"{n}@example.com", vouched=True, seen=seen))
        push(world.news, number, 0, now, chance)
    engine.dispose()
    seeds = iter(range(10_000))
    workers = [_start(url, next(seeds), shift, faults, stop) for _ in range(WORKERS)]
    for place in range(1, len(ROUNDS) + 1):
        for number in numbers:
            push(world.news, number, place, now, chance)
        while told(engine) < WATCHES * place:
            workers = [w if w.is_alive() else _start(url, next(seeds), shift, faults, stop) for w in workers]
            time.sleep(0.1)
    stop.set()
    for worker in workers:
        worker.join()
    with engine.connect() as connection:
        lines = Counter(connection.execute(select(messages.c.conversation_id)).scalars())
        mails = connection.execute(select(outbox.c.key)).scalars().all()
    assert lines == {f"c-{n}": len(ROUNDS) for n in range(WATCHES)}
    assert len(mails) == len(set(mails)) == WATCHES * len(ROUNDS)
    assert faults.value >= LEAST_FAULTS


def _start(url: str, seed: int, shift: timedelta, faults: Any, stop: Event) -> Any:
    worker = FORK.Process(target=work, args=(url, seed, shift, faults, stop), daemon=True)
    worker.start()
    return worker
