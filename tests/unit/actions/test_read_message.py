"""The action that runs before every prediction."""

from __future__ import annotations

from typing import Any

from actions.read_message import ActionReadMessage
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from tests.unit.actions.talk import CONVERSATION, turn
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeTickets, services


def slots(text: str, message_id: str = "m-1", intent: str = "customs_delay", **before: Any) -> dict[str, Any]:
    message = {"message_id": message_id, "text": text, "intent": {"name": intent}, "entities": []}
    return {e["name"]: e["value"] for e in ActionReadMessage().perform(turn(before, message))}


def test_a_message_is_taken_into_the_slots_and_marked_as_heard() -> None:
    heard = {"heard_message": "m-1", "question": "customs_delay", "issue": "customs_delay"}
    assert slots("stuck in customs") == heard


def test_a_message_is_heard_once() -> None:
    assert slots("stuck in customs", heard_message="m-1") == {}


def test_the_same_words_in_a_new_message_are_heard_again() -> None:
    assert slots("stuck in customs", "m-2", heard_message="m-1")["question"] == "customs_delay"


def test_the_first_angry_message_is_to_be_apologised_for() -> None:
    told = slots("this is ridiculous")
    assert (told["frustration"], told["apology_due"]) == (1, True)


def test_a_later_angry_message_is_counted_but_not_apologised_for_again() -> None:
    told = slots("this is ridiculous", "m-2", frustration=1)
    assert (told["frustration"], told["apology_due"]) == (2, None)


def test_a_calm_message_leaves_the_count_alone() -> None:
    assert "frustration" not in slots("stuck in customs", frustration=1)


def logged_in(vouched: str | None, **before: Any) -> dict[str, Any]:
    identity = {"identity": {"email": vouched}} if vouched else {}
    message = {"message_id": "m-1", "text": "hi", "intent": {"name": "greet"}, "metadata": identity}
    return {e["name"]: e["value"] for e in ActionReadMessage().perform(turn(before, message))}


def test_the_email_the_shop_vouches_for_is_remembered() -> None:
    assert logged_in("Anna@Example.com")["email"] == "anna@example.com"


def test_an_email_the_shopper_has_given_counts_for_more() -> None:
    assert "email" not in logged_in("anna@example.com", email="other@example.com")


def test_a_visitor_has_no_email() -> None:
    assert "email" not in logged_in(None)


def test_after_a_failure_nothing_but_slots_changes() -> None:
    assert ActionReadMessage().after_failure() == []


def test_what_is_given_while_a_ticket_is_open_goes_into_the_ticket() -> None:
    tickets = FakeTickets()
    tickets.save(Ticket("KT-AAAAAA", TicketDraft(CONVERSATION), TicketStatus.NEW, NOW, NOW, NOW))
    entities = [{"entity": "order_number", "value": "7401"}, {"entity": "email", "value": "anna@example.com"}]
    message = {"message_id": "m-1", "text": "order 7401, anna@example.com", "entities": entities}
    ActionReadMessage().perform(turn({}, message, use_cases=services(tickets=tickets)))
    draft = tickets.kept["KT-AAAAAA"].draft
    assert (draft.order_number, draft.email) == ("7401", "anna@example.com")
