"""One turn of a conversation as an action sees it."""

from __future__ import annotations

from typing import Any

import pytest

from actions.turn import Phase, read_message
from parcelbot.core.answering.memory import Heard, HeardNumber
from tests.unit.actions.talk import said, turn

USER = {"event": "user"}
LISTEN = {"event": "action", "name": "action_listen"}
READ = {"event": "action", "name": "action_extract_slots"}
FORM = {"event": "action", "name": "parcel_form"}
ASK = {"event": "action", "name": "action_ask_parcel"}
STARTED = {"event": "active_loop", "name": "parcel_form"}
ADVICE = {"event": "action", "name": "action_answer_general"}
SLOT = {"event": "slot", "name": "parcel", "value": None}


def phase(*events: dict[str, Any], form: str = "parcel_form") -> Phase:
    return turn(events=events, form=form).phase()


def entity(kind: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"entity": kind, "value": value, **more}


def heard(*entities: dict[str, Any], text: str = "", intent: str = "provide_details") -> Heard:
    return read_message({"text": text, "intent": {"name": intent}, "entities": list(entities)})


def test_without_a_form_the_next_one_is_being_activated() -> None:
    assert phase(USER, READ, form="") is Phase.ACTIVATING


def test_a_form_that_began_since_the_message_is_being_activated() -> None:
    assert phase(USER, READ, STARTED, SLOT) is Phase.ACTIVATING


def test_a_message_to_a_waiting_form_answers_it() -> None:
    assert phase(USER, READ, STARTED, ASK, LISTEN, USER, READ, FORM) is Phase.ANSWERING


def test_slots_filled_on_the_way_are_no_digression() -> None:
    assert phase(USER, READ, STARTED, ASK, LISTEN, USER, SLOT) is Phase.ANSWERING


def test_a_form_is_come_back_to_after_another_action() -> None:
    assert phase(USER, READ, STARTED, ASK, LISTEN, USER, READ, ADVICE) is Phase.RETURNING


def test_an_older_digression_is_forgotten_with_the_next_message() -> None:
    assert phase(STARTED, USER, ADVICE, LISTEN, USER, READ) is Phase.ANSWERING


def test_the_form_is_the_active_ones_name() -> None:
    assert (turn(form="parcel_form").form, turn().form) == ("parcel_form", "")


def test_a_conversation_without_a_message_has_no_intent() -> None:
    fresh = turn()
    assert (fresh.intent, fresh.message_id, fresh.heard) == ("", "", Heard(""))


def test_a_message_is_known_by_its_id_and_intent() -> None:
    told = turn(message={"message_id": "m-1", "intent": {"name": "affirm"}})
    assert (told.message_id, told.intent) == ("m-1", "affirm")


def test_several_responses_are_one_message_of_paragraphs() -> None:
    now = turn(responses={"utter_a": "You have {n}.", "utter_b": "Wait."})
    now.say_together(["utter_a", "", "utter_b"], {"n": "2 parcels"})
    assert said(now.dispatcher) == ["You have 2 parcels.\n\nWait."]


def test_a_button_has_its_title_from_the_domain() -> None:
    now = turn(responses={"utter_button_person": "A person"})
    assert now.button("person", "/talk_to_human") == {"title": "A person", "payload": "/talk_to_human"}


@pytest.mark.parametrize("responses", [{}, {"utter_other": "x"}])
def test_a_response_nobody_wrote_has_no_words(responses: dict[str, str]) -> None:
    assert turn(responses=responses).response_text("utter_none") == ""


def test_intent_and_text_are_heard() -> None:
    assert heard(text="where is it", intent="where_is_my_order") == Heard("where_is_my_order", "where is it")


def test_every_number_is_heard_with_its_doubts() -> None:
    message = heard(
        entity("tracking_number", "RR123456789CN", valid=False, repairs=["RR123456785CN"]),
        entity("tracking_number", "LP00123456789012", valid=None),
        entity("tracking_number", "RR123456785CN", valid=True),
    )
    assert message.numbers == (
        HeardNumber("RR123456789CN", False, ("RR123456785CN",)),
        HeardNumber("LP00123456789012"),
        HeardNumber("RR123456785CN"),
    )


@pytest.mark.parametrize("kind", ["order_number", "ambiguous_number", "number_kind", "email", "topic"])
def test_of_what_there_is_one_of_the_first_counts(kind: str) -> None:
    assert getattr(heard(entity(kind, "first"), entity(kind, "second")), kind) == "first"


@pytest.mark.parametrize("kind", ["country", "carrier", "date", "duration"])
def test_of_what_is_claimed_the_first_counts(kind: str) -> None:
    assert heard(entity(kind, "first"), entity(kind, "second")).claims == {kind: "first"}


def test_the_first_status_counts() -> None:
    assert heard(entity("status_phrase", "delivered"), entity("status_phrase", "returned")).status == "delivered"


def test_second_questions_are_heard() -> None:
    assert heard(entity("also_asked", "customs_delay")).also_asked == ("customs_delay",)


def test_entities_we_do_not_know_are_passed_over() -> None:
    assert heard(entity("colour", "red"), text="red") == Heard("provide_details", "red")


@pytest.mark.parametrize("text", ["bought on AliExpress", "from ali express", "my Ali-Express order"])
def test_the_marketplace_is_heard_by_its_name(text: str) -> None:
    assert heard(text=text).claims == {"sales_channel": "aliexpress"}


def test_a_bare_number_beside_an_email_is_an_order_number() -> None:
    message = heard(entity("email", "anna@example.com"), text="7401 anna@example.com")
    assert (message.email, message.order_number) == ("anna@example.com", "7401")


def test_a_bare_number_alone_is_left_open() -> None:
    assert heard(text="7401").order_number == ""


def test_an_order_number_that_was_named_counts_for_more_than_a_bare_one() -> None:
    message = heard(
        entity("email", "anna@example.com"), entity("order_number", "7402"), text="#7402 7401 anna@example.com"
    )
    assert message.order_number == "7402"


@pytest.mark.parametrize("message", [{}, {"text": None, "intent": {}, "entities": None}, {"intent": {"name": None}}])
def test_a_message_with_nothing_in_it_is_heard_as_nothing(message: dict[str, Any]) -> None:
    assert read_message(message) == Heard("")
