"""More than the scans settle: how it stands is said, the standing advice is not, and a person takes it."""

from __future__ import annotations

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import LP, PARCEL, entity
from tests.unit.actions.test_asked_with_the_number import about
from tests.unit.core.builders import scan, shipment

BROUGHT = shipment(
    scan(Substatus.DELIVERED_OTHER, 2, "Hull, GB"),
    status=Status.DELIVERED,
    substatus=Substatus.DELIVERED_OTHER,
    number=LP,
)
HELD = shipment(
    scan(Substatus.EXCEPTION_OTHER, 2, "Hull, GB"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_OTHER,
    number=LP,
)
NUMBER = entity("tracking_number", LP)
STORY = "The goat that guards our gate has eaten the driver's list of streets and half his left glove"


def test_nobody_is_sent_to_the_letterbox_for_what_the_dustmen_took() -> None:
    told = about(BROUGHT).says(f"the rubbish was collected with it, {LP}", "delivered_not_received", NUMBER)
    assert told.rows == ["beyond_scans/surely"]
    assert told.cards
    assert "letterbox" not in told.text


def test_a_death_is_answered_with_sympathy_and_no_day() -> None:
    conversation = about(PARCEL)
    told = conversation.says(f"My uncle died. What of his parcel {LP}?", "where_is_my_order", NUMBER)
    assert told.rows == ["beyond_scans/died"]
    assert "sorry for your loss" in told.text
    assert conversation.dialogue.plans[LP].wait_until == ""


def test_what_was_told_before_the_number_still_counts() -> None:
    conversation = about(PARCEL)
    conversation.says("customs want a declaration from the seller", "customs_delay")
    told = conversation.says(LP, "provide_details", NUMBER)
    assert told.rows == ["customs_demand/our_paper"]


def test_the_shoppers_own_words_go_along() -> None:
    conversation = about(PARCEL)
    conversation.says(f"you refunded me in May, and now it moves again, {LP}", "where_is_my_order", NUMBER)
    assert "you refunded me in May" in conversation.dialogue.notes[0]


def test_a_story_nobody_knows_is_offered_a_person_and_gets_no_date() -> None:
    sentence = {"text": STORY, "intent": "complaint", "confidence": 0.6, "follow_ups": [], "familiar": 0.4}
    where = {"text": f"Where is {LP}?", "intent": "where_is_my_order", "confidence": 0.9, "familiar": 0.9}
    told = about(HELD).says(f"{STORY}. Where is {LP}?", "where_is_my_order", NUMBER, sentences=[sentence, where])
    assert told.rows == ["beyond_scans/more_than_scans"]
    assert "pass" in told.text
    told = about(PARCEL).says(f"{STORY}. Where is {LP}?", "where_is_my_order", NUMBER, sentences=[sentence, where])
    assert told.rows != ["beyond_scans/more_than_scans"], "it moves well"


def test_a_joke_about_a_parcel_that_was_told_of_takes_no_plan_away() -> None:
    conversation = about(PARCEL)
    first = conversation.asks_where()
    joke = {"text": STORY, "intent": "complaint", "confidence": 0.6, "follow_ups": [], "familiar": 0.4}
    told = conversation.says(f"{STORY}. Where is it?", "where_is_my_order", sentences=[joke])
    assert told.rows == first.rows


def test_an_ordinary_message_keeps_its_direct_answer() -> None:
    told = about(PARCEL).asks_where()
    assert not told.rows[0].startswith("beyond_scans/")


def test_an_answer_that_was_denied_is_not_given_again() -> None:
    conversation = about(PARCEL)
    first = conversation.asks_where()
    told = conversation.says("No, that is my old village, and it never goes by there", "where_is_my_order")
    assert first.rows[0] not in told.rows
    assert conversation.dialogue.ruled_out == (first.rows[0],)
    assert "old village" in conversation.dialogue.notes[0]


def test_a_mere_no_rules_nothing_out() -> None:
    conversation = about(PARCEL)
    conversation.asks_where()
    conversation.says("no thanks", "deny")
    assert conversation.dialogue.ruled_out == ()


def test_a_denial_is_no_refusal_of_the_email() -> None:
    conversation = about(PARCEL)
    conversation.says(f"customs want a letter from the seller, {LP}", "customs_delay", NUMBER)
    conversation.says("No, not the receipt. They sent me away with that one twice", "deny")
    assert conversation.dialogue.case is not None
    assert conversation.dialogue.case.email is None


def test_whoever_was_refunded_is_filed_with_no_wish_for_money() -> None:
    conversation = about(PARCEL)
    told = conversation.says(f"You refunded me last week, yet here it comes. {LP}", "refund_wanted", NUMBER)
    assert told.rows == ["beyond_scans/refunded"]
    assert conversation.dialogue.matters == ()
    assert "You refunded me last week" in conversation.dialogue.notes[0]


def test_no_scan_affirms_what_is_beyond_them() -> None:
    conversation = about(PARCEL)
    conversation.says(f"My uncle died last week. What of his parcel {LP}?", "where_is_my_order", NUMBER)
    told = conversation.says("so if I leave it with the porter it goes home?", "next_step", second="understood_right")
    assert told.rows == ["follow_ups/yes_beyond_scans"]
