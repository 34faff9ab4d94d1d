"""Opening the database: SQLite with a write-ahead log by default, PostgreSQL by its URL."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import QueuePool

from parcelbot.store.tables import metadata

DEFAULT_URL = "sqlite:///.cache/parcelbot.db"

_LOCK_WAIT_S = 10
_CREATE_ATTEMPTS = 5


def open_engine(url: str = DEFAULT_URL) -> Engine:
    """An engine that may be shared by threads; for an SQLite file its directory is made."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, poolclass=QueuePool, connect_args={"timeout": _LOCK_WAIT_S, "check_same_thread": False})
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def create_tables(engine: Engine) -> None:
    """Create what is missing of every table imported so far; several processes may do so at once."""
    for attempt in range(_CREATE_ATTEMPTS):
        try:
            metadata.create_all(engine)
            return
        except (OperationalError, ProgrammingError):
            # another process created a table between our look and our CREATE
            if attempt == _CREATE_ATTEMPTS - 1:
                raise
            time.sleep(0.1 * (attempt + 1))


def _set_up_sqlite(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
