"""A parcel in the wrong country: what the shopper knows of the way is taken, and nothing is said that denies it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from tests.unit.actions.talk import LP, Chat, entity, of_the_shop
from tests.unit.actions.test_second_turn import knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider


def _abroad() -> Chat:
    parcel = shipment(scan(Substatus.IN_TRANSIT_ARRIVAL, 6, "Oslo, NO"), number=LP)
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(parcel, destination="NO")))
    return Chat(replace(of_the_shop(tracking=found), knowledge=knowledge()))


@pytest.mark.parametrize(
    "text",
    ["Norway is not a transit country", "that isn't a stop on the way", "that is where it is stuck, I live in Wales"],
)
def test_a_place_that_is_no_stop_goes_to_a_person(text: str) -> None:
    chat = _abroad()
    chat.asks_where()
    told = chat.says(text, "out_of_scope", second="where_exactly")
    assert told.rows == ["wrong_destination/not_a_stop"]


def test_an_order_that_goes_to_another_country_than_it_names_is_ours_to_put_right() -> None:
    chat = _abroad()
    chat.gives_order()
    assert chat.dialogue.row == "wrong_destination/ours_elsewhere"


@pytest.mark.parametrize(
    "text",
    [
        "what happens if nobody there takes it?",
        "and when no one claims it?",
    ],
)
def test_what_becomes_of_it_there_is_told(text: str) -> None:
    chat = _abroad()
    chat.asks_where()
    chat.says("that's not a transit country", "out_of_scope")
    assert chat.says(text, "why", second="goes_back").rows == ["follow_ups/goes_back_astray"]


def test_no_destination_is_said_to_be_reached_and_no_day_is_named() -> None:
    chat = _abroad()
    chat.says(f"{LP} is in Oslo", "wrong_destination", entity("tracking_number", LP))
    chat.says("that's not a transit country", "out_of_scope")
    assert chat.says("why is it there?", "why").rows == ["why/astray"]
    assert chat.says("when does it come?", "arrival_date").rows == ["arrival/astray"]


def test_a_parcel_gone_astray_is_not_hurried_but_turned() -> None:
    chat = _abroad()
    chat.says(f"{LP} is in Oslo", "wrong_destination", entity("tracking_number", LP))
    chat.says("that's not a transit country", "out_of_scope")
    assert chat.says("can you get it back from there?", "speed_up").rows == ["hurry/astray"]


def test_what_is_if_nobody_takes_it_is_no_question_of_a_return_on_its_usual_way() -> None:
    chat = _abroad()
    chat.says(f"where is {LP}?", "where_is_my_order", entity("tracking_number", LP))
    assert chat.says("and if nobody takes it in?", "next_step").rows != ["follow_ups/goes_back_no_sign"]
