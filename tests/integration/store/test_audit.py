"""The audit log in a real database."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.owner.audit import AuditFilter, AuditLine
from parcelbot.store.cases.audit import PAGE_SIZE, Audit
from tests.support.inbox import NOW, Clock

ANA = "ana@shop.example"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def audit(engine: Engine, clock: Clock) -> Audit:
    return Audit(engine, clock, ZoneInfo("America/New_York"))


def test_a_line_says_who_did_what_to_which_ticket_and_when(audit: Audit) -> None:
    audit.write(ANA, "viewed", "KT-7QF3MX", "the parcel")
    assert audit.page(AuditFilter()).lines == (AuditLine(NOW, ANA, "viewed", "KT-7QF3MX", "the parcel"),)


def test_an_empty_log_is_one_empty_page(audit: Audit) -> None:
    page = audit.page(AuditFilter(), page=3)
    assert (page.lines, page.total, page.page, page.pages) == ((), 0, 1, 1)


def test_the_newest_line_comes_first_also_within_one_moment(audit: Audit) -> None:
    for number in range(3):
        audit.write(ANA, "viewed", detail=str(number))
    assert [line.detail for line in audit.page(AuditFilter()).lines] == ["2", "1", "0"]


def test_pages_hold_every_line_once(audit: Audit) -> None:
    for number in range(PAGE_SIZE + 1):
        audit.write(ANA, "viewed", detail=str(number))
    first, second, beyond = (audit.page(AuditFilter(), page) for page in (1, 2, 9))
    assert [line.detail for line in first.lines + second.lines] == [str(n) for n in range(PAGE_SIZE, -1, -1)]
    assert beyond == second


def test_every_filter_narrows(audit: Audit) -> None:
    audit.write(ANA, "viewed", "KT-AAAAAA")
    audit.write(ANA, "viewed", "KT-CCCCCC")
    audit.write("bob@shop.example", "viewed", "KT-CCCCCC")
    assert audit.page(AuditFilter(agent=ANA)).total == 2
    assert audit.page(AuditFilter(reference="KT-CCCCCC")).total == 2
    assert audit.page(AuditFilter(agent=ANA, reference="KT-CCCCCC")).total == 1


def test_a_day_begins_at_midnight_of_the_shop(audit: Audit, clock: Clock) -> None:
    clock.forward(hours=19, minutes=59)  # 23:59 in New York
    audit.write(ANA, "late")
    clock.forward(minutes=1)
    audit.write(ANA, "early")
    days = [audit.page(AuditFilter(day=date(2026, 11, day))).lines for day in (23, 24)]
    assert [[line.action for line in lines] for lines in days] == [["late"], ["early"]]


def test_what_is_too_long_is_cut_rather_than_lost(audit: Audit) -> None:
    audit.write("a" * 400, "viewed", detail="d" * 500)
    (line,) = audit.page(AuditFilter()).lines
    assert (len(line.agent), len(line.detail)) == (320, 400)
