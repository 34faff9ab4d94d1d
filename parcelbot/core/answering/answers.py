"""Decide the answer to a question: facts in, one table row with its remarks and dates out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Row, Tables, Urgency, row_name
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.windows import Window, counted_from

#: What is beyond the scans is told without a remark on them.
_WITHOUT_REMARKS = frozenset({"beyond_scans"})


@dataclass(frozen=True)
class AnswerNote:
    """Remark that goes with an answer: the row it comes from, its response, and whether it only explains a silence."""

    row: str
    response: str
    explains: bool = False


@dataclass(frozen=True)
class Answer:
    """Decision of the tables for one set of facts.

    `wait_until` is the promised date, never before `facts.now`'s; None when nothing is to be waited
    for. `normal_until` is the last date the table calls the silence normal; it may have passed.
    """

    table: str
    row: Row
    notes: tuple[AnswerNote, ...] = ()
    wait_until: date | None = None
    normal_until: date | None = None

    @property
    def row_name(self) -> str:
        """The row that answered, as "table/row"."""
        return row_name(self.table, self.row.id)


def decide(facts: Facts, tables: Tables) -> Answer:
    """Route `facts` to a table and take its first row that applies. Total over linted tables."""
    table = tables.answers[tables.route.first(facts).then.table]
    row = table.first(facts)
    return Answer(
        table=table.name,
        row=row,
        notes=() if table.name in _WITHOUT_REMARKS else _notes(facts, tables, row),
        wait_until=_promised(row.then.wait, row, facts),
        normal_until=_ends(row.then.normal, row, facts),
    )


def _notes(facts: Facts, tables: Tables, row: Row) -> tuple[AnswerNote, ...]:
    return tuple(_note(hit) for hit in tables.notes.hits(facts) if _belongs(hit, row))


def _note(hit: Row) -> AnswerNote:
    return AnswerNote(hit.id, hit.then.response, hit.then.explains)


def _belongs(note: Row, answer: Row) -> bool:
    return not note.then.explains or answer.then.urgency.rank < Urgency.ACT.rank


def _promised(window: Window | None, row: Row, facts: Facts) -> date | None:
    due = _ends(window, row, facts)
    if due is None:
        return None
    return max(min(due, _day_to_react(facts) or due), facts.now.date())


def _day_to_react(facts: Facts) -> date | None:
    """Give the day before buyer protection ends, after which nobody may be asked to wait; None where none runs."""
    left = facts.protection_days_left
    if facts.sales_channel is not SalesChannel.ALIEXPRESS or left is None or left <= 0:
        return None
    return facts.now.date() + timedelta(days=left - 1)


def _ends(window: Window | None, row: Row, facts: Facts) -> date | None:
    anchor = getattr(facts, row.then.wait_from)
    if window is None or anchor is None:
        return None
    return window.due(counted_from(anchor, facts.now.tzinfo), facts.calendar).date()
