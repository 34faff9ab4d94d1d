"""Handing over: the checklist, the ticket, and a person at every point."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from tests.support.shopper import Shopper
from tests.support.stack import Stack

EXPORTED = "YT2632500000000121"
DELIVERED = "YT2632500000000152"


def ticket(stack: Stack, reference: str) -> dict[str, Any]:
    with sqlite3.connect(stack.folder / "parcelbot.db") as database:
        database.row_factory = sqlite3.Row
        return dict(database.execute("SELECT * FROM tickets WHERE reference = ?", [reference]).fetchone())


def reference_in(text: str) -> str:
    return next(word.strip(".,") for word in text.split() if word.startswith("KT-"))


def test_a_ticket_is_prefilled_shown_confirmed_and_stored(stack: Stack, shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: tracking hasn't moved for 9 days")
    preview = shopper.says("talk to a human")
    for value in ("7401", EXPORTED, "anna@example.com", "Tracking isn't moving"):
        assert value in preview
    stored = ticket(stack, reference_in(shopper.presses("Yes, send it").text))
    assert stored["order_number"] == "7401"
    assert stored["tracking_number"] == EXPORTED
    assert stored["email"] == "anna@example.com"
    assert stored["row"] == "in_transit/exported_normal"
    assert stored["verified"]
    assert "hasn't moved for 9 days" in stored["transcript"]
    assert EXPORTED in stored["snapshot"]


def test_the_shopper_is_told_when_an_answer_comes(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    assert "first answer by" in shopper.says("yes")


def test_what_is_missing_is_asked_for(shopper: Shopper) -> None:
    assert "e-mail" in shopper.says("I want a person")
    assert "order number" in shopper.says("mia@example.com")
    assert "mia@example.com" in shopper.says("I don't have it")


def test_each_field_can_be_corrected_before_sending(stack: Stack, shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    assert "new@example.com" in shopper.says("no, use new@example.com")
    assert "7402" in shopper.says("and the order number is #7402")
    stored = ticket(stack, reference_in(shopper.says("yes").text))
    assert (stored["email"], stored["order_number"]) == ("new@example.com", "7402")


def test_change_something_asks_what(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    assert "What should be different" in shopper.presses("Change something")
    assert "other@example.com" in shopper.says("other@example.com")


def test_nothing_is_sent_after_two_noes(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    shopper.says("no")
    assert "haven't sent anything" in shopper.says("no")
    assert shopper.slots()["ticket_reference"] is None


def test_an_email_that_cannot_be_one_is_asked_for_again(shopper: Shopper) -> None:
    shopper.says("I want a person")
    assert "doesn't look complete" in shopper.says("anna@nowhere")


def test_a_ticket_without_an_email_is_possible(stack: Stack, shopper: Shopper) -> None:
    shopper.says("I want a person")
    shopper.says("I'd rather not give my email")
    shopper.says("I don't have it")
    stored = ticket(stack, reference_in(shopper.says("yes").text))
    assert stored["email"] == ""


def test_the_same_case_twice_is_one_ticket(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    first = reference_in(shopper.says("yes").text)
    shopper.says("talk to a person")
    again = shopper.says("yes")
    assert reference_in(again.text) == first
    assert "added" in again


def test_asking_about_the_ticket_gives_its_state(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    reference = reference_in(shopper.says("yes").text)
    assert reference in shopper.says("any news about my ticket?")


def test_a_strangers_ticket_is_not_shown(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    reference = reference_in(shopper.says("yes").text)
    stranger = Shopper(shopper.base_url)
    heard = stranger.says(f"what is the status of my ticket {reference}")
    assert "can't find a case" in heard


@pytest.mark.parametrize(
    "before",
    [
        [],
        ["hello"],
        ["my tracking is stuck"],
        ["where is order #7401"],
        ["order #7420 anna@example.com"],
        ["where is RR700455147CN"],
        [f"where is {EXPORTED}"],
        [f"it says delivered but it is not here {DELIVERED}"],
        ["what is the weather"],
        ["what does held by customs mean"],
        ["where is my parcel 123456789012"],
    ],
)
def test_a_person_can_be_asked_for_at_every_point(shopper: Shopper, before: list[str]) -> None:
    for line in before:
        shopper.says(line)
    heard = shopper.says("I want to talk to a human")
    assert "Which e-mail should a person answer to?" in heard or "Shall I send it?" in heard


def test_the_checklist_goes_with_the_ticket(stack: Stack, shopper: Shopper) -> None:
    shopper.says(f"it says delivered but it isn't here, {DELIVERED}")
    shopper.says("yes I looked, not there")
    shopper.says("yes")
    heard = shopper.says("yes")
    assert "delivered/" in heard.rows[-1]
    shopper.says("anna@example.com")
    shopper.says("#7410")
    stored = ticket(stack, reference_in(shopper.says("yes").text))
    assert "true" in stored["checklist"]
    assert "Checked:" in stored["summary"]


def test_what_was_checked_already_is_not_asked_again(shopper: Shopper) -> None:
    heard = shopper.says(f"says delivered {DELIVERED} but nothing. I asked all my neighbours, checked the porch.")
    assert "Have you asked the carrier?" in heard


def test_a_found_parcel_ends_the_checklist(shopper: Shopper) -> None:
    shopper.says(f"it says delivered but it isn't here, {DELIVERED}")
    assert "turned up" in shopper.presses("I found it!")


def test_no_to_a_person_leaves_the_chat_open(shopper: Shopper) -> None:
    shopper.says("where is LP00123456789012")
    assert "I'm here" in shopper.says("no thanks")


def test_make_tickets_lists_what_was_opened(stack: Stack, shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: where is it")
    shopper.says("human please")
    reference = reference_in(shopper.says("yes").text)
    assert reference in stack.run("parcelbot.list_tickets")
