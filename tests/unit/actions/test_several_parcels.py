"""An order of several parcels: which one is meant, and one line for each. Real tables, real sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment, Status, Substatus
from parcelbot.core.reading.orders.which_one import names_the_other
from parcelbot.reading.language_phrases import load_replies
from tests.unit.actions.talk import MONDAY, ORDER, ROOT, Chat, entity, of_the_shop
from tests.unit.actions.test_second_turn import knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

HERE, MOVING, CUSTOMS, WAITING = "RR100000011CN", "RR200000022CN", "RR300000033CN", "RR400000044CN"
STATES = {
    HERE: shipment(scan(Substatus.DELIVERED_OTHER, 4, "Leeds, GB"), status=Status.DELIVERED),
    MOVING: shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 3, "Shanghai, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE),
    CUSTOMS: shipment(
        scan(Substatus.IN_TRANSIT_CUSTOMS_PROCESSING, 2, "London, GB"),
        substatus=Substatus.IN_TRANSIT_CUSTOMS_PROCESSING,
    ),
    WAITING: shipment(scan(Substatus.AVAILABLE_FOR_PICKUP_OTHER, 2, "York, GB"), status=Status.AVAILABLE_FOR_PICKUP),
}


@dataclass
class Provider:
    """A provider that knows each parcel by its number."""

    states: Mapping[str, Shipment]

    def fetch(self, request: LookupRequest) -> Lookup:
        found = replace(self.states[request.number], number=request.number, fetched_at=MONDAY)
        return Lookup(LookupOutcome.FOUND, found)


def chat(*numbers: str) -> Chat:
    order = replace(ORDER, parcels=numbers)
    parts = {"tracking": Provider(STATES), "orders": FakeOrders((order,)), "tickets": FakeTickets()}
    return Chat(replace(of_the_shop(**parts), knowledge=knowledge()))


def told_of_all() -> Chat:
    conversation = chat(HERE, MOVING, CUSTOMS, WAITING)
    conversation.gives_order()
    return conversation


def test_all_are_told_in_the_order_s_own_order_and_the_one_to_act_on_is_named() -> None:
    told = chat(HERE, MOVING, CUSTOMS, WAITING).gives_order()
    lines = [line for line in told.text.split("\n") if line.startswith("•")]
    assert [line.split(":")[0][2:] for line in lines] == [HERE, MOVING, CUSTOMS, WAITING]
    assert "Shanghai" in lines[1]
    assert "wait until" in lines[1]
    assert told.text.startswith(WAITING)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the second one", MOVING),
        ("what about box three then", CUSTOMS),
        ("when will the last one come", WAITING),
        ("I mean the 1st one", HERE),
        ("the one ending 022CN", MOVING),
        ("…033cn please", CUSTOMS),
        ("the one in customs, what is up with it", CUSTOMS),
        ("the parcel that is ready to collect", WAITING),
    ],
)
def test_one_of_them_is_understood_by_place_number_or_state(text: str, number: str) -> None:
    told = told_of_all().says(text, "where_is_my_order")
    assert told.cards[0]["number"] == number


@pytest.mark.parametrize(
    ("intent", "number"), [("customs_delay", CUSTOMS), ("available_for_pickup", WAITING), ("delivery_proof", HERE)]
)
def test_a_question_that_fits_only_one_parcel_is_about_that_one(intent: str, number: str) -> None:
    told = told_of_all().says(f"about {intent}", intent)
    assert told.cards[0]["number"] == number
    assert f"you mean {number}" in told


def test_where_is_it_means_the_only_one_that_is_not_here_yet() -> None:
    assert chat(HERE, MOVING).gives_order().cards[0]["number"] == MOVING


def test_the_other_one_is_the_one_not_talked_of() -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    assert conversation.says("and the other one?", "all_parcels").cards[0]["number"] == HERE


def test_the_list_is_never_told_twice() -> None:
    conversation = told_of_all()
    told = conversation.says("and all of them, where are they", "all_parcels")
    assert "•" not in told.text
    assert told.cards[0]["number"] == WAITING


def test_what_is_missing_may_be_in_the_parcel_that_still_comes() -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    told = conversation.says("the cushion cover wasn't in the box", "item_missing")
    assert "2 parcels" in told
    assert MOVING in told
    assert conversation.dialogue.case is None
    again = conversation.says("no, everything should have been in there", "item_missing")
    assert again.rows[0].startswith("goods/")


@pytest.mark.parametrize(
    "text", ["where are they all", "can you show me everything again", "tell me about all of them"]
)
def test_all_of_them_are_asked_for_in_many_words(text: str) -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    assert "There are 2 parcels" in conversation.says(text, "start_over")


@pytest.mark.parametrize("text", ["one pillow case wasn't in the parcel", "a napkin is missing from my order"])
def test_what_was_not_in_the_box_is_missing_whatever_it_was_taken_for(text: str) -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    assert "2 parcels" in conversation.says(text, "where_is_my_order")


def test_which_comes_first_names_no_parcel() -> None:
    conversation = told_of_all()
    assert conversation.says("which one will be here first?", "out_of_scope").cards == []


def test_a_question_beside_the_plan_is_about_the_parcel_that_is_named() -> None:
    told = told_of_all().says("do I pay customs for the third?", "customs_payment")
    assert told.cards[0]["number"] == CUSTOMS


@pytest.mark.parametrize("text", ["will both be here by Friday?", "do they both come this week?"])
def test_what_is_asked_of_both_is_answered_for_both(text: str) -> None:
    conversation = chat(HERE, MOVING, CUSTOMS)
    conversation.gives_order()
    told = conversation.says(text, "arrival_date")
    assert MOVING in told.text
    assert CUSTOMS in told.text
    assert HERE not in told.text


def test_a_parcel_that_the_shopper_has_is_not_listed_again() -> None:
    told = chat(HERE, MOVING, CUSTOMS).says(
        "order 7401, anna@example.com. got one box Monday, that's fine. where are the others?",
        "where_is_my_order",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    assert HERE not in told.text
    assert MOVING in told.text


def test_which_one_has_the_curtains_is_answered_honestly_beside_the_list() -> None:
    told = chat(HERE, MOVING, CUSTOMS).says(
        "order 7401, anna@example.com, which one has the curtains in it?",
        "where_is_my_order",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
        second="contents",
    )
    assert "doesn't show what's inside" in told.text


def test_when_the_other_one_comes_asks_for_the_parcel_that_is_under_way_and_for_no_new_one() -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    told = conversation.says("and when will that one be here?", "arrival_date", second="new_in_time")
    assert told.rows
    assert all(row.startswith("arrival/") for row in told.rows)


def told_of_moving() -> Chat:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    conversation.says("the one under way please", "where_is_my_order")
    return conversation


def test_a_question_that_fits_only_the_other_parcel_is_about_that_one() -> None:
    told = told_of_moving().says("delivered? I've looked and there's nothing", "delivered_not_received")
    assert told.cards[0]["number"] == HERE
    assert told.rows[0].startswith("delivered/")


@pytest.mark.parametrize("intent", ["arrival_date", "where_is_my_order"])
def test_whoever_wants_to_give_the_goods_back_asks_when_the_other_parcel_comes(intent: str) -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    conversation.says("the delivered one please", "where_is_my_order")
    conversation.says("it can go back, the cut is not for me", "return_item")
    conversation.says("fine, and the belt, when is that coming?", intent)
    assert conversation.dialogue.parcel == MOVING


def test_when_a_parcel_comes_that_is_missed_is_not_asked_of_the_other_one() -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    conversation.says("the delivered one please", "where_is_my_order")
    conversation.says("it never came", "delivered_not_received")
    conversation.says("so when is it coming?", "arrival_date")
    assert conversation.dialogue.parcel == HERE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ich meine das andere, wo ist das?"),
        ("fr", "et l'autre ?"),
        ("es", "¿y el otro, dónde está?"),
        ("it", "e l'altro?"),
        ("nl", "en het tweede?"),
        ("pt", "e o outro, já saiu?"),
        ("pl", "a ta druga?"),
        ("ru", "а вторая?"),
        ("uk", "а інша?"),
    ],
)
def test_the_other_one_is_understood_without_a_noun_in_other_languages(language: str, text: str) -> None:
    assert names_the_other(text, load_replies(ROOT / "locales")[language].says(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "das andere Kleid passt"),
        ("fr", "l'autre jour j'étais absent"),
        ("es", "el segundo día llovió"),
        ("nl", "de tweede keer al"),
        ("pt", "o outro dia"),
        ("ru", "другая соседка взяла"),
        ("de", "auf der anderen Seite"),
        ("pl", "drugi raz to samo"),
    ],
)
def test_another_day_or_piece_is_no_other_parcel(language: str, text: str) -> None:
    assert not names_the_other(text, load_replies(ROOT / "locales")[language].says(text))


def test_one_that_fits_this_parcel_as_well_is_about_this_one() -> None:
    conversation = told_of_moving()
    conversation.says("so why does it not move?", "tracking_not_updating")
    assert conversation.dialogue.parcel == MOVING


def test_what_is_surely_asked_of_a_named_parcel_is_answered_and_not_its_state_again() -> None:
    told = told_of_moving().says("what did you put in the first one?", "all_parcels", second="contents", belief=0.6)
    assert told.rows == ["follow_ups/contents"]


def test_who_says_that_the_other_one_came_is_not_told_where_to_look_for_it() -> None:
    conversation = told_of_moving()
    told = conversation.says("I got the first one, it's lovely", "parcel_arrived")
    assert told.rows == []
    assert "glad" in told.text
    assert "letterbox" not in told.text
    assert conversation.dialogue.parcel == MOVING


def test_what_is_wrong_with_it_is_heard_all_the_same() -> None:
    told = told_of_moving().says("I got the first one and it is torn", "item_damaged")
    assert told.rows[0].startswith("goods/")


def test_what_may_be_asked_of_another_is_not_sent_to_the_carrier_of_the_one_that_was_told_of() -> None:
    only, one_of_two = chat(MOVING), chat(MOVING, CUSTOMS)
    only.gives_order()
    one_of_two.gives_order()
    one_of_two.says(MOVING, "provide_details", entity("tracking_number", MOVING))
    question = "does their van have a heater inside?"
    assert MOVING in only.says(question, "out_of_scope").text
    assert MOVING not in one_of_two.says(question, "out_of_scope").text


@pytest.mark.parametrize(
    ("language", "said", "number"),
    [("it", "one_in_customs", CUSTOMS), ("nl", "one_to_fetch", WAITING), ("fr", "the_first", HERE)],
)
def test_one_is_named_by_its_state_or_place_in_other_languages(language: str, said: str, number: str) -> None:
    told = told_of_all().says("…", "where_is_my_order", said={"says": [said]}, language=language)
    assert told.cards[0]["number"] == number


def test_what_stands_of_a_parcel_weighs_more_than_its_place() -> None:
    told = told_of_all().says("the first one, I mean the one stuck in customs", "where_is_my_order")
    assert told.cards[0]["number"] == CUSTOMS


def test_the_other_one_is_the_one_not_talked_of_in_other_languages() -> None:
    conversation = chat(HERE, MOVING)
    conversation.gives_order()
    conversation.says(MOVING, "provide_details", entity("tracking_number", MOVING))
    conversation.says("en de andere?", "all_parcels", said={"says": ["the_other"]}, language="nl")
    assert conversation.dialogue.parcel == HERE


def test_which_one_is_meant_is_not_asked_while_one_needs_something() -> None:
    conversation = told_of_all()
    told = conversation.says("does the post lose many of these", "tracking_exception")
    assert "Which" not in told.text
    assert WAITING in told.text


def test_which_one_is_meant_is_asked_twice_at_most() -> None:
    conversation = chat(MOVING, CUSTOMS)
    told = [conversation.gives_order().text]
    told += [conversation.says("does the post lose many of these", "tracking_exception").text for _ in range(2)]
    assert ["Which" in text or "Shall I tell you more" in text for text in told] == [True, True, False]
