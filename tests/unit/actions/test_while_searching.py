"""A step of the checklist, or an e-mail, is waited for: what else may be said then, and what that does."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import LP, Chat
from tests.unit.actions.test_asked_with_the_number import about
from tests.unit.core.builders import scan, shipment

DELIVERED = shipment(
    scan(Substatus.DELIVERED_OTHER, 4, "Leeds, GB", description="Delivered"),
    number=LP,
    status=Status.DELIVERED,
    substatus=Substatus.DELIVERED_OTHER,
)


def searching(*answers: str) -> Chat:
    """A conversation in which the list was shown, and `answers` were pressed since."""
    conversation = about(DELIVERED)
    conversation.asks_where()
    conversation.says("it isn't here", "delivered_not_received")
    for answer in answers:
        conversation.presses(answer)
    return conversation


def step_of(conversation: Chat) -> str:
    waiting = conversation.dialogue.open
    return waiting.about if waiting and waiting.asked is Asked.CHECK else ""


def test_the_list_names_the_neighbours_so_they_are_not_asked_for_again() -> None:
    conversation = searching("/affirm")
    assert conversation.slots["people_asked"] is True
    assert step_of(conversation) == "carrier_contacted"


@pytest.mark.parametrize(
    ("text", "intent"), [("let me look in the porch", "call_me"), ("one moment, asking my flatmate", "out_of_scope")]
)
def test_who_goes_to_look_is_given_time(text: str, intent: str) -> None:
    conversation = searching()
    told = conversation.says(text, intent)
    assert len(told.messages) == 1
    assert step_of(conversation) == "places_checked"
    assert conversation.slots.get("places_checked") is None


def test_so_is_who_says_it_in_another_language() -> None:
    conversation = searching()
    told = conversation.says("ich schau mal im Keller", "out_of_scope", language="de", said={"says": ["goes_to_look"]})
    assert len(told.messages) == 1
    assert step_of(conversation) == "places_checked"


def test_who_will_ask_nobody_is_not_asked_to() -> None:
    conversation = searching()
    told = conversation.says("I won't go and knock at every door", "deny")
    assert "needn't" in told.text
    assert conversation.slots["people_asked"] is False
    assert "household" not in told.text


def test_where_it_lay_ends_the_search_whatever_it_resembles() -> None:
    conversation = searching()
    told = conversation.says("it was behind the log pile in the shed!", "where_is_my_order", second="looked_everywhere")
    assert conversation.dialogue.open is None
    assert "turned up" in told.text


def test_nothing_left_to_search_does_not_say_that_the_carrier_was_asked() -> None:
    conversation = searching("/affirm")
    conversation.says("there is nothing left to look at", "out_of_scope", second="looked_everywhere")
    assert conversation.slots.get("carrier_contacted") is None


def test_nor_does_who_has_nothing_to_give() -> None:
    conversation = searching("/affirm")
    conversation.says("couldn't tell you which", "no_details")
    assert conversation.slots.get("carrier_contacted") is None


def test_what_is_surely_something_else_takes_no_step() -> None:
    conversation = searching()
    conversation.says("we live on the eleventh floor, no porch", "out_of_scope", second="checklist_not_fitting")
    assert conversation.slots.get("places_checked") is None
    assert step_of(conversation) == "places_checked"


def test_something_asked_in_between_is_answered_and_the_step_not_put_again() -> None:
    conversation = searching()
    told = conversation.says("is there a picture of it", "out_of_scope", second="photo")
    assert not any(message.get("buttons") for message in told.messages)
    assert step_of(conversation) == "places_checked"


def test_a_yes_to_the_person_offered_beside_it_has_searched_nothing() -> None:
    conversation = searching()
    conversation.says("is there a picture of it", "out_of_scope", second="photo")
    conversation.says("yes please", "affirm")
    assert conversation.slots.get("places_checked") is None
    assert conversation.dialogue.case is not None


def test_but_the_button_of_the_step_still_answers_the_step() -> None:
    conversation = searching()
    conversation.says("is there a picture of it", "out_of_scope", second="photo")
    conversation.presses("/affirm")
    assert conversation.slots["places_checked"] is True


def test_who_has_asked_the_neighbours_only_is_not_shown_the_list_again() -> None:
    conversation = searching()
    told = conversation.says("asked the neighbours, they never saw it", "out_of_scope")
    assert conversation.slots["people_asked"] is True
    assert "own door" in told.text


def test_unless_it_says_too_that_nothing_is_left_to_search() -> None:
    conversation = searching()
    conversation.says(
        "looked all over, and the lady opposite has seen nothing",
        "delivered_not_received",
        tells=("people_asked",),
        seconds=(("neighbour_denies", 0.4), ("looked_everywhere", 0.3)),
    )
    assert conversation.slots["places_checked"] is True
    assert step_of(conversation) == "carrier_contacted"


def test_what_is_marked_as_delivered_has_no_new_scan_to_wait_for() -> None:
    conversation = searching()
    assert "nothing has changed" not in conversation.says("where is it", "where_is_my_order").text


def test_that_it_is_marked_as_delivered_is_no_news_to_who_said_so() -> None:
    assert "shows it as delivered" not in searching().says("why is it late", "late_delivery").text


# ---- an e-mail for the case ---------------------------------------------------------------------------


def asked_for_an_email() -> Chat:
    conversation = about(DELIVERED)
    conversation.asks_where()
    conversation.says("a person please", "talk_to_human")
    return conversation


def test_a_box_that_is_only_named_is_asked_for_in_full() -> None:
    conversation = asked_for_an_email()
    told = conversation.says("my yahoo one", "provide_details")
    assert "write it out" in told.text
    assert not conversation.dialogue.notes


def test_who_keeps_the_e_mail_back_is_not_asked_for_it() -> None:
    conversation = about(DELIVERED)
    conversation.asks_where()
    told = conversation.says("a person please, but I won't give my e-mail", "talk_to_human")
    assert "needn't give an e-mail" in told.text
    assert conversation.dialogue.case is not None
    assert conversation.dialogue.case.email == ""


def test_why_a_person_is_wanted_is_taken_note_of_before_the_e_mail_is_asked_for() -> None:
    conversation = about(DELIVERED)
    conversation.asks_where()
    told = conversation.says("a person please, the driver never comes up to the third floor", "talk_to_human")
    assert "your own words" in told.text


# ---- thanks --------------------------------------------------------------------------------------------


def test_thanks_with_what_is_done_next_wishes_for_nothing() -> None:
    conversation = about(DELIVERED)
    conversation.asks_where()
    assert "welcome" in conversation.says("thanks, I'll go and fetch it", "delivery_wish").text


def test_who_has_looked_everywhere_is_not_asked_why_the_money_is_wanted() -> None:
    conversation = about(DELIVERED)
    conversation.asks_where()
    conversation.says(
        "the whole house is turned over and there is no trace", "out_of_scope", second="looked_everywhere"
    )
    told = conversation.says("then I'd rather have my money", "refund_wanted", confidence=0.95)
    assert told.rows == ["refund/delivered_searched"]


@pytest.mark.parametrize(
    "denies", ["no, I have not asked my neighbours", "why would I, I haven't asked at the neighbours at all"]
)
def test_what_a_message_resembles_is_no_check_where_its_words_deny_it(denies: str) -> None:
    conversation = searching()
    conversation.says(denies, "delivered_not_received", said={"checks": ["people_asked"]})
    assert not conversation.slots.get("people_asked")


def test_who_was_taken_to_have_asked_and_has_not_hears_a_word_of_regret() -> None:
    conversation = searching("/affirm")
    told = conversation.says("you misunderstand, I have not asked anybody", "out_of_scope")
    assert told.text.startswith("Sorry, I read you wrongly there.")
    assert not conversation.slots.get("people_asked")
