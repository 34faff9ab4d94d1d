"""What is Zendesk's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind
from parcelbot.helpdesk.zendesk import PRIORITIES, STATUSES
from tests.integration.helpdesk.benches import (
    EMAIL,
    LINK,
    Bench,
    copy,
    delivery,
    message,
    opening,
    saying,
    status_of,
    ticket,
)
from tests.support.vendors.server import Fault

CASE = ticket()
ATTACK = "<script>alert(1)</script> {{ticket.requester.email}} <img src=x onerror=alert(1)>"


def stored(bench: Bench) -> dict[str, Any]:
    (one,) = bench.server.tickets.values()  # type: ignore[attr-defined]
    return dict(one)


def test_the_requester_is_the_shopper(zendesk: Bench) -> None:
    zendesk.deliver(opening(CASE), copy(CASE))
    assert stored(zendesk)["requester"] == {"name": EMAIL, "email": EMAIL}


def test_subject_and_tags_tell_the_issue(zendesk: Bench) -> None:
    zendesk.deliver(opening(CASE), copy(CASE))
    assert stored(zendesk)["subject"] == "Delivered not received, order 10428 (KT-7QF3MX)"
    assert stored(zendesk)["tags"] == ["parcelbot", "delivered_not_received", "shop"]


def test_order_and_tracking_number_fill_the_configured_fields(zendesk: Bench) -> None:
    zendesk.deliver(opening(CASE), copy(CASE))
    fields = [{"id": 360, "value": "10428"}, {"id": 361, "value": "LP00123456789012"}]
    assert stored(zendesk)["custom_fields"] == fields


def test_fields_that_are_not_configured_are_left_alone(zendesk: Bench) -> None:
    zendesk.destination = replace(zendesk.destination, order_field=0)  # type: ignore[type-var]
    zendesk.deliver(opening(CASE), copy(CASE))
    assert stored(zendesk)["custom_fields"] == [{"id": 361, "value": "LP00123456789012"}]


@pytest.mark.parametrize(("ours", "theirs"), PRIORITIES.items())
def test_each_priority_has_its_own(zendesk: Bench, ours: Priority, theirs: str) -> None:
    case = ticket(priority=ours)
    zendesk.deliver(opening(case), copy(case))
    assert stored(zendesk)["priority"] == theirs


@pytest.mark.parametrize(("ours", "theirs"), [(o, t) for o, t in STATUSES.items() if o is not TicketStatus.NEW])
def test_each_status_has_its_own(zendesk: Bench, ours: TicketStatus, theirs: str) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    there = replace(CASE, status=ours)
    zendesk.deliver(status_of(there), copy(there), remote_id)
    assert stored(zendesk)["status"] == theirs


def test_every_comment_is_private_so_that_zendesk_mails_nobody(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    hello = message(4, "hello?")
    zendesk.deliver(saying(CASE, hello), copy(CASE, hello), remote_id)
    assert [comment["public"] for comment in stored(zendesk)["comments"]] == [False, False]


def test_what_a_shopper_wrote_is_neither_markup_nor_a_placeholder(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE, messages=(message(1, ATTACK),)))
    again = message(2, ATTACK)
    zendesk.deliver(saying(CASE, again), copy(CASE, again), remote_id)
    bodies = [comment["html_body"] for comment in stored(zendesk)["comments"]]
    assert not any(bad in body for body in bodies for bad in ("<script", "<img", "{{"))
    assert zendesk.times(ATTACK) == 2


def test_a_summary_is_no_markup_either(zendesk: Bench) -> None:
    case = ticket(summary=("Problem: <b>bold</b>",))
    zendesk.deliver(opening(case), copy(case))
    assert "<b>" not in stored(zendesk)["comments"][0]["html_body"]


def test_of_a_very_long_conversation_the_newest_part_comes_and_the_rest_is_in_the_inbox(zendesk: Bench) -> None:
    talk = tuple(message(seq, f"{seq:03d} " + "{<é>}" * 300) for seq in range(1, 61))
    zendesk.deliver(opening(CASE), copy(CASE, messages=talk))
    assert "060 " in zendesk.only.texts[0]
    assert "001 " not in zendesk.only.texts[0]
    assert f"What was said before is in the inbox: {LINK}" in zendesk.only.texts[0]


def test_the_key_of_the_delivery_is_zendesks_idempotency_key(zendesk: Bench) -> None:
    zendesk.server.faults.switch(Fault.AFTER_RESET, times=1)
    with pytest.raises(DeliveryFailed):
        zendesk.deliver(opening(CASE), copy(CASE))
    assert list(zendesk.server._keys) == [opening(CASE).key]  # type: ignore[attr-defined]


def test_after_two_hours_when_the_key_is_forgotten_the_ticket_is_still_found(zendesk: Bench) -> None:
    zendesk.server.faults.switch(Fault.AFTER_RESET, times=1)
    with pytest.raises(DeliveryFailed):
        zendesk.deliver(opening(CASE), copy(CASE))
    zendesk.server.forget_keys()  # type: ignore[attr-defined]
    assert zendesk.deliver(opening(CASE, attempts=2), copy(CASE)) == zendesk.only.remote_id


def test_a_key_that_was_used_while_its_ticket_cannot_be_found_yet_is_tried_again_later(zendesk: Bench) -> None:
    zendesk.deliver(opening(CASE), copy(CASE))
    changed = replace(CASE, draft=replace(CASE.draft, summary=("Something else",)))
    number = int(zendesk.only.remote_id)
    zendesk.server.tickets[number]["external_id"] = "not yet"  # type: ignore[attr-defined]
    with pytest.raises(DeliveryFailed, match="400") as failure:
        zendesk.deliver(opening(changed, attempts=2), copy(changed))
    assert not failure.value.permanent


def test_solving_a_ticket_nobody_has_makes_our_account_the_assignee(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    solved = replace(CASE, status=TicketStatus.SOLVED)
    zendesk.deliver(status_of(solved), copy(solved), remote_id)
    assert (stored(zendesk)["status"], stored(zendesk)["assignee_id"]) == ("solved", 1)


def test_solving_leaves_the_assignee_who_is_there(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    zendesk.server.tickets[int(remote_id)]["assignee_id"] = 77  # type: ignore[attr-defined]
    solved = replace(CASE, status=TicketStatus.SOLVED)
    zendesk.deliver(status_of(solved), copy(solved), remote_id)
    assert stored(zendesk)["assignee_id"] == 77


def test_what_zendesk_has_closed_counts_as_solved(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    zendesk.server.close(int(remote_id))  # type: ignore[attr-defined]
    solved = replace(CASE, status=TicketStatus.SOLVED)
    assert zendesk.deliver(status_of(solved), copy(solved), remote_id) == remote_id


@pytest.mark.parametrize("kind", [DeliveryKind.MESSAGE, DeliveryKind.STATUS, DeliveryKind.TICKET])
def test_a_closed_ticket_takes_nothing_more_and_the_agent_is_sent_to_the_inbox(
    zendesk: Bench, kind: DeliveryKind
) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    zendesk.server.close(int(remote_id))  # type: ignore[attr-defined]
    opened = replace(CASE, status=TicketStatus.OPEN)
    with pytest.raises(DeliveryFailed, match=r"a closed ticket takes no changes: use the inbox") as failure:
        zendesk.deliver(delivery(kind, opened, "a new one"), copy(opened, message(4, "hello?")), remote_id)
    assert failure.value.permanent


def test_a_status_that_is_there_already_is_not_set_again(zendesk: Bench) -> None:
    remote_id = zendesk.deliver(opening(CASE), copy(CASE))
    pending = replace(CASE, status=TicketStatus.PENDING)
    for _ in range(2):
        zendesk.deliver(status_of(pending), copy(pending), remote_id)
    assert sum(call.startswith("PUT") for call in zendesk.server.faults.calls) == 1
