"""What agents do to a case, and what happens when two do it at once."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.conversation import ConversationState
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover.agents import Role
from parcelbot.core.owner.audit import AuditFilter
from tests.support.office import ANA, BEN, Office
from tests.support.pages import Browser


def address(ticket: Ticket, rest: str = "") -> str:
    return f"/inbox/tickets/{ticket.reference}{rest}"


def now(office: Office, ticket: Ticket) -> Ticket:
    found = office.tickets.find(ticket.reference)
    assert found is not None
    return found


@pytest.fixture
def ticket(office: Office) -> Ticket:
    return office.hand_over()


def test_claiming_takes_the_case_and_the_chat(office: Office, ana: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    page = ana.send(address(ticket, "/claim"))
    assert ana.flashed == "You have this case now."
    assert "You have this case" in page.one("section", id="state").text
    assert now(office, ticket).assignee == ANA.email
    assert office.ledger.conversation(ticket.draft.conversation_id).state is ConversationState.HUMAN


def test_who_claims_second_is_told_who_was_faster(office: Office, ana: Browser, ben: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    ben.open(address(ticket))
    ana.send(address(ticket, "/claim"))
    page = ben.send(address(ticket, "/claim"))
    assert ben.flashed == "Ana has this case. Nothing was changed."
    assert "Ana has this case" in page.one("section", id="state").text
    assert now(office, ticket).assignee == ANA.email


def test_a_colleagues_case_can_be_taken_over_on_purpose(office: Office, ana: Browser, ticket: Ticket) -> None:
    office.desk.claim(ticket.reference, BEN)
    assert ana.open(address(ticket)).one("button", id="take-over").text == "Take over from Ben"
    ana.send(address(ticket, "/take-over"))
    assert now(office, ticket).assignee == ANA.email


def test_giving_back_puts_the_case_into_the_queue_again(office: Office, ana: Browser, ticket: Ticket) -> None:
    office.desk.claim(ticket.reference, ANA)
    ana.open(address(ticket))
    ana.send(address(ticket, "/release"))
    assert "back in the queue" in ana.flashed
    assert now(office, ticket).assignee == ""


def test_a_case_is_given_to_a_colleague_and_it_is_written_down_by_whom(
    office: Office, ana: Browser, ticket: Ticket
) -> None:
    ana.open(address(ticket))
    ana.send(address(ticket, "/assign"), assignee=BEN.email, was="")
    assert ana.flashed == "Ben has this case now."
    assert now(office, ticket).assignee == BEN.email
    lines = office.audit.page(AuditFilter(reference=ticket.reference)).lines
    assert ("assigned", ANA.email, BEN.email) in [(line.action, line.agent, line.detail) for line in lines]


def test_a_case_is_not_given_to_somebody_who_left_the_team(office: Office, ana: Browser, ticket: Ticket) -> None:
    office.accounts.add(BEN, "eve@kossr.example", "Eve", Role.AGENT)
    office.accounts.set_active(BEN, "eve@kossr.example", False)
    ana.open(address(ticket))
    ana.send(address(ticket, "/assign"), assignee="eve@kossr.example", was="")
    assert "still in the team" in ana.flashed
    assert now(office, ticket).assignee == ""


@pytest.mark.parametrize("status", [TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED])
def test_a_status_is_set(office: Office, ana: Browser, ticket: Ticket, status: TicketStatus) -> None:
    ana.open(address(ticket))
    ana.send(address(ticket, "/status"), status=status.value, was="new")
    assert now(office, ticket).status is status


def test_solving_gives_the_chat_back_to_the_bot_and_offers_to_open_again(
    office: Office, ana: Browser, ticket: Ticket
) -> None:
    ana.open(address(ticket))
    page = ana.send(address(ticket, "/status"), status="solved", was="new")
    assert office.ledger.conversation(ticket.draft.conversation_id).state is ConversationState.SOLVED
    assert page.has("button", id="reopen")
    ana.send(address(ticket, "/status"), status="open", was="solved")
    assert now(office, ticket).status is TicketStatus.OPEN


def test_a_closed_case_offers_nothing_more(office: Office, ana: Browser, ticket: Ticket) -> None:
    office.desk.set_status(ticket.reference, BEN, TicketStatus.CLOSED)
    page = ana.open(address(ticket))
    assert "A closed case stays closed." in page.text
    assert not page.has("form", id="reply")
    assert not page.has("button", id="claim")
    ana.send(address(ticket, "/status"), status="open", was="closed")
    assert ana.flashed.startswith("Nothing was changed:")


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("status", {"status": "on_hold", "was": "open"}),
        ("priority", {"priority": "urgent", "was": "normal"}),
        ("assign", {"assignee": ANA.email, "was": ""}),
    ],
)
def test_a_form_made_before_somebody_else_changed_the_case_does_nothing(
    office: Office, ana: Browser, ticket: Ticket, form: str, fields: dict[str, str]
) -> None:
    office.desk.claim(ticket.reference, BEN)
    office.desk.set_status(ticket.reference, BEN, TicketStatus.PENDING)
    before = now(office, ticket)
    ana.open(address(ticket))
    ana.send(address(ticket, f"/{form}"), **fields)
    assert ana.flashed.startswith("Somebody has changed this meanwhile")
    assert now(office, ticket) == before


@pytest.mark.parametrize(("form", "field"), [("status", "status"), ("priority", "priority"), ("assign", "assignee")])
def test_a_value_that_is_none_is_refused(office: Office, ana: Browser, ticket: Ticket, form: str, field: str) -> None:
    before = now(office, ticket)
    ana.open(address(ticket))
    ana.send(address(ticket, f"/{form}"), **{field: "nonsense"})
    assert ana.flashed.startswith("Choose a")
    assert now(office, ticket) == before


def test_a_priority_is_set_by_hand(office: Office, ana: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    ana.send(address(ticket, "/priority"), priority="urgent", was="high")
    assert now(office, ticket).draft.priority is Priority.URGENT


def test_a_note_is_seen_by_colleagues_and_not_by_the_shopper(
    office: Office, ana: Browser, ben: Browser, ticket: Ticket
) -> None:
    ana.open(address(ticket))
    ana.send(address(ticket, "/notes"), text="  Ask the carrier for the photo. ")
    note = ben.open(address(ticket)).one("li", class_="note").text
    assert note == "Ana today, 10:00 Ask the carrier for the photo."
    said = [message.text for message in office.ledger.after(ticket.draft.conversation_id, 0)]
    assert not any("photo" in text for text in said)


def test_an_empty_note_is_not_kept(office: Office, ana: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    ana.send(address(ticket, "/notes"), text="  ")
    assert ana.flashed == "An empty note was not kept."


def test_a_note_that_is_too_long_comes_back_to_be_shortened(ana: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    page = ana.send(address(ticket, "/notes"), text="x" * 5001)
    assert ana.response.status_code == 422
    assert page.one("textarea", id="note-text").text == "x" * 5001


def test_a_form_without_the_pages_token_is_refused(office: Office, ana: Browser, ticket: Ticket) -> None:
    ana.open(address(ticket))
    assert ana.post(address(ticket, "/claim"), csrf_token="").status_code == 400
    assert now(office, ticket).assignee == ""
