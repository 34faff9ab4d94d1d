"""Tickets in a real database file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.tickets import Detail, DetailKind, Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.store.schema.engine import open_engine
from tests.support.tickets import SeededTicketStore

BERLIN_WINTER = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 21, 12, 30, 15, 123456, tzinfo=BERLIN_WINTER)
LP = "LP00123456789012"

DRAFT = TicketDraft(
    conversation_id="c-1",
    issue="delivered_not_received",
    row="delivered/checked",
    order_number="7401",
    tracking_number=LP,
    email="anna@example.com",
    sales_channel="aliexpress",
    verified=True,
    priority=Priority.URGENT,
    summary=("Problem: delivered not received", "Parcel: ✓ “quoted” ’s"),
    snapshot={"number": LP, "checkpoints": [{"at": "2026-11-12T09:00:00+08:00", "physical": True}]},
    checklist={"places_checked": True, "people_asked": False},
    transcript=(
        TranscriptLine("shopper", NOW - timedelta(minutes=3), "it isn't here 😡\nnot at all"),
        TranscriptLine("bot", NOW - timedelta(minutes=2), "I am sorry"),
    ),
    attachments=("a-1",),
    also_given=(Detail(DetailKind.EMAIL, "ann@example.com"),),
    language="de",
)
TICKET = Ticket(
    reference="KT-7QF3MX",
    draft=DRAFT,
    status=TicketStatus.OPEN,
    created_at=NOW,
    updated_at=NOW + timedelta(minutes=1),
    first_response_due=NOW + timedelta(hours=4),
    assignee="mia@example.com",
    priority_row="missing",
    earlier=("KT-9ACDEF",),
    first_response_at=NOW + timedelta(hours=1),
    answer_due=NOW + timedelta(hours=6),
    solved_at=NOW + timedelta(days=1),
    overdue_told_at=NOW + timedelta(hours=5),
)


def ticket(reference: str, draft: TicketDraft = DRAFT, **changes: object) -> Ticket:
    return replace(TICKET, reference=reference, draft=draft, **changes)


class LookedUp(Exception):
    """Stops an opening once the active ticket is known, so that nothing is written."""


def active_ticket(tickets: SeededTicketStore, draft: TicketDraft) -> Ticket | None:
    """The active ticket that an opening of this draft finds."""
    found: list[Ticket | None] = []

    def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
        found.append(known)
        raise LookedUp

    with pytest.raises(LookedUp):
        tickets.open(draft, make)
    return found[0]


def test_the_example_ticket_has_something_in_every_field() -> None:
    plain = TicketDraft(conversation_id="")
    assert [f.name for f in fields(TicketDraft) if getattr(DRAFT, f.name) == getattr(plain, f.name)] == []
    assert all(getattr(TICKET, f.name) for f in fields(Ticket))


def test_every_field_of_a_ticket_comes_back(tickets: SeededTicketStore) -> None:
    tickets.save(TICKET)
    assert tickets.find("KT-7QF3MX") == TICKET


def test_a_ticket_with_nothing_but_a_conversation_comes_back(tickets: SeededTicketStore) -> None:
    bare = ticket("KT-AAAAAA", TicketDraft("c-1"), assignee="")
    tickets.save(bare)
    assert tickets.find("KT-AAAAAA") == bare


@pytest.mark.parametrize("status", TicketStatus)
@pytest.mark.parametrize("priority", Priority)
def test_every_state_and_priority_comes_back(
    tickets: SeededTicketStore, status: TicketStatus, priority: Priority
) -> None:
    kept = ticket("KT-AAAAAA", replace(DRAFT, priority=priority), status=status)
    tickets.save(kept)
    assert tickets.find("KT-AAAAAA") == kept


def test_times_come_back_aware(tickets: SeededTicketStore) -> None:
    tickets.save(TICKET)
    found = tickets.find("KT-7QF3MX")
    assert found is not None
    assert found.first_response_due.utcoffset() == timedelta(0)


def test_a_transcript_keeps_the_times_the_shop_wrote(tickets: SeededTicketStore) -> None:
    tickets.save(TICKET)
    found = tickets.find("KT-7QF3MX")
    assert found is not None
    assert found.draft.transcript[0].at.utcoffset() == timedelta(hours=1)


def test_a_ticket_survives_a_restart(tickets: SeededTicketStore, url: str) -> None:
    tickets.save(TICKET)
    reopened = open_engine(url)
    assert SeededTicketStore(reopened).find("KT-7QF3MX") == TICKET
    reopened.dispose()


def test_a_reference_is_found_however_it_is_typed(tickets: SeededTicketStore) -> None:
    tickets.save(TICKET)
    assert tickets.find("kt-7qf3mx") == TICKET


@pytest.mark.parametrize("reference", ["KT-000000", "", "KT-%", "' OR 1=1 --"])
def test_a_reference_nobody_has_finds_nothing(tickets: SeededTicketStore, reference: str) -> None:
    tickets.save(TICKET)
    assert tickets.find(reference) is None


def test_saving_again_replaces_the_ticket_under_its_reference(tickets: SeededTicketStore) -> None:
    changed = replace(TICKET, status=TicketStatus.PENDING, draft=replace(DRAFT, email="other@example.com"))
    tickets.save(TICKET)
    tickets.save(changed)
    assert tickets.all() == [changed]


def test_the_active_ticket_of_a_case_is_found_though_its_details_changed(tickets: SeededTicketStore) -> None:
    tickets.save(TICKET)
    assert active_ticket(tickets, replace(DRAFT, email="", summary=(), priority=Priority.NORMAL)) == TICKET


@pytest.mark.parametrize("status", [TicketStatus.SOLVED, TicketStatus.CLOSED])
def test_a_solved_ticket_is_not_active(tickets: SeededTicketStore, status: TicketStatus) -> None:
    tickets.save(replace(TICKET, status=status))
    assert active_ticket(tickets, DRAFT) is None


def test_the_active_ticket_is_found_beside_a_solved_one(tickets: SeededTicketStore) -> None:
    tickets.save(ticket("KT-AAAAAA", status=TicketStatus.SOLVED, created_at=NOW + timedelta(days=1)))
    tickets.save(TICKET)
    assert active_ticket(tickets, DRAFT) == TICKET


@pytest.mark.parametrize(
    "change", [{"conversation_id": "c-2"}, {"issue": "customs_delay"}, {"tracking_number": "RR123456785CN"}]
)
def test_another_case_has_no_active_ticket(tickets: SeededTicketStore, change: dict[str, str]) -> None:
    tickets.save(TICKET)
    assert active_ticket(tickets, replace(DRAFT, **change)) is None


def test_a_conversations_tickets_come_newest_first_and_nobody_elses(tickets: SeededTicketStore) -> None:
    older = ticket("KT-AAAAAA", replace(DRAFT, issue="customs_delay"), created_at=NOW - timedelta(days=1))
    elses = ticket("KT-CCCCCC", replace(DRAFT, conversation_id="c-2"))
    for one in (older, TICKET, elses):
        tickets.save(one)
    assert tickets.of_conversation("c-1") == [TICKET, older]


def test_all_tickets_come_newest_first(tickets: SeededTicketStore) -> None:
    older = ticket("KT-AAAAAA", replace(DRAFT, conversation_id="c-2"), created_at=NOW - timedelta(days=1))
    for one in (older, TICKET):
        tickets.save(one)
    assert tickets.all() == [TICKET, older]


def test_an_empty_store_has_no_tickets(tickets: SeededTicketStore) -> None:
    assert tickets.all() == []


def test_tickets_saved_at_once_are_all_kept(tickets: SeededTicketStore) -> None:
    several = [ticket(f"KT-{letter * 6}", replace(DRAFT, conversation_id=letter)) for letter in "ACDEFGHJ"]
    with ThreadPoolExecutor(max_workers=8) as threads:
        list(threads.map(tickets.save, several))
    assert {t.reference for t in tickets.all()} == {t.reference for t in several}


def test_one_ticket_saved_from_two_sides_at_once_is_kept_once(tickets: SeededTicketStore, engine: Engine) -> None:
    versions = [replace(TICKET, assignee=name) for name in ("Mia", "Ben", "Zoe", "Tim")]
    with ThreadPoolExecutor(max_workers=4) as threads:
        list(threads.map(SeededTicketStore(engine).save, versions))
    (kept,) = tickets.all()
    assert kept in versions
