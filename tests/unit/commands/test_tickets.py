"""A ticket as `make tickets` prints it."""

from __future__ import annotations

from datetime import timedelta

from parcelbot.commands.tickets import describe
from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from tests.unit.core.builders import NOW

DRAFT = TicketDraft(
    "c-1",
    order_number="7401",
    tracking_number="LP00123456789012",
    email="anna@example.com",
    priority=Priority.HIGH,
    summary=("Problem: late delivery", "Order not verified"),
    transcript=(TranscriptLine("shopper", NOW, "hi"), TranscriptLine("bot", NOW, "Hello")),
)


def printed(draft: TicketDraft) -> str:
    return describe(Ticket("KT-7QF3MX", draft, TicketStatus.NEW, NOW, NOW, NOW + timedelta(days=2)))


def test_a_ticket_is_a_block_with_its_fields_and_summary() -> None:
    assert printed(DRAFT).splitlines() == [
        "KT-7QF3MX  new  high  due Mon 23 Nov 12:00 UTC",
        "  order 7401  tracking LP00123456789012  e-mail anna@example.com",
        "  Problem: late delivery",
        "  Order not verified",
        "  Transcript: 2 lines",
    ]


def test_what_was_not_given_is_a_dash() -> None:
    assert "  order –  tracking –  e-mail –" in printed(TicketDraft("c-1")).splitlines()
