"""Who has the parcel has it, whatever is asked later: nothing of its way is looked or waited for."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told as Fact
from tests.unit.actions.talk import Chat
from tests.unit.actions.test_goods import DELIVERED, ON_ITS_WAY
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeTickets

ON_THE_VAN = shipment(
    scan(Substatus.OUT_FOR_DELIVERY_OTHER, 5, "Leeds, GB"),
    status=Status.OUT_FOR_DELIVERY,
    substatus=Substatus.OUT_FOR_DELIVERY_OTHER,
)
OF_THE_WAY = {"delivered", "in_transit", "out_for_delivery", "late", "arrival", "pickup", "delivery_failed"}
FOUND = "it turned up, the caretaker had put it by"


def missed(parcel: Shipment = DELIVERED) -> Chat:
    """A shopper who misses what is marked as delivered."""
    conversation = chat(parcel, tickets=FakeTickets())
    conversation.says("it says delivered, nothing is here", "delivered_not_received")
    conversation.gives_order()
    return conversation


def found(parcel: Shipment = DELIVERED) -> Chat:
    conversation = missed(parcel)
    conversation.says(FOUND, "parcel_arrived")
    return conversation


def tables(told: object) -> set[str]:
    return {row.split("/")[0] for row in told.rows}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("and now what", "where_is_my_order"),
        ("the wrapping was torn open at one end", "delivered_not_received"),
        ("when was it dropped then", "arrival_date"),
        ("so where had they left it", "where_is_my_order"),
    ],
)
def test_what_was_found_is_searched_for_no_more(text: str, intent: str) -> None:
    told = found().says(text, intent, confidence=0.8)
    assert not tables(told) & OF_THE_WAY
    assert "letterbox" not in told.text


def test_what_was_found_leaves_no_question_no_day_and_no_matter_open() -> None:
    conversation = found()
    dialogue = conversation.dialogue
    assert Question.DELIVERED_NOT_RECEIVED.value not in dialogue.matters
    assert dialogue.open is None
    assert all(plan.day is None for plan in dialogue.plans.values())


@pytest.mark.parametrize(
    ("text", "language", "says"),
    [
        ("I have it here with me, it was at number nine", "", ()),
        ("liegt hier vor mir, war beim Nachbarn", "de", ("told_in_hand",)),
        ("もう手元にあります", "ja", ("told_in_hand",)),
        ("lo tengo aquí, lo tenía la portera", "es", ("told_in_hand",)),
    ],
)
def test_whoever_tells_that_it_is_here_has_found_it(text: str, language: str, says: tuple[str, ...]) -> None:
    conversation = missed()
    told = conversation.says(text, "delivered_not_received", language=language, said={"says": list(says)})
    assert not tables(told) & OF_THE_WAY
    assert Question.DELIVERED_NOT_RECEIVED.value not in conversation.dialogue.matters


def test_who_never_missed_it_is_not_congratulated_on_finding_it() -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.says("I'd like to send the shirt back, it's too tight", "return_item")
    conversation.gives_order()
    told = conversation.says("no, it came fine, I have it here on the table", "delivered_not_received")
    assert "turned up" not in told.text
    assert "mailbox" not in told.text
    assert not tables(told) & OF_THE_WAY


def test_a_part_that_is_missing_begins_as_a_matter_of_the_goods() -> None:
    conversation = found()
    told = conversation.says("but of the six napkins only four were in the bag", "delivered_not_received")
    assert "something is missing" in told.text
    assert conversation.sends_it().issue == "item_missing"


def test_money_for_what_came_is_no_money_for_a_lost_parcel() -> None:
    conversation = found()
    told = conversation.says("it's not what I hoped for, I'd like my money back", "refund_wanted")
    assert "handed over" not in told.text
    assert "refund/goods_wrong" in told.rows


def test_money_for_what_was_not_in_it_leaves_the_rest_with_the_shopper() -> None:
    conversation = found()
    part = {"says": ["told_part_missing"]}
    told = conversation.says(
        "two of the covers weren't packed, can I get the money for those?", "refund_wanted", said=part
    )
    assert "keep the rest" in told.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("oh no, that was my neighbour's parcel", ""),
        ("wait, it isn't here after all", ""),
        ("Moment, das war ein anderes Paket", "de"),
        ("en fait c'était un autre colis", "fr"),
        ("那是另一个包裹", "zh"),
    ],
)
def test_whoever_was_wrong_about_it_is_helped_to_look_again(text: str, language: str) -> None:
    conversation = found()
    conversation.says(text, "nlu_fallback", language=language)
    assert Fact.IN_HAND.value not in conversation.slots["claims"].get("told", ())


def test_that_it_is_surely_not_here_takes_it_back_as_well() -> None:
    conversation = found()
    conversation.says("no, nothing came, I haven't got it", "delivered_not_received", confidence=0.97)
    assert Fact.IN_HAND.value not in conversation.slots["claims"].get("told", ())


@pytest.mark.parametrize(
    "text",
    [
        "I opened the tracking page and it says delivered",
        "I opened the parcel page and it says delivered",
        "I have it here on the screen that it was delivered",
        "is it in the box or not?",
        "if I have it here tomorrow, fine",
    ],
)
def test_what_only_sounds_like_it_is_no_parcel_in_hand(text: str) -> None:
    conversation = missed()
    conversation.says(text, "delivered_not_received")
    assert Fact.IN_HAND.value not in conversation.slots["claims"].get("told", ())


def test_a_parcel_that_is_far_from_any_door_is_not_believed_to_be_here() -> None:
    conversation = chat(ON_ITS_WAY, tickets=FakeTickets())
    conversation.says("I opened the box of last month's order, lovely", "thanks")
    conversation.gives_order()
    assert "in_transit" in tables(conversation.says("where is it?", "where_is_my_order"))


def test_scans_that_lag_behind_do_not_say_that_it_is_still_on_the_van() -> None:
    conversation = chat(ON_THE_VAN, tickets=FakeTickets())
    conversation.gives_order()
    conversation.says("the driver was just here, I've got it here in my hands", "parcel_arrived")
    told = conversation.says("and the tracking, does it say so?", "where_is_my_order", confidence=0.95)
    assert "out_for_delivery" not in tables(told)


def test_a_piece_that_was_found_after_all_is_missing_no_more() -> None:
    conversation = found()
    part = {"says": ["told_part_missing"]}
    conversation.says("one of the cushion covers isn't in it", "item_missing", said=part)
    conversation.says("found it, it was folded into the other one", "parcel_arrived")
    assert Fact.PART_MISSING.value not in conversation.slots["claims"].get("told", ())


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("wir haben es jetzt in der Hand", "de", "told_in_hand"),
        ("もう受け取りました、ここにあります", "ja", "told_in_hand"),
    ],
)
def test_a_case_of_what_is_here_now_is_taken_back(text: str, language: str, said: str) -> None:
    conversation = missed()
    conversation.says("yes please, a person", "talk_to_human")
    conversation.says("yes", "affirm")
    told = conversation.says(text, "delivered_not_received", language=language, said={"says": [said]})
    assert "KT-" in told.text
