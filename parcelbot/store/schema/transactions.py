"""One transaction for everything that belongs together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

T = TypeVar("T")

_ATTEMPTS = 5


def committed(engine: Engine, work: Callable[[Connection], T]) -> T:
    """What `work` gives, once all it wrote is committed.

    Where there is no row to lock, another process can write between a look and an INSERT; then `work` is done
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
