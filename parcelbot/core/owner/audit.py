"""The audit log: who saw and did what in the inbox. Pure; the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

#: Who acted when it was the shopper of the case.
SHOPPER = "shopper"


@dataclass(frozen=True)
class AuditLine:
    """One thing seen or done. `agent` is an e-mail or `SHOPPER`, `reference` a ticket's or "", `at` aware."""

    at: datetime
    agent: str
    action: str
    reference: str = ""
    detail: str = ""


@dataclass(frozen=True)
class AuditFilter:
    """Which lines are wanted: all that match every field that is set. `day` is a day of the shop's zone."""

    agent: str = ""
    reference: str = ""
    day: date | None = None


@dataclass(frozen=True)
class AuditPage:
    """Some lines, newest first, and where they stand among all: pages count from 1."""

    lines: tuple[AuditLine, ...]
    total: int
    page: int
    pages: int
