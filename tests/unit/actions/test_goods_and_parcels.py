"""Goods and parcels kept apart: pieces belong to the parcel that came, and scans in hand are used."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told as Fact
from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_goods import DELIVERED, with_goods
from tests.unit.actions.test_second_turn import chat
from tests.unit.actions.test_several_parcels import HERE, MOVING
from tests.unit.actions.test_several_parcels import chat as several
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeTickets

WRONG = "there are someone else's napkins in my parcel, the slip names another customer"
REPACKED = shipment(
    scan(Substatus.DELIVERED_OTHER, 1, "Leeds, GB"),
    scan(Substatus.EXCEPTION_DAMAGE, 3, "Hull, GB"),
    status=Status.DELIVERED,
)
HELD = shipment(
    scan(Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION, 1, "London, GB"),
    substatus=Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION,
)


def held() -> Chat:
    conversation = chat(HELD, tickets=FakeTickets())
    conversation.gives_order()
    return conversation


@pytest.mark.parametrize(
    "text",
    ["there's only one napkin in it, should be two", "only the one cup here, the second is not", "one of two spoons"],
)
def test_pieces_are_no_other_parcel(text: str) -> None:
    assert "number of the other parcel" not in with_goods().says(text, "item_missing").text


def test_the_second_one_is_a_piece_where_goods_are_spoken_of() -> None:
    conversation = several(HERE, MOVING)
    conversation.gives_order()
    conversation.says("the cup in the parcel that was delivered is broken", "item_damaged")
    conversation.says("the second one is chipped as well", "item_damaged")
    assert conversation.dialogue.parcel == HERE


@pytest.mark.parametrize(
    ("text", "said"), [("found it, it was rolled up in the cloth", ()), ("doch gefunden", ("found",))]
)
def test_what_was_found_takes_the_missing_piece_back(text: str, said: tuple[str, ...]) -> None:
    conversation = with_goods("the lid is missing and the cup is cracked", "item_missing")
    told = conversation.says(text, "item_missing", said={"says": list(said)}, language="de" if said else "")
    assert Question.ITEM_MISSING.value not in conversation.dialogue.matters
    assert "travels" not in told.text


def test_nothing_is_sent_for_a_piece_that_was_all_that_was_missing() -> None:
    conversation = with_goods("the lid is missing", "item_missing")
    told = conversation.says("oh, found it, it was under the paper", "parcel_arrived")
    assert "thank you for telling me" in told.text
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("text", ["shall I ring her?", "I could drive over with it", "I can give you his address"])
@pytest.mark.parametrize("intent", ["call_me", "scam_message", "out_of_scope"])
def test_another_customer_is_left_to_us(text: str, intent: str) -> None:
    told = with_goods(WRONG, "item_wrong").says(text, intent)
    assert "leave that to us" in told.text


def test_the_order_of_another_customer_is_not_looked_up() -> None:
    conversation = with_goods(WRONG, "item_wrong")
    conversation.says("her order number is 6120, look", "provide_details", entity("order_number", "6120"))
    assert conversation.sends_it().order_number == "7401"


def test_a_parcel_with_wrong_goods_is_not_searched_for_at_the_door() -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.says(WRONG, "item_wrong")
    text = "7401 anna@example.com, delivered it was, on the porch, that's not it"
    details = (entity("order_number", "7401"), entity("email", "anna@example.com"))
    told = conversation.says(text, "delivered_not_received", *details)
    assert "neighbour" not in told.text
    assert "letterbox" not in told.text
    assert conversation.sends_it().issue == "item_wrong"


def test_the_carriers_own_note_of_damage_is_told_with_the_goods() -> None:
    conversation = chat(REPACKED, tickets=FakeTickets())
    conversation.gives_order()
    assert "own scans fit that" in conversation.says("the cup came in pieces", "item_damaged").text


def test_of_an_empty_parcel_nobody_looks_between_folds() -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.gives_order()
    told = conversation.says("the bag came empty", "item_missing").text
    assert "folds" not in told
    assert "take your word" in told


@pytest.mark.parametrize("intent", ["customs_payment", "label_created", "out_of_scope"])
def test_a_paper_of_ours_goes_to_a_person_and_no_confirmation_is_offered(intent: str) -> None:
    told = held().says("customs want a commercial invoice from you", intent)
    assert "as urgent" in told.text
    assert "confirmation" not in told.text


def test_its_deadline_is_taken_for_the_case() -> None:
    conversation = held()
    conversation.says("customs want a commercial invoice from you", "customs_payment")
    told = conversation.says("by Thursday, then it goes back", "customs_delay", second="customs_how_long")
    assert "queue" not in told.text
    assert any("Thursday" in note for note in conversation.dialogue.notes)


def test_who_has_paid_is_not_told_to_pay() -> None:
    conversation = held()
    told = conversation.says("I already paid the duty last week", "customs_payment")
    assert "don't pay again" in told.text
    assert Fact.CHARGE_PAID.value in conversation.slots["claims"]["told"]
    assert "pay there" not in conversation.says("how do I pay it", "out_of_scope", second="customs_how_to_pay").text


@pytest.mark.parametrize("text", ["which one has the red rug in it?", "which of the two has my rug?"])
def test_what_lies_in_which_parcel_no_scan_tells(text: str) -> None:
    conversation = several(HERE, MOVING)
    conversation.gives_order()
    told = conversation.says(text, "all_parcels", second="contents").text
    assert "inside" in told
    assert "•" not in told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("will I pay for the other parcel as well", ""),
        ("et pour le 2e colis, je paie aussi", "fr"),
        ("und das andere Paket", "de"),
    ],
)
def test_of_a_parcel_without_a_number_nothing_is_told_of_this_one(text: str, language: str) -> None:
    conversation = chat(HELD, tickets=FakeTickets())
    conversation.asks_where()
    said = {"says": ["the_other"]} if language else None
    told = conversation.says(text, "customs_payment", language=language, said=said)
    assert not {row.split("/")[0] for row in told.rows} & {"customs", "customs_demand"}


def test_what_lies_next_door_is_the_parcel_that_was_delivered() -> None:
    conversation = several(HERE, MOVING)
    text = "one of my two was handed to number 8 next door, gone for weeks. order 7401"
    conversation.says(text, "tracking_not_updating", tells=("left_next_door",))
    conversation.gives_order()
    assert conversation.dialogue.parcel == HERE


def test_what_was_said_of_the_one_is_not_asked_of_the_other() -> None:
    conversation = several(HERE, MOVING)
    conversation.gives_order()
    conversation.says("the first one never came", "delivered_not_received")
    told = conversation.says("the other one must not be left with that neighbour", "out_of_scope")
    assert "isn't marked as delivered" not in told.text
    assert conversation.dialogue.parcel == MOVING


def test_whoever_writes_to_another_customer_in_another_language_is_asked_not_to() -> None:
    conversation = with_goods(WRONG, "item_wrong")
    told = conversation.says("soll ich der Frau schreiben?", "carrier_contact", language="de")
    assert "leave that to us" in told.text or "Bitte überlassen Sie das uns" in told.text


def test_who_pays_for_the_days_lost_is_for_a_person() -> None:
    conversation = held()
    conversation.says("customs want a commercial invoice from you", "customs_payment")
    told = conversation.says("who covers the storage then?", "out_of_scope", second="return_cost")
    assert "postage" not in told.text


def test_what_is_left_beside_the_found_piece_is_not_settled() -> None:
    conversation = with_goods("the lid is missing", "item_missing")
    told = conversation.says("found the lid, so only the loose thread is left", "parcel_arrived")
    assert "nothing more to do" not in told.text
    assert conversation.dialogue.case is not None
    assert any("loose thread" in note for note in conversation.dialogue.notes)


@pytest.mark.parametrize(("says", "missing"), [((), False), (("misses",), True)])
def test_beside_spoilt_goods_a_piece_is_missing_only_where_words_say_so(says: tuple[str, ...], missing: bool) -> None:
    told = {"says": list(says), "spoilt": True}
    conversation = several(HERE, MOVING)
    conversation.says("…", "item_damaged", entity("also_asked", "item_missing"), said=told, language="nl")
    assert (Question.ITEM_MISSING.value in conversation.dialogue.matters) == missing


def test_spoilt_goods_are_of_the_parcel_that_came_and_what_is_out_is_told_when_it_is_asked_after() -> None:
    conversation = several(HERE, MOVING)
    spoilt = {"says": ["misses"], "spoilt": True}
    conversation.says("…", "item_damaged", entity("also_asked", "item_missing"), said=spoilt, language="nl")
    told = conversation.gives_order()
    assert "probably still on its way" not in told.text
    assert conversation.dialogue.parcel == HERE or conversation.memory.parcel == HERE
    other = conversation.says("en de andere dan?", "all_parcels", said={"says": ["the_other"]}, language="nl")
    assert MOVING in other.text


def test_the_order_number_said_again_does_not_drown_what_is_asked_beside_it() -> None:
    conversation = several(HERE, MOVING)
    conversation.says("…", "item_damaged", said={"spoilt": True}, language="nl")
    conversation.gives_order()
    said = {"says": ["second_box_gone", "asks"]}
    told = conversation.says(
        "de doos is weg, is 7401 genoeg?", "nlu_fallback", entity("order_number", "7401"), said=said, language="nl"
    )
    assert told.rows == ["follow_ups/box_gone_goods"]
