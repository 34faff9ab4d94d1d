"""Keep the audit log: inbox and desk add to it, admins read it, nobody changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.owner.audit import AuditFilter, AuditLine
from parcelbot.core.paging import Page, existing_page, lines_before, page_count
from parcelbot.store.schema.tickets import audit

PAGE_SIZE = 50

_MAX_AGENT = 320
_MAX_DETAIL = 400


class Audit:
    """The log of who saw and did what. `clock` gives an aware now, `zone` says where a day begins. Thread-safe."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], zone: tzinfo) -> None:
        self._engine = engine
        self._clock = clock
        self._zone = zone

    def write(self, agent: str, action: str, reference: str = "", detail: str = "") -> None:
        """Add a line: the e-mail of who acted, in one word what was done, and to which ticket."""
        line = AuditLine(self._clock(), agent[:_MAX_AGENT], action, reference, detail[:_MAX_DETAIL])
        with self._engine.begin() as connection:
            add_audit_line(connection, line)

    def page(self, wanted: AuditFilter, page: int = 1) -> Page[AuditLine]:
        """Read a page of the lines that match, newest first; the last page when there are fewer."""
        conditions = self._conditions(wanted)
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(audit).where(*conditions)).scalar_one()
            pages = page_count(total, PAGE_SIZE)
            page = existing_page(page, pages)
            newest_first = select(audit).where(*conditions).order_by(audit.c.id.desc())
            rows = connection.execute(newest_first.limit(PAGE_SIZE).offset(lines_before(page, PAGE_SIZE))).all()
        lines = tuple(AuditLine(row.at, row.agent, row.action, row.reference, row.detail) for row in rows)
        return Page(lines, total, page, pages)

    def _conditions(self, wanted: AuditFilter) -> list[Any]:
        conditions = []
        if wanted.agent:
            conditions.append(audit.c.agent == wanted.agent)
        if wanted.reference:
            conditions.append(audit.c.reference == wanted.reference)
        if wanted.action:
            conditions.append(audit.c.action == wanted.action)
        if wanted.since:
            conditions.append(audit.c.at >= wanted.since)
        if wanted.day:
            conditions += [audit.c.at >= self._midnight(wanted.day), audit.c.at < self._midnight(_next(wanted.day))]
        return conditions

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)


def add_audit_line(connection: Connection, line: AuditLine) -> None:
    """Add a line within the caller's transaction; its texts must fit into their columns."""
    connection.execute(audit.insert(), asdict(line))


def _next(day: date) -> date:
    return day + timedelta(days=1)
