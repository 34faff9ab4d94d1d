"""What is Chatwoot's own, on our way to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.helpdesk.chatwoot import PRIORITIES, STATUSES
from tests.integration.helpdesk.benches import EMAIL, LINK, Bench, copy, message, opening, saying, status_of, ticket

CASE = ticket()


def stored(bench: Bench) -> dict[str, Any]:
    (one,) = bench.server.conversations.values()  # type: ignore[attr-defined]
    return one  # type: ignore[no-any-return]


def contacts(bench: Bench) -> list[dict[str, Any]]:
    return list(bench.server.contacts.values())  # type: ignore[attr-defined]


def toggled(bench: Bench) -> int:
    return sum(call.endswith("/toggle_status") for call in bench.server.faults.calls)


def test_a_shopper_who_is_known_there_keeps_their_contact(chatwoot: Bench) -> None:
    for reference in ("KT-7QF3MX", "KT-3C4D6E"):
        case = ticket(reference, email=EMAIL if reference == "KT-7QF3MX" else EMAIL.upper())
        chatwoot.deliver(opening(case), copy(case))
    assert [contact["email"] for contact in contacts(chatwoot)] == [EMAIL]


def test_a_contact_whose_email_only_contains_the_shoppers_is_somebody_else(chatwoot: Bench) -> None:
    other = ticket("KT-3C4D6E", email=f"jo{EMAIL}")
    chatwoot.deliver(opening(other), copy(other))
    chatwoot.deliver(opening(CASE), copy(CASE))
    assert [contact["email"] for contact in contacts(chatwoot)] == [f"jo{EMAIL}", EMAIL]


def test_a_shopper_without_an_email_is_known_by_the_conversation(chatwoot: Bench) -> None:
    for reference in ("KT-7QF3MX", "KT-3C4D6E"):
        anonymous = ticket(reference, email="")
        chatwoot.deliver(opening(anonymous), copy(anonymous))
    assert [contact["identifier"] for contact in contacts(chatwoot)] == ["parcelbot:web-1"]


def test_the_conversation_shows_the_numbers_and_the_way_to_our_inbox(chatwoot: Bench) -> None:
    chatwoot.deliver(opening(CASE), copy(CASE))
    assert stored(chatwoot)["custom_attributes"] == {
        "ticket_reference": "KT-7QF3MX",
        "order_number": "10428",
        "tracking_number": "LP00123456789012",
        "parcel_inbox": LINK,
    }


def test_shopper_and_assistant_come_in_and_the_summary_is_a_private_note(chatwoot: Bench) -> None:
    chatwoot.deliver(opening(CASE), copy(CASE))
    told = [(m["message_type"], m["private"]) for m in stored(chatwoot)["messages"]]
    assert told == [(0, False), (0, False), (0, False), (1, True)]


def test_the_assistants_lines_say_that_they_are_the_assistants(chatwoot: Bench) -> None:
    chatwoot.deliver(opening(CASE), copy(CASE))
    texts = chatwoot.only.texts
    assert texts[0] == "my parcel says delivered but it is not here"
    assert texts[1].startswith("Assistant: I am sorry")


def test_what_an_agent_answers_in_our_inbox_is_a_note_there_so_that_it_cannot_come_back(chatwoot: Bench) -> None:
    remote_id = chatwoot.deliver(opening(CASE), copy(CASE))
    answer = message(4, "I have asked the carrier.", Author.AGENT, agent="Ben")
    chatwoot.deliver(saying(CASE, answer), copy(CASE, answer), remote_id)
    assert stored(chatwoot)["messages"][-1]["private"]


def test_a_note_has_no_variables_for_chatwoot_to_fill_in(chatwoot: Bench) -> None:
    case = ticket(summary=("Problem: {{contact.email}} {% if %}",))
    chatwoot.deliver(opening(case), copy(case))
    assert not any(bad in chatwoot.only.texts[-1] for bad in ("{{", "{%"))


def test_labels_that_are_there_stay(chatwoot: Bench) -> None:
    chatwoot.deliver(opening(CASE), copy(CASE))
    stored(chatwoot)["labels"] = ["vip"]
    stored(chatwoot)["messages"].pop()
    chatwoot.deliver(opening(CASE, attempts=2), copy(CASE))
    assert stored(chatwoot)["labels"] == ["vip", "parcelbot", "delivered_not_received", "shop"]


@pytest.mark.parametrize(("ours", "theirs"), PRIORITIES.items())
def test_each_priority_has_its_own(chatwoot: Bench, ours: Priority, theirs: str) -> None:
    case = ticket(priority=ours)
    chatwoot.deliver(opening(case), copy(case))
    assert stored(chatwoot)["priority"] == theirs


@pytest.mark.parametrize(("ours", "theirs"), STATUSES.items())
def test_each_status_has_its_own(chatwoot: Bench, ours: TicketStatus, theirs: str) -> None:
    remote_id = chatwoot.deliver(opening(CASE), copy(CASE))
    there = replace(CASE, status=ours)
    chatwoot.deliver(status_of(there), copy(there), remote_id)
    assert stored(chatwoot)["status"] == theirs


@pytest.mark.parametrize("there", ["open", "pending", "snoozed"])
def test_a_conversation_that_is_not_resolved_is_not_opened_for_that_could_assign_it_to_us(
    chatwoot: Bench, there: str
) -> None:
    remote_id = chatwoot.deliver(opening(CASE), copy(CASE))
    stored(chatwoot)["status"] = there
    opened = replace(CASE, status=TicketStatus.OPEN)
    chatwoot.deliver(status_of(opened), copy(opened), remote_id)
    assert (toggled(chatwoot), stored(chatwoot)["status"]) == (0, there)


def test_a_conversation_half_made_is_finished_where_it_stopped(chatwoot: Bench) -> None:
    remote_id = chatwoot.deliver(opening(CASE), copy(CASE))
    del stored(chatwoot)["messages"][1:]
    assert chatwoot.deliver(opening(CASE, attempts=2), copy(CASE)) == remote_id
    assert [text.split("\n")[0] for text in chatwoot.only.texts] == [
        "my parcel says delivered but it is not here",
        "Assistant: I am sorry to hear that. Have you asked your neighbours?",
        "yes, all of them",
        "KT-7QF3MX, opened by the chat assistant 22 Nov 2026, 14:03 UTC",
    ]


def test_the_token_travels_in_a_header_that_proxies_let_through(chatwoot: Bench) -> None:
    headers = chatwoot.destination.transport.headers  # type: ignore[attr-defined]
    assert list(headers) == ["api-access-token"]
