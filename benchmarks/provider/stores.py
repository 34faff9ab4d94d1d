"""Measure the real stores: what a push costs, what a parcel takes up, and what telling it costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import Engine

from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, LookupRequest, Shipment, Status, Substatus
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.tracking.followed import FollowedProvider
from parcelbot.tracking.protocol import Woken
from parcelbot.tracking.transport import Allowance

_NOW = datetime(2026, 11, 27, tzinfo=timezone.utc)
_SCANS = 14
_CAPS = RegistrationCaps(10, 50)


@dataclass(frozen=True)
class Cost:
    """Wall clock and CPU of one thing, in milliseconds."""

    wall_ms: float
    cpu_ms: float


@dataclass(frozen=True)
class StoreFigures:
    """The figures of the stores; `bytes_a_parcel` is what the database grew by, indexes included."""

    push: Cost
    replay: Cost
    telling: Cost
    bytes_a_parcel: float


def measure(parcels: int) -> StoreFigures:
    """Push so many parcels twice, the same pushes again, and tell each once, over SQLite on this machine's disk."""
    with _database() as (engine, folder):
        before = _size(folder)
        news = SqlParcelNews(engine)
        pushes = [_push(number, day) for day in (0, 1) for number in range(parcels)]
        push = _timed(len(pushes), lambda: [news.take(pushed, _NOW) for pushed in pushes])
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        grown = (_size(folder) - before) / parcels
        replay = _timed(parcels, lambda: [news.take(pushed, _NOW) for pushed in pushes[:parcels]])
        provider = FollowedProvider(
            _NoClient(), SqlShipmentCache(engine), SqlFollowedParcels(engine, _CAPS), lambda: _NOW + timedelta(days=9)
        )
        telling = _timed(parcels, lambda: [provider.fetch(LookupRequest(_number(n))) for n in range(parcels)])
        return StoreFigures(push, replay, telling, grown)


class _NoClient:
    """A provider that must not be asked: what it pushes is told without a call."""

    def register(self, request: LookupRequest, _: Allowance) -> Lookup | None:
        raise AssertionError(f"{request.number} is pushed")

    def read(self, number: str, _: Allowance) -> Lookup | None:
        raise AssertionError(f"{number} is pushed")

    def retrack(self, number: str, _: Allowance) -> Woken:
        raise AssertionError(f"{number} is pushed")


@contextmanager
def _database() -> Iterator[tuple[Engine, Path]]:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/parcels.db")
        create_tables(engine)
        yield engine, Path(folder)
        engine.dispose()


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _timed(times: int, work: object) -> Cost:
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    work()  # type: ignore[operator]
    return Cost(
        (time.perf_counter() - wall_s) / times * 1000,
        (time.process_time() - cpu_s) / times * 1000,
    )


def _number(number: int) -> str:
    return f"LP{number:014}"


def _push(number: int, day: int) -> PushedNews:
    at = _NOW + timedelta(days=day)
    scans = tuple(
        Checkpoint(
            at - timedelta(days=n),
            "Arrived at the sorting centre of the destination",
            "Shanghai, CN",
            Substatus.IN_TRANSIT_ARRIVAL,
            carrier="Cainiao",
        )
        for n in range(_SCANS + day)
    )
    parcel = Shipment(_number(number), "Cainiao", Status.IN_TRANSIT, at, checkpoints=scans, origin="CN")
    return PushedNews(parcel.number, Lookup(LookupOutcome.FOUND, replace(parcel, destination="GB")), at)
