"""What removing for good takes: overwriting in the file, and finding a text in columns of any kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import Text, cast
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

T = TypeVar("T")

#: Databases limit how many values a statement may have.
_CHUNK = 500
_ESCAPE = "\\"


def scrubbed(engine: Engine, work: Callable[[Connection], T]) -> T:
    """`work` in one transaction; SQLite overwrites what it removes and empties its log afterwards."""
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            return work(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=ON").close()
        with connection.begin():
            done = work(connection)
        # as far as nobody reads just now; the log is overwritten sooner or later anyway
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return done


def appears(column: Any, text: str) -> ColumnElement:
    """Whether `text` may stand in a text or JSON column: wider than exact, as addresses are written with spaces."""
    parts = (_literal(part) for part in text.split("@"))
    return cast(column, Text).ilike(f"%{'%@%'.join(parts)}%", escape=_ESCAPE)


def chunks(values: Collection[str]) -> Iterator[list[str]]:
    """`values` in lists that fit into a statement; none for none."""
    every = list(values)
    return (every[start : start + _CHUNK] for start in range(0, len(every), _CHUNK))


def _literal(text: str) -> str:
    """`text` as JSON columns hold it, with the signs that LIKE would take for its own escaped."""
    escaped = json.dumps(text)[1:-1]
    for sign in (_ESCAPE, "%", "_"):
        escaped = escaped.replace(sign, _ESCAPE + sign)
    return escaped
