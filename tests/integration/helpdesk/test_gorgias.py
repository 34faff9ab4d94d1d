"""What is Gorgias's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryFailed
from parcelbot.helpdesk.gorgias import PRIORITIES, STATUSES
from tests.integration.helpdesk.benches import EMAIL, Bench, copy, message, opening, saying, status_of, ticket

CASE = ticket()
ATTACK = "<script>alert(1)</script> {{ticket.customer.email}}"


def stored(bench: Bench) -> dict[str, Any]:
    (one,) = bench.server.tickets.values()  # type: ignore[attr-defined]
    return dict(one)


def test_the_customer_is_the_shopper(gorgias: Bench) -> None:
    gorgias.deliver(opening(CASE), copy(CASE))
    assert stored(gorgias)["customer"] == {"email": EMAIL}


def test_the_shoppers_words_are_incoming_and_everything_else_is_an_internal_note(gorgias: Bench) -> None:
    gorgias.deliver(opening(CASE), copy(CASE))
    told = [(m["channel"], m["from_agent"], m.get("public", True)) for m in stored(gorgias)["messages"]]
    note, incoming = ("internal-note", True, False), ("api", False, True)
    assert told == [incoming, note, incoming, note]


def test_what_was_said_keeps_its_time(gorgias: Bench) -> None:
    gorgias.deliver(opening(CASE), copy(CASE))
    assert stored(gorgias)["messages"][0]["created_datetime"] == "2026-11-22T14:03:01+00:00"


def test_without_an_email_the_shoppers_words_are_notes_and_there_is_no_customer(gorgias: Bench) -> None:
    anonymous = ticket(email="")
    gorgias.deliver(opening(anonymous), copy(anonymous))
    assert "customer" not in stored(gorgias)
    assert {m["channel"] for m in stored(gorgias)["messages"]} == {"internal-note"}


def test_tags_tell_the_issue(gorgias: Bench) -> None:
    gorgias.deliver(opening(CASE), copy(CASE))
    assert stored(gorgias)["tags"] == [{"name": name} for name in ("parcelbot", "delivered_not_received", "shop")]


@pytest.mark.parametrize(("ours", "theirs"), PRIORITIES.items())
def test_each_priority_has_its_own(gorgias: Bench, ours: Priority, theirs: str) -> None:
    case = ticket(priority=ours)
    gorgias.deliver(opening(case), copy(case))
    assert stored(gorgias)["priority"] == theirs


@pytest.mark.parametrize(("ours", "theirs"), STATUSES.items())
def test_each_status_has_its_own(gorgias: Bench, ours: TicketStatus, theirs: str) -> None:
    remote_id = gorgias.deliver(opening(CASE), copy(CASE))
    there = replace(CASE, status=ours)
    gorgias.deliver(status_of(there), copy(there), remote_id)
    assert stored(gorgias)["status"] == theirs


@pytest.mark.parametrize("author", list(Author))
def test_what_anybody_wrote_is_neither_markup_nor_a_variable(gorgias: Bench, author: Author) -> None:
    gorgias.deliver(opening(CASE), copy(CASE, messages=(message(1, ATTACK, author),)))
    body = stored(gorgias)["messages"][0]
    assert not any(bad in body["body_html"] for bad in ("<script", "{{"))
    assert ATTACK in body["body_text"]


def test_of_a_conversation_longer_than_a_ticket_may_be_the_newest_part_comes(gorgias: Bench) -> None:
    talk = tuple(message(seq, f"line {seq}.") for seq in range(1, 601))
    gorgias.deliver(opening(CASE), copy(CASE, messages=talk))
    assert (len(stored(gorgias)["messages"]), gorgias.times("line 102."), gorgias.times("line 101.")) == (500, 1, 0)


def test_words_after_the_ticket_was_closed_there_still_arrive(gorgias: Bench) -> None:
    remote_id = gorgias.deliver(opening(CASE), copy(CASE))
    stored(gorgias)["status"] = "closed"
    hello = message(4, "hello?")
    gorgias.deliver(saying(CASE, hello), copy(CASE, hello), remote_id)
    assert gorgias.times("hello?") == 1


def test_an_id_that_is_none_of_gorgias_is_not_put_into_an_address(gorgias: Bench) -> None:
    with pytest.raises(DeliveryFailed, match="no ticket of Gorgias") as failure:
        gorgias.deliver(saying(CASE, message(4, "x")), copy(CASE, message(4, "x")), "1/../../users")
    assert failure.value.permanent
