"""Keep the counters of limits in the database, so that they hold for every process and outlive a restart."""

from __future__ import annotations

import time
from collections.abc import Callable

from limits.storage import Storage
from sqlalchemy import Column, Float, Integer, String, Table, case, delete, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.store.schema.conversations import metadata

#: What is limited stands here as `limits` names it; e-mails are hashed before. Times are Unix seconds.
limit_counts = Table(
    "limit_counts",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("ends_s", Float, nullable=False, index=True),
)

_COLUMNS = limit_counts.c


class SqlLimitCounts(Storage):
    """A storage of the library `limits` over SQLAlchemy. `clock_s` gives Unix seconds. Thread-safe."""

    STORAGE_SCHEME = None

    def __init__(self, engine: Engine, clock_s: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._engine = engine
        self._clock_s = clock_s

    def incr(self, key: str, expiry: int, elastic_expiry: bool = False, amount: int = 1) -> int:  # noqa: ARG002
        """Count up by `amount` and give the count; a counter that has ended begins anew for `expiry` seconds."""
        now_s = self._clock_s()
        for _ in range(2):
            try:
                with self._engine.begin() as connection:
                    return self._counted(connection, key, now_s, now_s + expiry, amount)
            except IntegrityError:
                continue  # another process made the counter just now
        return amount

    def get(self, key: str) -> int:
        """Give the count; 0 for a counter that has ended."""
        query = select(_COLUMNS.count).where(_COLUMNS.key == key, _COLUMNS.ends_s > self._clock_s())
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def get_expiry(self, key: str) -> int:
        """Give the second in which the counter ends; now for none."""
        with self._engine.connect() as connection:
            ends_s = connection.execute(select(_COLUMNS.ends_s).where(_COLUMNS.key == key)).scalar()
        return int(ends_s or self._clock_s())

    def check(self) -> bool:
        """Tell that counters can be kept."""
        return True

    def reset(self) -> None:
        """Forget every counter."""
        with self._engine.begin() as connection:
            connection.execute(delete(limit_counts))

    def clear(self, key: str) -> None:
        """Forget one counter."""
        with self._engine.begin() as connection:
            connection.execute(delete(limit_counts).where(_COLUMNS.key == key))

    def _counted(self, connection: Connection, key: str, now_s: float, ends_s: float, amount: int) -> int:
        running = _COLUMNS.ends_s > now_s
        counted = update(limit_counts).where(_COLUMNS.key == key)
        values = {
            "count": case((running, _COLUMNS.count + amount), else_=amount),
            "ends_s": case((running, _COLUMNS.ends_s), else_=ends_s),
        }
        if not connection.execute(counted.values(**values)).rowcount:
            connection.execute(delete(limit_counts).where(_COLUMNS.ends_s <= now_s))
            connection.execute(limit_counts.insert().values(key=key, count=amount, ends_s=ends_s))
        return int(connection.execute(select(_COLUMNS.count).where(_COLUMNS.key == key)).scalar_one())
