"""Leave notices for the owner in the audit log, where the inbox finds them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.core.owner.audit import ORDERS_GUESSED, SHOPPER, AuditLine
from parcelbot.core.parcel.guessing import WINDOW
from parcelbot.store.cases.audit import add_audit_line
from parcelbot.store.schema.tickets import audit


class SqlNotices:
    """`usecases.guarded_orders.OwnersNotices` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def orders_guessed(self, who: str, now: datetime) -> None:
        """Write a line that somebody guesses, unless one says so of the same `who` within the window."""
        same = (audit.c.action == ORDERS_GUESSED) & (audit.c.detail == who) & (audit.c.at >= now - WINDOW)
        with self._engine.begin() as connection:
            if connection.execute(select(audit.c.id).where(same)).first() is None:
                add_audit_line(connection, AuditLine(now, SHOPPER, ORDERS_GUESSED, detail=who))
