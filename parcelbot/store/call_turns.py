"""Let all processes together call a provider no more often than it allows: each call books its turn in the database."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Column, Float, String, Table, case, extract, func, literal, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.store.schema.conversations import metadata
from parcelbot.store.schema.transactions import committed

#: `next_at_s` is from when on the next call may go, in seconds of the Unix clock.
call_turns = Table(
    "call_turns",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("next_at_s", Float(53), nullable=False),
)

#: The provider counts calls as they arrive, and they do not all travel equally fast.
_MARGIN = 1.05


class SqlCallTurns:
    """Turns of one provider, `per_s` a second, over all processes and machines that share the database."""

    def __init__(
        self,
        engine: Engine,
        name: str,
        per_s: float,
        sleep: Callable[[float], None] = time.sleep,
        clock_s: Callable[[], float] = time.time,
    ) -> None:
        self._engine, self._name, self._gap_s = engine, name, _MARGIN / per_s
        self._sleep, self._clock_s = sleep, clock_s

    def wait(self, longest_s: float) -> bool:
        """Sleep until it is one's turn; False at once, and no turn is booked, when it would come after `longest_s`."""
        pause_s = committed(self._engine, lambda connection: self._book(connection, longest_s))
        if pause_s is None:
            return False
        self._sleep(pause_s)
        return True

    def _book(self, connection: Connection, longest_s: float) -> float | None:
        now_s = self._now_s(connection)
        turn, here = call_turns.c.next_at_s, call_turns.c.name == self._name
        if connection.execute(select(literal(1)).where(here)).scalar() is None:
            connection.execute(call_turns.insert().values(name=self._name, next_at_s=now_s))
        free_at = case((turn > now_s, turn), else_=now_s)
        book = update(call_turns).where(here, turn <= now_s + longest_s).values(next_at_s=free_at + self._gap_s)
        if not connection.execute(book).rowcount:
            return None
        booked_s: float = connection.execute(select(turn).where(here)).scalar_one()
        return max(0.0, booked_s - self._gap_s - now_s)

    def _now_s(self, connection: Connection) -> float:
        """Give the time of the one clock that all processes share: the server's, or with SQLite this machine's."""
        if connection.dialect.name == "sqlite":
            return self._clock_s()
        return float(connection.execute(select(extract("epoch", func.clock_timestamp()))).scalar_one())
