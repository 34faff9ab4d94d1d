"""Decide how soon a case needs a person, by a table whose rows are tried from the top. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from parcelbot.core.answering.tables import Rule, Urgency, first_that_applies, rule_fields
from parcelbot.core.cases.tickets import Priority
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question

_AMOUNT = r"\d+(?:\.\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})*,\d{2}"
_MONEY = re.compile(rf"(?P<amount>{_AMOUNT})\s?(?P<currency>[A-Z]{{3}})", re.ASCII)
_DECIMAL_COMMA = re.compile(r",\d{2}$")


@dataclass(frozen=True)
class CaseFacts:
    """The facts that a case's priority depends on; every default means "not known".

    `table` and `row` name what answered the question, `row` as "table/row". `days_since_contact` is how
    long ago the same shopper last wrote about the same order or parcel on another occasion. `told_due` is the moment by
    which this shopper was told to have an answer, before the case was opened. `last_day_in` is how many days off the
    last day is that the shopper or a scan named: to collect it, to open a dispute; `needed_in` the day it is needed by.
    """

    question: Question | None = None
    table: str = ""
    row: str = ""
    urgency: Urgency = Urgency.CALM
    status: Status | None = None
    sales_channel: SalesChannel = SalesChannel.SHOP
    protection_days_left: int | None = None
    high_value: bool | None = None
    days_since_contact: int | None = None
    shopper_angry: bool = False
    last_day_in: int | None = None
    needed_in: int | None = None
    told_due: datetime | None = None


@dataclass(frozen=True)
class PriorityRow(Rule):
    """Line of the priorities. `first_response` is working time."""

    priority: Priority
    first_response: timedelta


@dataclass(frozen=True)
class Priorities:
    """The rows, and the amount from which on an order is of high value, by ISO 4217 currency."""

    rows: tuple[PriorityRow, ...]
    high_value: Mapping[str, int]

    def decide(self, case: CaseFacts) -> PriorityRow:
        """Find the first row that applies; LookupError when none does (the linter demands a catch-all)."""
        return first_that_applies(self.rows, case, "the priorities")

    def is_high_value(self, value: str) -> bool | None:
        """Tell whether an order's `value` as people read it ("89.00 EUR") is high; None when that cannot be told."""
        money = read_money(value)
        if money is None or money[1] not in self.high_value:
            return None
        return money[0] >= self.high_value[money[1]]


def read_money(text: str) -> tuple[Decimal, str] | None:
    """Read amount and currency of "89.00 EUR", "1,299.00 USD" or "89,90 EUR"; None for anything less plain.

    A lone group of three digits after a mark ("1.299 EUR") may mean two things and is not guessed.
    """
    match = _MONEY.fullmatch(text.strip())
    if match is None:
        return None
    amount = match["amount"]
    if _DECIMAL_COMMA.search(amount):
        amount = amount.replace(".", "").replace(",", ".")
    return Decimal(amount.replace(",", "")), match["currency"]


def parse_priorities(data: Mapping[str, Any]) -> Priorities:
    """Build the table from its parsed YAML; a bad name or value raises ValueError or KeyError."""
    return Priorities(
        rows=tuple(_parse_row(row) for row in data["rows"]),
        high_value=dict(data["high_value"]["amounts"]),
    )


def _parse_row(data: Mapping[str, Any]) -> PriorityRow:
    then = data["then"]
    return PriorityRow(
        priority=Priority(then["priority"]),
        first_response=timedelta(hours=then["first_response_hours"]),
        **rule_fields(data, {}),
    )
