"""The reviewed cases of tests/cases, decided with the real tables."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.tables import ANCHORS, Row, Table, Tables
from parcelbot.core.parcel.windows import Window, counted_from
from parcelbot.knowledge.cases import PriorityCase, TableCase, read_cases, read_priority_cases
from parcelbot.knowledge.loading import Knowledge, load_knowledge

ROOT = Path(__file__).resolve().parents[2]
CASES = read_cases(ROOT / "tests" / "cases")
PRIORITY_CASES = read_priority_cases(
    ROOT / "tests" / "cases" / "priorities", load_knowledge(ROOT / "knowledge").priorities
)


@pytest.mark.parametrize("file", dict.fromkeys(case.file for case in CASES))
def test_reviewed_cases_are_decided_as_expected(file: str, tables: Tables) -> None:
    cases = [case for case in CASES if case.file == file]
    assert {case.name: wrong for case in cases if (wrong := _decided_otherwise(case, tables))} == {}


def _decided_otherwise(case: TableCase, tables: Tables) -> dict[str, object]:
    """What of the answer is not what the case expects; a case says no more than it cares for."""
    answer, expected = decide(case.facts, tables), case.expected
    found = {
        "table": answer.table,
        "row": answer.row.id,
        "escalate": answer.row.then.escalate.value,
        "route": tables.route.first(case.facts).id,
        "notes": tuple(note.row for note in answer.notes),
        "wait_until": answer.wait_until,
    }
    cared_for = {name for name in found if getattr(expected, name) is not None}
    cared_for |= {"wait_until"} if expected.no_wait else set()
    return {name: found[name] for name in cared_for if found[name] != getattr(expected, name)}


@pytest.mark.parametrize("case", PRIORITY_CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_a_reviewed_case_is_as_urgent_as_expected(case: PriorityCase, knowledge: Knowledge) -> None:
    row = knowledge.priorities.decide(case.facts)
    assert (row.id, row.priority, row.first_response) == (case.row, case.priority, case.first_response)


def _bounds(row: Row) -> list[tuple[str, Window]]:
    comparisons = ((c.fact, one.bound) for c in row.conditions for one in c.comparisons)
    return [(fact, bound) for fact, bound in comparisons if isinstance(bound, Window)]


def _days_from_due(case: TableCase, fact: str, window: Window) -> int | None:
    anchor = getattr(case.facts, ANCHORS[fact])
    if anchor is None:
        return None
    due = window.due(counted_from(anchor, case.facts.now.tzinfo), case.facts.calendar)
    return (case.facts.now.date() - due.date()).days


def _windows_of(table: Table) -> set[tuple[str, Window]]:
    return {bound for row in table.rows for bound in _bounds(row)}


def test_every_window_has_a_case_the_day_before_the_day_and_the_day_after(tables: Tables) -> None:
    missing = defaultdict(set)
    for name, table in tables.answers.items():
        cases = [case for case in CASES if case.expected.table == name]
        for fact, window in _windows_of(table):
            days = {_days_from_due(case, fact, window) for case in cases}
            missing[name] |= {f"{fact} {window} {day:+}" for day in (-1, 0, 1) if day not in days}
    assert not {name: gaps for name, gaps in missing.items() if gaps}
