"""Tell the time by the database's own clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone

from sqlalchemy import text
from sqlalchemy.engine import Connection

#: Reads the time within a transaction.
Now = Callable[[Connection], datetime]

_NOW = {"postgresql": "SELECT clock_timestamp()", "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')"}


def database_now(connection: Connection) -> datetime:
    """Give the time by the database's own clock, which all processes share."""
    now = connection.execute(text(_NOW[connection.dialect.name])).scalar_one()
    moment = now if isinstance(now, datetime) else datetime.fromisoformat(now)
    return moment.astimezone(timezone.utc)
