"""Run everything that belongs together in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

T = TypeVar("T")

_ATTEMPTS = 5


def committed(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Run `work` in one transaction; gives its result once everything is committed.

    Where there is no row to lock, another process can write between a look and an INSERT; then `work` is run
    again from the start and finds what the other wrote. IntegrityError when that does not help.
    """
    for _ in range(_ATTEMPTS - 1):
        try:
            with engine.begin() as connection:
                return work(connection)
        except IntegrityError:
            continue
    with engine.begin() as connection:
        return work(connection)


@contextmanager
def unhurried(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that does not wait for the disk, which is most of what a small one costs.

    A power cut may undo it, but nothing else; a process that dies undoes nothing. The next ordinary commit takes it
    along.
    """
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
            yield connection
        return
    with engine.connect() as connection:
        driver = connection.connection
        driver.execute("PRAGMA synchronous=NORMAL")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute("PRAGMA synchronous=FULL")


def removed_for_good(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Run `work` in one transaction; SQLite overwrites what it removes and empties its log afterwards."""
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
