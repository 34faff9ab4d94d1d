"""What was told, by the shopper or by us, is known from then on. Real tables, real sentences."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.actions.talk import LP
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of
from tests.unit.core.builders import scan, shipment

NEAR = shipment(
    scan(Substatus.IN_TRANSIT_ARRIVAL, 3, "Heathrow, GB"),
    substatus=Substatus.IN_TRANSIT_ARRIVAL,
    destination="GB",
    origin="CN",
)
ANNOUNCED = shipment(status=Status.INFO_RECEIVED)
MISSED = shipment(
    scan(Substatus.DELIVERY_FAILURE_NO_BODY, 1, "Leeds, GB"),
    status=Status.DELIVERY_FAILURE,
    substatus=Substatus.DELIVERY_FAILURE_NO_BODY,
)
LEFT = shipment(scan(Substatus.DELIVERED_OTHER, 3, "Leeds, GB"), status=Status.DELIVERED)
BACK = shipment(scan(Substatus.EXCEPTION_RETURNED, 2, "Shanghai, CN"), status=Status.RETURNED)


def test_a_message_that_never_came_is_not_where_the_place_is_looked_up() -> None:
    conversation = told_of(WAITING)
    conversation.says("there has been no text from them", "available_for_pickup", second="no_code")
    told = conversation.says("which counter is it", "available_for_pickup", second="pickup_where")
    assert told.rows == ["follow_ups/pickup_where_no_message"]


def test_who_reads_from_the_card_goes_by_it() -> None:
    told = told_of(MISSED).says("the slip says kiosk, after noon", "available_for_pickup", second="found_the_card")
    assert told.rows == ["follow_ups/found_the_card_read"]


def test_what_is_told_is_answered_by_its_next_step_whatever_it_resembles() -> None:
    said = {"says": ["told_card_read"]}
    told = told_of(MISSED).says("auf dem Zettel steht Kiosk ab zwölf", "notify_me", language="de", said=said)
    assert told.rows == ["follow_ups/found_the_card_read"]
    told = told_of(WAITING).says("no text from them ever came", "notify_me")
    assert told.rows == ["follow_ups/no_code_reachable"]


def test_the_money_that_was_chosen_is_not_asked_about_again() -> None:
    conversation = told_of(BACK)
    conversation.says("I want a refund please", "refund_wanted")
    told = conversation.says("and which goes quicker", "refund_status", second="money_or_goods")
    assert told.rows == ["follow_ups/money_chosen"]


def test_who_asks_which_of_two_it_will_be_has_chosen_none() -> None:
    text = "will that be my money or do they post me a new one"
    assert told_of(BACK).says(text, "replacement_wanted", second="money_or_goods").rows == ["follow_ups/money_or_goods"]


def test_the_day_it_is_needed_for_is_known_when_a_later_date_is_named() -> None:
    conversation = told_of()
    conversation.slots["claims"] = {**(conversation.slots.get("claims") or {}), "needed_by": "2026-11-24"}
    told = conversation.says("and when is there more to know", "where_is_my_order", second="when_know_more", belief=0.9)
    assert told.rows == ["follow_ups/look_again_too_late"]


@pytest.mark.parametrize("text", ["nah, one more week", "give me till Sunday"])
def test_who_wants_time_is_left_in_peace_and_the_plan_stays(text: str) -> None:
    conversation = told_of()
    plan = conversation.dialogue.plan_of(LP)
    told = conversation.says(text, "delivery_wish")
    assert told.rows[0].startswith("follow_ups/will_wait")
    assert conversation.dialogue.plan_of(LP) == plan
    assert conversation.dialogue.declined


def test_who_does_something_first_is_let_do_it() -> None:
    told = told_of().says("I'll try their shop first", "out_of_scope")
    assert "Take your time" in told.text
    assert told.rows == []


@pytest.mark.parametrize(("parcel", "says"), [(EXPORTED, "nothing is sent off now"), (ANNOUNCED, "left the warehouse")])
def test_a_condition_begins_no_case(parcel: Shipment, says: str) -> None:
    conversation = told_of(parcel)
    told = conversation.says("if nothing moved by Sunday cancel the order", "cancel_order")
    assert says in told.text
    assert conversation.dialogue.case is None
    assert "cancel_order" not in conversation.dialogue.matters


def test_other_languages_set_it_by_their_phrases() -> None:
    conversation = told_of()
    said = {"says": ["told_on_condition"]}
    conversation.says("falls bis Sonntag nichts kommt, stornieren", "cancel_order", language="de", said=said)
    assert conversation.dialogue.case is None


def test_who_hears_the_same_again_gets_a_short_apology_and_who_can_know_more() -> None:
    conversation = told_of()
    conversation.says("who has it", "where_is_my_order", second="who_has_it")
    told = conversation.says("you said that already", "complaint", second="misread")
    assert told.text.startswith("Sorry for the repeat.")
    assert "know no more than that" in told.text
    assert conversation.dialogue.open is None or conversation.dialogue.open.asked is not Asked.PERSON


def test_what_is_asked_beside_that_reproach_is_answered() -> None:
    conversation = told_of()
    told = conversation.says("you told me that. is it lost?", "where_is_my_order", second="lost", belief=0.9)
    assert told.text.startswith("Sorry for the repeat.")
    assert told.rows[0].startswith("follow_ups/lost")


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("you wrote that already. is it lost?", "", ()),
        ("das haben Sie schon geschrieben. Ist es verloren?", "de", ("asks", "told_same_again")),
    ],
)
def test_who_has_read_it_before_is_not_told_that_they_have_written_it(
    text: str, language: str, said: tuple[str, ...]
) -> None:
    seconds = [("told_already", 0.5), ("lost", 0.4)]
    told = told_of().says(
        text, "feedback_not_useful", seconds=seconds, language=language, said={"says": list(said)} if said else None
    )
    assert told.text
    assert not any(row.startswith("follow_ups/told_already") for row in told.rows)


def test_who_has_written_it_before_is_told_that_it_is_kept() -> None:
    told = told_of().says("I wrote you that already", "feedback_not_useful", second="told_already")
    assert told.rows[0].startswith("follow_ups/told_already")


def test_what_is_not_understood_beside_a_parcel_is_asked_back_with_what_stands_and_fitting_choices() -> None:
    told = told_of().says("moon hat rope", "nlu_fallback")
    payloads = [button["payload"] for message in told.messages for button in message.get("buttons") or ()]
    assert payloads == ["/arrival_date", "/carrier_contact", "/talk_to_human"]
    assert "still stands" in told.text


def test_at_a_counter_the_choices_are_others() -> None:
    told = told_of(WAITING).says("moon hat rope", "nlu_fallback")
    payloads = [button["payload"] for message in told.messages for button in message.get("buttons") or ()]
    assert payloads == ["/carrier_contact", "/delivery_wish", "/talk_to_human"]
    assert "as it stands" in told.text


def test_who_does_not_want_to_be_sent_there_again_wants_no_goods_sent() -> None:
    conversation = told_of(BACK)
    conversation.says("please don't send me back to them", "replacement_wanted")
    assert "replacement_wanted" not in conversation.dialogue.matters


def test_what_is_told_of_the_door_changes_what_to_do_whatever_it_resembles() -> None:
    told = told_of(EXPORTED).says("the bell only says Kowalczyk by the way", "parcel_stolen")
    assert told.rows == ["circumstances/name_at_door"]
    told = told_of(MISSED).says("the bell only says Kowalczyk by the way", "parcel_stolen")
    assert told.rows == ["circumstances/name_at_door_failed"]
    said = {"says": ["told_name_at_door"]}
    told = told_of(MISSED).says("Am Klingelschild steht nur Petersen", "delivery_wish", language="de", said=said)
    assert told.rows == ["circumstances/name_at_door_failed"]


def test_who_pays_later_and_asks_whether_to_pay_is_not_told_of_customs() -> None:
    conversation = told_of(EXPORTED)
    conversation.says("the pay-later people want the next instalment", "out_of_scope", second="instalments")
    conversation.says("and where is it now", "where_is_my_order")
    seconds = [("customs_how_to_pay", 0.2), ("refund_old_means", 0.6)]
    told = conversation.says("so do I pay them or not?", "nlu_fallback", seconds=seconds)
    assert told.rows == ["follow_ups/instalments_not_here"]


def test_who_says_that_the_address_is_right_wishes_for_no_other() -> None:
    told = told_of(EXPORTED).says("no, I gave our shop's address, my colleague will take it", "change_address")
    assert told.rows == ["circumstances/somebody_there"]
    told = told_of(EXPORTED).says("I gave my work address", "change_address")
    assert told.rows == ["circumstances/address_stands"]


def test_who_turns_round_what_they_wrote_of_the_address_hears_what_counts() -> None:
    conversation = told_of(EXPORTED)
    conversation.says("please change the house number to 36", "change_address")
    assert conversation.says("sorry, the other way round", "nlu_fallback").rows == ["circumstances/other_way_round"]
    assert told_of(EXPORTED).says("sorry, the other way round", "nlu_fallback").rows != [
        "circumstances/other_way_round"
    ]


def test_who_changes_an_address_on_the_way_is_answered_by_that() -> None:
    conversation = told_of(EXPORTED)
    conversation.says("please change the house number to 36", "change_address")
    told = conversation.says("and is that done", "feedback_useful", second="done_yet")
    assert told.rows == ["follow_ups/is_it_changed_way"]


@pytest.mark.parametrize("intent", ["check_address", "nlu_fallback", "change_address"])
def test_a_slip_in_the_address_explains_where_a_parcel_was_left(intent: str) -> None:
    conversation = told_of(LEFT)
    conversation.says("it says delivered but I have nothing", "delivered_not_received")
    told = conversation.says("oh no I think I typed 7C on the order", intent, tells=("own_slip",))
    assert told.rows == ["circumstances/own_slip_delivered"]


def test_no_note_for_a_driver_is_advised_before_any_carrier_has_the_parcel() -> None:
    text = "the bell of our stairwell is broken, nobody gets in without it"
    assert told_of(shipment(status=Status.INFO_RECEIVED)).says(text, "out_of_scope").rows == []
    assert told_of(EXPORTED).says(text, "out_of_scope").rows == ["circumstances/no_way_in"]


def test_a_card_that_is_gone_matters_to_the_refund_that_was_asked_for_whatever_was_said_since() -> None:
    card = "the bank sent me a new card in spring"
    gone = ("card_gone",)
    assert told_of(EXPORTED).says(card, "out_of_scope", tells=gone).rows == ["circumstances/card_gone"]
    conversation = told_of(EXPORTED)
    conversation.says("where has my refund got to", "refund_status", confidence=0.97)
    conversation.says("it was the shop that cancelled it", "cancel_order", confidence=0.97)
    assert conversation.says(card, "out_of_scope", tells=gone).rows == ["circumstances/card_gone_of_a_refund"]


def test_a_question_that_is_surely_another_is_answered_beside_a_fact() -> None:
    text = "my gran is home all day. what did customs want?"
    assert told_of(EXPORTED).says(text, "customs_delay", second="customs_will_i_pay").rows != [
        "circumstances/somebody_there"
    ]


def test_a_fact_that_changes_nothing_there_is_taken_in_like_any_other() -> None:
    assert not told_of(BACK).says("my gran is home all day", "out_of_scope").rows


def test_a_free_day_that_is_named_is_no_day_by_which_it_is_needed() -> None:
    conversation = told_of()
    conversation.says("my next free day is in 8 days", "out_of_scope")
    assert "needed_by" not in (conversation.slots.get("claims") or {})
