"""Keep how many new numbers a provider still lets us register, as it last said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Integer, String, Table, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.owner.quota import QuotaState
from parcelbot.store.schema.conversations import UtcDateTime, metadata
from parcelbot.store.schema.transactions import committed

provider_quota = Table(
    "provider_quota",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("total", Integer, nullable=False),
    Column("remain", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


@dataclass(frozen=True)
class SqlProviderQuota:
    """The quota of one provider, `name`. Thread-safe."""

    engine: Engine
    name: str

    def get(self) -> QuotaState | None:
        """Read what the provider last said; None when it was never asked."""
        query = select(provider_quota).where(provider_quota.c.name == self.name)
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else QuotaState(row.total, row.remain, row.at)

    def put(self, total: int, remain: int, now: datetime) -> None:
        """Write down what the provider says at `now`."""
        values = {"total": total, "remain": remain, "at": now}

        def write(connection: Connection) -> None:
            known = update(provider_quota).where(provider_quota.c.name == self.name).values(**values)
            if not connection.execute(known).rowcount:
                connection.execute(provider_quota.insert().values(name=self.name, **values))

        committed(self.engine, write)
