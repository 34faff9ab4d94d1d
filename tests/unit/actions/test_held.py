"""What is held of the order, the parcel and the talk is used in the next answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import MONDAY, ORDER, Chat
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

CAME = shipment(scan(Substatus.DELIVERED_OTHER, 3, "Leeds, GB"), status=Status.DELIVERED)
STOPPED = shipment(scan(Substatus.IN_TRANSIT_OTHER, 3, "Liège, BE"))


def with_goods() -> Chat:
    conversation = chat(CAME, tickets=FakeTickets())
    conversation.gives_order()
    conversation.says("the tablecloth has a hole", "item_damaged")
    return conversation


def test_whoever_has_no_box_any_more_is_not_told_to_keep_it() -> None:
    conversation = with_goods()
    conversation.says("the carton is in the recycling, sorry", "item_damaged", second="box_gone")
    told = conversation.says("must I keep the cloth now?", "item_damaged", second="keep_or_throw")
    assert told.rows == ["follow_ups/keep_or_throw_unpacked"]


def test_an_order_of_one_parcel_lets_nobody_hope_for_a_second() -> None:
    conversation = with_goods()
    told = conversation.says("may the runner come apart from it?", "item_missing", second="comes_separately")
    assert told.rows == ["follow_ups/comes_separately_one_parcel"]


def test_an_order_without_a_parcel_says_whether_it_was_sent() -> None:
    fresh = replace(ORDER, parcels=(), placed_at=MONDAY - timedelta(hours=20))
    conversation = chat(orders=FakeOrders((fresh,)), tickets=FakeTickets())
    conversation.gives_order()
    told = conversation.says("has it gone out at all?", "label_created", second="was_sent")
    assert told.rows == ["follow_ups/was_sent_no_parcel_yet"]


def test_a_third_country_is_a_stop_on_the_way() -> None:
    conversation = chat(STOPPED)
    conversation.asks_where()
    told = conversation.says("what is it doing in Belgium?", "where_is_my_order", second="why_there", belief=0.9)
    assert told.rows == ["follow_ups/why_there_passing"]


def test_a_payment_that_falls_due_is_heard_whatever_it_resembles() -> None:
    conversation = chat(STOPPED)
    conversation.asks_where()
    told = conversation.says("and afterpay asks for its second part", "wrong_destination", second="instalments")
    assert told.rows == ["follow_ups/instalments_not_here"]


def test_it_is_heard_in_other_languages_by_their_phrases() -> None:
    conversation = chat(STOPPED)
    conversation.asks_where()
    told = conversation.says(
        "und Riverty schickt eine Mahnung", "wrong_destination", language="de", said={"says": ["second_instalments"]}
    )
    assert told.rows == ["follow_ups/instalments_not_here"]
