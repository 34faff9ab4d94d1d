"""Agents see what was promised, end it, begin it for a shopper, and decide about news while they have the chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question
from parcelbot.core.watching.judging import WatchStep, WatchVerdict
from parcelbot.core.watching.news import NewsKind
from parcelbot.core.watching.seen import SeenParcel
from parcelbot.core.watching.watch import Watch, WatchEnd, WatchOrder
from parcelbot.store.watching.due import SqlDueWatches
from parcelbot.store.watching.keeping import SqlWatches
from tests.support.office import ANA, Office
from tests.support.pages import Browser

NUMBER = "LP00123456789012"
NEWS = "It's on the van."


def watches(office: Office) -> SqlWatches:
    return SqlWatches(office.engine, lambda _: office.clock())


def promised(office: Office, chat: str, email: str = "") -> Watch:
    """A promise to the shopper of this chat."""
    day = (office.clock() + timedelta(days=3)).date()
    order = WatchOrder(
        NUMBER, Question.WHERE_IS_MY_ORDER, "in_transit/on_its_way", "the FAQ: Silence", SeenParcel(Status.IN_TRANSIT)
    )
    watches(office).begin("W-AAAAAAAAAA", chat, replace(order, promised=day, email=email))
    return the_watch(office)


def the_watch(office: Office) -> Watch:
    watch = watches(office).get("W-AAAAAAAAAA")
    assert watch is not None
    return watch


def news(office: Office) -> bool:
    """Let a worker find that the parcel is on the van."""
    due = SqlDueWatches(office.engine, clock=lambda _: office.clock())
    (claim,) = due.claim("a worker", timedelta(minutes=1), 1)
    seen = SeenParcel(Status.OUT_FOR_DELIVERY, scan_at=office.clock())
    later = office.clock() + timedelta(days=1)
    verdict = WatchVerdict(WatchStep.TELL, later, seen, NewsKind.OUT_FOR_DELIVERY, "out_for_delivery:x")
    draft = Message(claim.watch.conversation_id, 0, Author.BOT, office.clock(), NEWS)
    return due.carry_out(claim, verdict, draft, office.clock().date())


def last_said(office: Office, chat: str) -> Message | None:
    return next(reversed(office.ledger.after(chat, 0)), None)


@pytest.fixture
def held(office: Office, ana: Browser) -> str:
    """A chat that Ana has, with news that wait for her."""
    ticket = office.hand_over(tracking_number=NUMBER)
    office.desk.claim(ticket.reference, ANA)
    promised(office, ticket.draft.conversation_id)
    news(office)
    return ticket.draft.conversation_id


def test_what_is_watched_is_listed_with_its_day_and_without_an_address(office: Office, ana: Browser) -> None:
    promised(office, office.chat("tell me when it moves"), email="mia@example.com")
    page = ana.open("/inbox/watched/")
    assert NUMBER in page.text
    assert "2026-11-26" in page.text
    assert "m•••@example.com" in page.text
    assert "mia@" not in page.text


def test_an_agent_ends_a_promise(office: Office, ana: Browser) -> None:
    watch = promised(office, office.chat())
    ana.open("/inbox/watched/")
    ana.post(f"/inbox/watched/{watch.id}/end")
    assert the_watch(office).end is WatchEnd.STOPPED_BY_AGENT
    assert "No parcel is watched" in ana.open("/inbox/watched/").text


def test_an_agent_closes_a_parcels_page(office: Office, ana: Browser) -> None:
    watch = promised(office, office.chat())
    ana.post(f"/inbox/watched/{watch.id}/close-page")
    assert the_watch(office).page_withdrawn


def test_while_an_agent_has_the_chat_the_news_wait_on_the_ticket(office: Office, ana: Browser, held: str) -> None:
    said = last_said(office, held)
    assert said is None or said.text != NEWS
    (ticket,) = office.tickets.of_conversation(held)
    page = ana.open(f"/inbox/tickets/{ticket.reference}")
    assert NEWS in page.text
    assert "Send these news" in page.text


def test_the_agent_sends_them_in_their_own_name_once(office: Office, ana: Browser, held: str) -> None:
    for _ in range(2):
        ana.post("/inbox/watched/W-AAAAAAAAAA/send")
    said = [m for m in office.ledger.after(held, 0) if m.text == NEWS]
    assert [(m.author, m.agent) for m in said] == [(Author.AGENT, "Ana")]
    assert the_watch(office).held == ""


def test_or_leaves_them_unsaid_for_good(office: Office, ana: Browser, held: str) -> None:
    ana.post("/inbox/watched/W-AAAAAAAAAA/drop")
    office.clock.advance(hours=1)
    news(office)
    assert not [m for m in office.ledger.after(held, 0) if m.text == NEWS]


def test_news_that_nobody_decided_about_are_told_once_the_bot_has_the_chat_back(
    office: Office, ana: Browser, held: str
) -> None:
    (ticket,) = office.tickets.of_conversation(held)
    office.desk.set_status(ticket.reference, ANA, TicketStatus.SOLVED)
    office.clock.advance(hours=1)
    assert news(office)
    said = last_said(office, held)
    assert said is not None
    assert (said.text, said.author) == (NEWS, Author.BOT)


def test_an_agent_promises_it_for_a_shopper(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(tracking_number=NUMBER)
    ana.post(f"/inbox/watched/for/{ticket.reference}", reference=ticket.reference)
    (watch,) = watches(office).of_conversation(ticket.draft.conversation_id)
    assert (watch.order.number, watch.made_by, watch.order.agreed) == (NUMBER, ANA.email, "agent")
    assert "began_watch" in {line.action for line in office.audit.page(AuditFilter()).lines}
