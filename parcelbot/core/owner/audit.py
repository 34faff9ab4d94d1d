"""Describe the audit log of who saw and did what in the inbox. Pure; the store keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

#: Stands for the shopper of the case as the one who acted.
SHOPPER = "shopper"

#: The action of a line that tells the owner of somebody who tries order numbers and e-mails.
ORDERS_GUESSED = "orders_guessed"


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
    """A filter of the log: lines match when they match every field that is set. `day` is a day of the shop's zone.

    `since` is aware, and a line of that very moment matches.
    """

    agent: str = ""
    reference: str = ""
    day: date | None = None
    action: str = ""
    since: datetime | None = None
