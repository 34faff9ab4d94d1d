from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.store.owner.journal import SqlJournal
from tests.support.office import Office
from tests.support.pages import Browser


@pytest.fixture
def month(office: Office) -> Office:
    """A fortnight ago: one thanked, one left in silence and came back, one was handed over and answered late."""
    office.clock.advance(days=-14)
    note(office, office.chat("where is it?"), JournalKind.ANSWERED, JournalKind.CONFIRMED)
    returning = office.chat("stuck in customs")
    note(office, returning, JournalKind.ANSWERED, JournalKind.TRACKING_DOWN)
    ticket = office.hand_over()
    note(office, ticket.draft.conversation_id, JournalKind.HANDED_OVER)
    office.clock.advance(days=3)
    office.says(returning, "still in customs")
    note(office, returning, JournalKind.ANSWERED)
    office.clock.advance(days=11)
    return office


def note(office: Office, conversation_id: str, *kinds: JournalKind) -> None:
    for kind in kinds:
        entry = JournalEntry(office.clock(), conversation_id, kind, "customs_delay", "customs/held")
        SqlJournal(office.engine).note(entry)
        office.clock.advance(seconds=1)


def rows(browser: Browser, kind: str, query: str = "") -> list[list[str]]:
    answer = browser.get(f"/inbox/numbers/{kind}.csv{query}")
    assert answer.mimetype == "text/csv"
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True))))


def test_the_page_sets_confirmed_and_assumed_apart_and_deducts_who_came_back(month: Office, ben: Browser):
    page = ben.open("/inbox/numbers/")
    assert "25 % resolved without a person, confirmed by the shopper" in page.text
    assert "25 % resolved without a person, assumed from silence" in page.text
    assert "25 % came back within seven days" in page.text
    assert "25 % handed over to a person" in page.text


def test_an_empty_month_says_so_without_dividing_by_nothing(office: Office, ben: Browser):
    page = ben.open("/inbox/numbers/")
    assert ben.response.status_code == 200
    assert "No questions in these days." in page.text


def test_the_days_of_the_csv_add_up_to_the_visits(month: Office, ben: Browser):
    head, *days = rows(ben, "days")
    assert len(days) == 30
    assert sum(int(day[head.index("visits")]) for day in days) == 4
    assert sum(int(day[head.index("said_tracking_down")]) for day in days) == 1


def test_hand_overs_are_listed_with_their_row_and_issue(month: Office, ben: Browser):
    assert rows(ben, "handovers")[1][2] == "1"


def test_a_ticket_without_an_answer_is_overdue(month: Office, ben: Browser):
    head, told = rows(ben, "responses")
    assert dict(zip(head, told, strict=True))["overdue"] == "1"


def test_other_days_can_be_asked_for(month: Office, ben: Browser):
    today = month.clock().date()
    head, *days = rows(ben, "days", f"?from={today - timedelta(days=2)}&to={today}")
    assert len(days) == 3
    assert sum(int(day[head.index("visits")]) for day in days) == 0


@pytest.mark.parametrize(
    "query", ["?from=nonsense", "?from=2026-12-31&to=2026-01-01", "?from=1900-01-01", "?to=9999-01-01"]
)
def test_impossible_days_are_met_with_possible_ones(office: Office, ben: Browser, query: str):
    assert ben.get(f"/inbox/numbers/{query}").status_code == 200


def test_only_admins_see_the_numbers(office: Office, ana: Browser):
    assert ana.get("/inbox/numbers/").status_code == 403


def test_an_unknown_table_is_not_found(office: Office, ben: Browser):
    assert ben.get("/inbox/numbers/secrets.csv").status_code == 404
