"""Goods that came wrong, and wishes: what is asked then is about the goods, and no parcel is told of instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.actions.talk import Chat, Told, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeTickets

DELIVERED = shipment(scan(Substatus.DELIVERED_OTHER, 2, "Leeds, GB"), status=Status.DELIVERED)
ON_ITS_WAY = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 2, "Shanghai, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE)
LABEL_ONLY = shipment(status=Status.INFO_RECEIVED)


def with_goods(text: str = "the cup came in pieces", intent: str = "item_damaged") -> Chat:
    """A shopper whose goods came wrong; the case is drafted."""
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.says(text, intent)
    conversation.gives_order()
    return conversation


def told_of(parcel: Shipment, text: str, intent: str) -> Told:
    conversation = chat(parcel, tickets=FakeTickets())
    conversation.gives_order()
    return conversation.says(text, intent)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("will a new one be here before Saturday?", "arrival_date"),
        ("can you at least say that you have the cup?", "check_address"),
        ("where do I post it to?", "how_to_track"),
        ("and do I get a sticker for that?", "label_created"),
        ("who pays the postage?", "shipping_cost"),
        ("so is it swapped or not?", "tracking_not_updating"),
        ("so both are with somebody now?", "all_parcels"),
    ],
)
def test_no_parcel_is_told_of_to_whoever_asks_about_goods(text: str, intent: str) -> None:
    told = with_goods().says(text, intent)
    tables = {row.split("/")[0] for row in told.rows}
    assert not tables & {"arrival", "delivered", "address", "advice", "before_buying", "no_parcel"}
    assert "letterbox" not in told.text


def test_what_nobody_here_can_tell_goes_to_the_person_in_the_shopper_s_words() -> None:
    conversation = with_goods()
    told = conversation.says("does the glaze have lead in it?", "out_of_scope")
    assert "person" in told.text
    assert "does the glaze have lead in it?" in conversation.dialogue.notes


def test_a_second_question_about_the_goods_is_answered_all_the_same() -> None:
    told = with_goods().says("may I put it in the wash?", "out_of_scope", second="wash_it", belief=0.6)
    assert told.rows == ["follow_ups/wash_it"]


def test_another_parcel_may_still_be_asked_for() -> None:
    told = with_goods().says("and when does the other parcel come?", "arrival_date")
    assert told.rows


def test_what_now_is_answered_for_the_goods_and_not_for_the_letterbox() -> None:
    told = with_goods().says("then what do I do", "next_step")
    assert "photos" in told.text
    assert "letterbox" not in told.text


@pytest.mark.parametrize(
    "text",
    [
        "the parcel is here but it's empty",
        "an empty box arrived",
        "there was nothing inside the package",
        "opened the bag and just paper in it",
    ],
)
def test_a_parcel_that_came_empty_is_no_parcel_to_look_for(text: str) -> None:
    told = told_of(DELIVERED, text, "delivered_not_received")
    assert told.rows == ["goods/came_empty"]


def test_an_empty_letterbox_is_a_parcel_to_look_for() -> None:
    told = told_of(DELIVERED, "says delivered but my letterbox is empty", "delivered_not_received")
    assert all(row.startswith("delivered/") for row in told.rows)


def test_another_size_is_perhaps_possible_until_the_first_scan() -> None:
    told = told_of(LABEL_ONLY, "can I still change the size, I need L", "return_item")
    assert told.rows == ["neighbours/change_not_shipped"]


def test_another_size_of_what_is_on_its_way_waits_until_it_is_there() -> None:
    told = told_of(ON_ITS_WAY, "can I still change the size, I need L", "return_item")
    assert told.rows == ["neighbours/change_on_way"]


def test_a_wish_said_before_the_number_is_looked_at_anew_with_its_parcel() -> None:
    conversation = chat(ON_ITS_WAY, tickets=FakeTickets())
    conversation.says("I want to cancel my order", "cancel_order")
    told = conversation.gives_order()
    assert told.rows == ["neighbours/cancel_moving"]


def test_whoever_asks_whether_it_is_cancelled_now_hears_a_plain_no() -> None:
    conversation = chat(LABEL_ONLY, tickets=FakeTickets())
    conversation.gives_order()
    conversation.says("please cancel my order", "cancel_order")
    told = conversation.says("is it cancelled now?", "cancel_order", second="was_cancelled")
    assert told.text.startswith("No, ")


@pytest.mark.parametrize("text", ["ok and if it ships tomorrow anyway?", "what if it leaves before that"])
def test_a_supposition_is_no_wish_to_be_written_to(text: str) -> None:
    told = told_of(LABEL_ONLY, text, "notify_me")
    assert not any(row.startswith("news/") for row in told.rows)


def test_sending_it_again_is_no_return() -> None:
    told = told_of(DELIVERED, "could you send the curtains again", "return_item")
    assert all(row.startswith("refund/") for row in told.rows)


def test_a_day_that_money_must_be_there_by_is_no_wish_for_the_delivery() -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.says("I sent the jacket back weeks ago, no money", "refund_status", entity("sent_back", True))
    conversation.gives_order()
    conversation.slots["claims"] = {**(conversation.slots.get("claims") or {}), "sent_back": True}
    conversation.says("if it isn't there by Friday I ring my bank", "delivery_wish")
    assert "delivery_wish" not in conversation.dialogue.matters


def test_of_a_parcel_that_the_carrier_destroyed_nothing_has_to_be_proved() -> None:
    broken = replace(ON_ITS_WAY, status=Status.EXCEPTION, substatus=Substatus.EXCEPTION_DESTROYED)
    conversation = chat(broken, tickets=FakeTickets())
    conversation.asks_where()
    told = conversation.says("must I prove anything?", "out_of_scope", second="prove_it")
    assert told.text.startswith("No. The carrier itself")


@pytest.mark.parametrize("taken_for", ["carrier_contact", "delivery_proof", "refund_status"])
def test_who_pays_the_way_back_is_no_question_for_the_carrier_in_another_language(taken_for: str) -> None:
    told = with_goods().says(
        "¿quién corre con el porte de vuelta?", taken_for, language="es", second="return_cost", belief=0.4
    )
    assert told.rows == ["follow_ups/return_cost"]


@pytest.mark.parametrize(
    ("text", "intent", "row"),
    [
        ("the jug is cracked", "item_damaged", "goods/named"),
        ("I got a black cap and not the green one", "item_wrong", "goods/wrong_named"),
        ("two spoons are missing", "item_missing", "goods/missing_named"),
        ("hello, my kettle is broken", "item_damaged", "goods/named"),
    ],
)
def test_which_item_it_is_and_what_is_wrong_is_not_asked_of_who_said_it(text: str, intent: str, row: str) -> None:
    told = chat(DELIVERED, tickets=FakeTickets()).says(text, intent)
    assert told.rows[0] == row
    assert not any(asked in told.text for asked in ("Which item", "What did you order"))


def test_two_troubles_in_one_message_are_both_in_the_case() -> None:
    told = told_of(DELIVERED, "the cap came in the wrong colour and the jug is cracked", "item_damaged")
    assert "The wrong item came" in told.text
    assert "It arrived damaged" in told.text


def test_the_e_mail_for_a_case_is_not_asked_for_in_two_turns_running() -> None:
    talk = chat(DELIVERED, tickets=FakeTickets())
    assert "Which e-mail" in talk.says("the jug is cracked", "item_damaged").text
    told = talk.says("only the handle came off, the rest looks fine", "item_damaged")
    assert "mail" not in told.text
    assert "only the handle came off" in told.text


def test_a_settlement_that_is_named_for_a_case_is_named_back() -> None:
    talk = chat(DELIVERED, tickets=FakeTickets())
    talk.says("the jug is cracked", "item_damaged")
    assert "Another one, then" in talk.says("please send me another one", "replacement_wanted").text


def test_the_right_one_is_no_number_where_goods_came_wrong() -> None:
    talk = chat(DELIVERED, tickets=FakeTickets())
    talk.says("I got a black cap and not the green one", "item_wrong")
    told = talk.says("do you still have the right one there?", "nlu_fallback", second="in_stock", belief=0.8)
    assert told.rows == ["follow_ups/in_stock"]


@pytest.mark.parametrize("intent", ["delivered_not_received", "return_item"])
@pytest.mark.parametrize("text", ["I am wearing them, the legs are too long", "no, I tried them on and they pinch"])
def test_what_is_worn_is_looked_for_no_more(text: str, intent: str) -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.asks_where()
    conversation.says("it isn't here", "delivered_not_received")
    told = conversation.says(text, intent, confidence=0.93)
    assert not any(row.startswith("delivered/") for row in told.rows)
    assert "delivered_not_received" not in conversation.dialogue.matters


@pytest.mark.parametrize("text", ["the sheet shrank after one wash", "my towels shrunk, what now"])
def test_what_shrank_in_the_wash_is_answered_by_a_person_s_return_and_not_as_damage(text: str) -> None:
    told = chat(DELIVERED, tickets=FakeTickets()).says(text, "item_damaged", confidence=0.9)
    assert told.rows == ["neighbours/return_item"]
