"""A number of long ago, a return, an order of another seller's, one of several parcels. Real tables and sentences."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import ORDER, Chat, Told, entity, of_the_shop
from tests.unit.actions.test_second_turn import knowledge
from tests.unit.actions.test_several_parcels import CUSTOMS, HERE, MOVING, Provider, told_of_all
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

OLD, BACK = "RR700000077CN", "RR800000088CN"
STATES = {
    OLD: shipment(scan(Substatus.DELIVERED_OTHER, 400, "Graz, AT"), status=Status.DELIVERED),
    BACK: shipment(
        scan(Substatus.EXCEPTION_RETURNED, 20, "Shenzhen, CN"),
        status=Status.RETURNED,
        substatus=Substatus.EXCEPTION_RETURNED,
    ),
}


def chat(number: str) -> Chat:
    orders = FakeOrders((replace(ORDER, parcels=(number,)),))
    parts = {"tracking": Provider(STATES), "orders": orders, "tickets": FakeTickets()}
    return Chat(replace(of_the_shop(**parts), knowledge=knowledge()))


def names_the_old_number(conversation: Chat) -> Told:
    return conversation.says(
        f"order 7401, {OLD} came years ago",
        "tracking_not_updating",
        entity("tracking_number", OLD),
        entity("order_number", "7401"),
    )


def test_an_old_number_with_an_order_asks_for_its_e_mail_alone() -> None:
    told = names_the_old_number(chat(OLD))
    assert told.rows == ["old_number/order_named"]
    assert "order number" not in told.text


def test_an_order_that_holds_only_the_old_number_goes_to_a_person() -> None:
    conversation = chat(OLD)
    names_the_old_number(conversation)
    told = conversation.says(
        "anna@example.com, so it is wrong, right?", "provide_details", entity("email", "anna@example.com")
    )
    assert "old_number/of_our_order" in told.rows
    assert "nothing has changed" not in told.text


def test_the_money_of_a_return_is_the_matter_and_not_its_way() -> None:
    conversation = chat(BACK)
    told = conversation.says(
        f"I returned order 7401 weeks ago, {BACK}, and still no refund. I wrote to you twice.",
        "unanswered",
        entity("tracking_number", BACK),
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    assert told.rows[:2] == ["reach_us/unanswered_return", "neighbours/refund_back_here"]
    assert "refund_status" in conversation.dialogue.matters


def test_a_marketplace_number_that_nobody_knows_may_be_another_sellers() -> None:
    conversation = chat(OLD)
    told = conversation.gives_order("8175300000001234", "kim@example.org")
    assert "another seller's" in told.text


def test_each_that_is_out_is_compared_with_the_day() -> None:
    told = told_of_all().says("We open in ten days. Which of them will I not have by then?", "arrival_date")
    assert HERE not in told.text
    assert MOVING in told.text
    assert CUSTOMS in told.text


def test_one_that_is_named_is_answered_alone_whoever_they_are() -> None:
    told = told_of_all().says("the one in customs, will it be here before they open?", "arrival_date")
    assert MOVING not in told.text
