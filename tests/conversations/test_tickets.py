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
    return next(word.strip(".,:") for word in text.split() if word.startswith("KT-"))


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
    asked = shopper.says("I want a person")
    assert "e-mail" in asked
    assert "order number" in asked
    assert "mia@example.com" in shopper.says("mia@example.com")


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
    assert shopper.slots()["dialogue"]["ticket"] == ""


def test_an_email_that_cannot_be_one_is_asked_for_again(shopper: Shopper) -> None:
    shopper.says("I want a person")
    assert "doesn't look complete" in shopper.says("anna@nowhere")


def test_a_ticket_without_an_email_is_possible(stack: Stack, shopper: Shopper) -> None:
    shopper.says("I want a person")
    shopper.says("I'd rather not give my email")
    shopper.says("I don't have it")
    stored = ticket(stack, reference_in(shopper.says("yes").text))
    assert stored["email"] == ""


def opened(shopper: Shopper, first: str = "order #7401, anna@example.com: tracking hasn't moved for 9 days") -> str:
    shopper.says(first)
    shopper.says("human please")
    return reference_in(shopper.presses("Yes, send it").text)


def test_asking_again_for_a_person_adds_to_the_case_without_a_second_form(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    again = shopper.says("I want to talk to a person, I want my money back")
    assert reference_in(again.text) == reference
    assert "answer by" in again
    assert "Shall I send it" not in again
    assert "Shopper wants: a refund" in ticket(stack, reference)["summary"]


def test_a_new_wish_goes_on_the_open_case_and_is_answered(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    heard = shopper.says("please cancel my order")
    assert "neighbours/" in heard.rows[-1]
    assert reference_in(heard.text) == reference
    summary = ticket(stack, reference)["summary"]
    assert "Problem: Tracking is not moving" in summary
    assert "also: Cancel" not in summary
    assert "Shopper wants: to cancel" in summary


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I forgot to say, I'm away from the 12th", "I'm away from the 12th"),
        ("please tell them it was a gift for my sister", "it was a gift for my sister"),
        ("my doorbell is broken by the way", "my doorbell is broken"),
    ],
)
def test_what_is_added_later_goes_on_the_open_case(stack: Stack, shopper: Shopper, said: str, kept: str) -> None:
    reference = opened(shopper)
    assert reference_in(shopper.says(said).text) == reference
    assert kept in ticket(stack, reference)["summary"]


def test_a_corrected_email_is_the_one_to_answer_to(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    shopper.says("my e-mail is wrong, it should be new.anna@example.com")
    stored = ticket(stack, reference)
    assert stored["email"] == "new.anna@example.com"
    assert "anna@example.com" in stored["also_given"]


def test_a_case_is_taken_back_when_the_parcel_is_here(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    heard = shopper.says("forget it, it's here!")
    assert f"taken your case {reference} back" in heard
    assert ticket(stack, reference)["status"] == "solved"


def test_forget_it_alone_is_asked_about(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    assert "take your case" in shopper.says("never mind")
    assert ticket(stack, reference)["status"] == "new"
    shopper.presses("Yes, take it back")
    assert ticket(stack, reference)["status"] == "solved"


def test_what_is_asked_with_a_detail_is_answered_too(shopper: Shopper) -> None:
    shopper.says("order #7401, anna@example.com: tracking hasn't moved for 9 days")
    shopper.says("human please")
    heard = shopper.says("use mia@example.com instead. and will I get my money back?")
    assert heard.rows
    assert "E-mail: mia@example.com" in heard


def test_a_carriers_number_is_not_the_shoppers(stack: Stack, shopper: Shopper) -> None:
    reference = opened(shopper)
    shopper.says("please note that the courier's phone number is 0345 740 0740")
    assert "telephone" not in ticket(stack, reference)["summary"]


def test_another_parcel_has_a_case_of_its_own(shopper: Shopper) -> None:
    reference = opened(shopper)
    shopper.says("where is order #7408?")
    shopper.says("I want a person for this one too")
    assert reference_in(shopper.presses("Yes, send it").text) != reference


def test_while_a_case_is_with_the_team_other_questions_are_answered(shopper: Shopper) -> None:
    opened(shopper)
    heard = shopper.says("what does held by customs mean?")
    assert heard.rows == ["status_meaning/held_by_customs"]
    assert "Would you like me to pass this to a person" not in heard


def test_a_parcel_marked_delivered_is_answered_sooner_than_one_on_its_way(stack: Stack, shopper: Shopper) -> None:
    slow = ticket(stack, opened(shopper, "order #7407, anna@example.com: tracking hasn't moved"))
    missing = Shopper(shopper.base_url)
    missing.says(f"it says delivered but it isn't here, {DELIVERED}")
    missing.says("talk to a human")
    missing.says("mia@example.com")
    missing.says("#7410")
    soon = ticket(stack, reference_in(missing.says("yes").text))
    assert (slow["priority_row"], soon["priority_row"]) == ("everything_else", "delivered_but_missing")
    assert soon["first_response_due"] < slow["first_response_due"]


def test_a_dear_order_is_a_case_of_high_priority(stack: Stack, shopper: Shopper) -> None:
    stored = ticket(stack, opened(shopper, "where is order #7420 anna@example.com"))
    assert (stored["priority"], stored["priority_row"]) == ("high", "high_value")


def test_the_same_order_in_another_chat_is_known_to_the_agent(stack: Stack, shopper: Shopper) -> None:
    first = opened(shopper, "order #7406, anna@example.com: tracking hasn't moved")
    stored = ticket(stack, opened(Shopper(shopper.base_url), "order #7406, anna@example.com: tracking hasn't moved"))
    assert first in stored["earlier"]
    assert stored["priority_row"] == "repeat_contact"
    assert f"Earlier tickets: {first} (new" in stored["summary"]


def test_all_that_was_said_is_in_the_summary(stack: Stack, shopper: Shopper) -> None:
    said = "order #7401, anna@example.com: tracking hasn't moved for 9 days, USPS knows nothing"
    summary = ticket(stack, opened(shopper, said))["summary"]
    for fact in (
        "nothing for 9 days",
        "YunExpress",
        EXPORTED,
        "Last scan: 9 days ago",
        "told to wait until",
        "number and e-mail match",
    ):
        assert fact in summary


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
    assert reference in stack.run("parcelbot.commands.tickets")
