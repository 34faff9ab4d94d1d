"""The audit log: added to by inbox and desk, read by admins, never changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.core.owner.audit import AuditFilter, AuditLine, AuditPage
from parcelbot.store.schema.tickets import audit

PAGE_SIZE = 50

_MAX_AGENT = 320
_MAX_DETAIL = 400


class Audit:
    """Who saw and did what. `clock` gives an aware now, `zone` says where a day begins. Thread-safe."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], zone: tzinfo) -> None:
        self._engine = engine
        self._clock = clock
        self._zone = zone

    def write(self, agent: str, action: str, reference: str = "", detail: str = "") -> None:
        """Add a line: the e-mail of who acted, what was done in one word, and to which ticket."""
        values = {
            "at": self._clock(),
            "agent": agent[:_MAX_AGENT],
            "action": action,
            "reference": reference,
            "detail": detail[:_MAX_DETAIL],
        }
        with self._engine.begin() as connection:
            connection.execute(audit.insert(), values)

    def page(self, wanted: AuditFilter, page: int = 1) -> AuditPage:
        """The lines that match, newest first; the last page when there are fewer."""
        conditions = self._conditions(wanted)
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(audit).where(*conditions)).scalar_one()
            pages = max(1, -(-total // PAGE_SIZE))
            page = min(max(page, 1), pages)
            newest_first = select(audit).where(*conditions).order_by(audit.c.id.desc())
            rows = connection.execute(newest_first.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()
        lines = tuple(AuditLine(row.at, row.agent, row.action, row.reference, row.detail) for row in rows)
        return AuditPage(lines, total, page, pages)

    def _conditions(self, wanted: AuditFilter) -> list[Any]:
        conditions = []
        if wanted.agent:
            conditions.append(audit.c.agent == wanted.agent)
        if wanted.reference:
            conditions.append(audit.c.reference == wanted.reference)
        if wanted.day:
            conditions += [audit.c.at >= self._midnight(wanted.day), audit.c.at < self._midnight(_next(wanted.day))]
        return conditions

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)


def _next(day: date) -> date:
    return day + timedelta(days=1)
