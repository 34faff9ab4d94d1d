"""Second questions: read by what they ask and where the parcel stands. Real tables, real sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.replies import Reply, read_reply
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.knowledge.loading import Knowledge
from tests.unit.actions.talk import LP, MONDAY, Chat, entity, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider

EXPORTED = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 7, "Shanghai, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE)
WAITING = shipment(scan(Substatus.AVAILABLE_FOR_PICKUP_OTHER, 1, "Leeds, GB"), status=Status.AVAILABLE_FOR_PICKUP)


@cache
def knowledge() -> Knowledge:
    return real_knowledge()


def told_of(parcel: Shipment = EXPORTED) -> Chat:
    """A conversation in which the parcel's plan was told."""
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(parcel, number=LP, fetched_at=MONDAY)))
    conversation = Chat(replace(of_the_shop(tracking=found), knowledge=knowledge()))
    conversation.asks_where()
    return conversation


def test_it_is_answered_by_what_it_asks_and_the_plan_stays_as_it_is() -> None:
    conversation = told_of()
    plan = conversation.dialogue.plan_of(LP)
    told = conversation.says("and who bears the cost?", "where_is_my_order", second="if_lost", belief=0.9)
    assert told.rows == ["follow_ups/if_lost_dated"]
    assert conversation.dialogue.plan_of(LP) == plan


def test_it_means_what_it_means_where_the_parcel_stands() -> None:
    told = told_of(WAITING).says("and how long will that be?", "arrival_date", second="pickup_until")
    assert told.rows == ["follow_ups/pickup_until_reachable"]


def test_what_makes_no_sense_in_this_state_is_read_by_its_intent() -> None:
    told = told_of().says("and how long will that be?", "arrival_date", second="pickup_until")
    assert told.rows[0].startswith("arrival/")


def test_little_belief_does_not_win_against_a_question_that_has_a_table_of_its_own() -> None:
    told = told_of().says("and when does it come?", "arrival_date", second="how_sure", belief=0.3)
    assert told.rows[0].startswith("arrival/")


def test_a_courtesy_with_a_question_mark_is_no_courtesy() -> None:
    assert told_of().says("really sure?", "affirm", second="how_sure", belief=0.6).rows == ["follow_ups/how_sure"]
    assert told_of().says("really sure", "affirm", second="how_sure", belief=0.6).rows == []


def test_a_few_characters_without_blanks_are_a_question_too() -> None:
    assert told_of().says("确定吗？", "affirm", second="how_sure", belief=0.6).rows == ["follow_ups/how_sure"]


def test_little_belief_wins_against_an_intent_that_makes_no_sense_for_the_parcel() -> None:
    told = told_of(WAITING).says("may my brother do it?", "speed_up", second="pickup_bring", belief=0.35)
    assert told.rows == ["follow_ups/pickup_bring"]


def test_a_likeness_by_chance_is_no_answer() -> None:
    told = told_of().says("forget that, my glasses were upstairs", "out_of_scope", second="right_number", belief=0.32)
    assert told.rows == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("and which van will it be that stops here?", ["follow_ups/local_courier_post"]),
        ("I'd like the name and the telephone of those people", ["carrier/in_hand"]),
    ],
)
def test_a_question_may_be_a_second_one_beside_what_it_surely_resembles(text: str, rows: Sequence[str]) -> None:
    told = told_of().says(text, "carrier_contact", confidence=0.9, second="local_courier", belief=0.36)
    assert told.rows == rows


def test_before_anything_was_told_there_is_no_second_question() -> None:
    conversation = Chat(replace(of_the_shop(), knowledge=knowledge()))
    told = conversation.says("has it gone?", "tracking_exception", second="lost")
    assert not told.rows or not told.rows[0].startswith("follow_ups/")


def test_asked_again_it_is_answered_in_other_words() -> None:
    conversation = told_of()
    first = conversation.says("has it gone?", "tracking_exception", second="lost").text
    again = conversation.says("but is it gone?", "tracking_exception", second="lost").text
    assert again
    assert again != first


def test_an_ok_that_begins_a_second_question_agrees_to_nothing() -> None:
    conversation = told_of()
    conversation.says("please get me my money", "refund_wanted")
    told = conversation.says("ok and who bears the cost then?", "affirm", second="if_lost")
    assert told.rows == ["follow_ups/if_lost_dated"]
    assert "Shall I send it?" not in told


@pytest.mark.parametrize("text", ["ok. actually no, wait", "fine, but my sister said another", "right then what"])
def test_a_weak_yes_before_other_words_sends_no_case(text: str) -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    conversation.says(text, "out_of_scope")
    assert conversation.dialogue.ticket == ""


def test_a_plain_yes_sends_the_case_and_what_is_asked_with_it_is_answered() -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    told = conversation.says("yes, send it. and which pictures help?", "nlu_fallback", second="photos_where")
    assert conversation.dialogue.ticket
    assert any(row.startswith("follow_ups/photos_where") for row in told.rows)


def test_a_statement_goes_into_the_case_that_is_drafted_in_the_shoppers_words() -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    told = conversation.says("the bell is broken since monday", "item_damaged")
    assert "the bell is broken since monday" in told.text
    assert conversation.dialogue.case is not None


def test_what_the_case_is_about_is_not_read_from_a_second_question() -> None:
    conversation = told_of()
    before = conversation.slots.get("issue")
    conversation.says("and then?", "refund_wanted", second="then_what")
    assert conversation.slots.get("issue") == before


def test_who_will_not_be_sent_to_the_carrier_again_wishes_for_no_other_address() -> None:
    conversation = told_of()
    told = conversation.says("please don't send me to the courier again", "change_address", second="carrier_robot")
    assert told.rows == ["follow_ups/carrier_robot"]
    assert "change_address" not in conversation.dialogue.matters


def test_ironic_praise_accepts_no_offer() -> None:
    assert read_reply("Great service, truly impressed.", "affirm", Asked.PERSON) is None
    assert read_reply("Great", "affirm", Asked.PERSON) is Reply.YES


@pytest.mark.parametrize("text", ["are you AliExpress?", "is this the marketplace?"])
def test_who_asks_whether_we_are_the_marketplace_hears_who_we_are(text: str) -> None:
    assert (
        told_of().says(text, "bot_challenge", second="are_you_seller").rows[0].startswith("follow_ups/are_you_seller")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Calle Mayor 14, 28013 Madrid",
        "Hauptstraße 5, 10115 Berlin",
        "大阪市北区梅田1-2-3",
        "48 Birch Lane, Salem OR 97301",
    ],
)
@pytest.mark.parametrize("taken_for", ["wrong_destination", "goodbye", "where_is_my_order", "out_of_scope"])
def test_a_line_that_is_only_an_address_gives_the_right_one(text: str, taken_for: str) -> None:
    told = told_of().says(text, taken_for)
    assert told.rows[0].startswith("follow_ups/corrects")


def test_what_is_normal_is_not_said_before_anything_was_looked_at() -> None:
    conversation = Chat(replace(of_the_shop(), knowledge=knowledge()))
    conversation.says("why do you need that?", "why")
    told = conversation.says("is that normal then", "shipping_time", second="is_normal")
    assert "follow_ups/is_normal_undated" not in told.rows


@pytest.mark.parametrize("second", ["lost", "is_normal", "how_sure", "still_nothing"])
def test_what_hangs_on_a_plan_tells_it_where_the_parcel_was_not_known_yet(second: str) -> None:
    provider = FakeProvider(Lookup(LookupOutcome.PENDING))
    conversation = Chat(replace(of_the_shop(tracking=provider), knowledge=knowledge()))
    conversation.asks_where()
    provider.answer = Lookup(LookupOutcome.FOUND, replace(EXPORTED, number=LP, fetched_at=MONDAY))
    told = conversation.says("hm, so is it?", "why", second=second)
    assert told.rows[0].startswith("in_transit/")


CUSTOMS = shipment(
    scan(Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION, 2, "Langley, GB"),
    substatus=Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION,
)


@pytest.mark.parametrize(
    ("text", "taken_for", "row"),
    [
        ("how long until it's sent back?", "returned_to_sender", "customs_deadline"),
        ("after how many days is it returned then", "return_item", "customs_deadline"),
        ("would you cover it", "delivery_proof", "customs_you_pay"),
        ("this is a joke. will the shop take over the charge?", "complaint", "customs_you_pay"),
        ("and when will it be through", "arrival_date", "customs_how_long_dated"),
    ],
)
def test_a_talk_at_customs_is_about_customs(text: str, taken_for: str, row: str) -> None:
    second = row.removesuffix("_dated")
    assert told_of(CUSTOMS).says(text, taken_for, second=second).rows == [f"follow_ups/{row}"]


def test_what_customs_want_is_no_way_to_reach_them() -> None:
    told = told_of(CUSTOMS).says("what exactly do customs need from me", "customs_payment", second="customs_reach")
    assert told.rows[0].startswith("customs_demand/")


@pytest.mark.parametrize("text", ["who are you?", "is this temu", "which shop am I writing to", "are you a real shop?"])
def test_who_we_are_is_told_before_anything_else_was(text: str) -> None:
    conversation = Chat(replace(of_the_shop(), knowledge=knowledge()))
    assert conversation.says(text, "bot_challenge", second="are_you_seller").rows == ["follow_ups/who_we_are"]


@pytest.mark.parametrize(
    "text", ["was it Evri?", "is it la poste then", "how do I get hold of them", "where are they based?"]
)
def test_the_firm_and_how_to_reach_it_is_the_carriers_matter(text: str) -> None:
    told = told_of().says(text, "delivery_proof", entity("carrier", "evri"))
    assert told.rows[0].startswith("carrier/")


def test_a_carrier_without_a_telephone_is_said_to_have_none() -> None:
    told = told_of().says("I have no internet, what's their phone number?", "carrier_contact")
    assert "no telephone" in told.text.lower() or "telephone number of theirs" in told.text.lower()


@pytest.mark.parametrize("text", ["do you want a picture?", "how do I send you the photo", "shall I take photos"])
def test_photos_are_welcome_in_this_chat(text: str) -> None:
    told = told_of().says(text, "what_you_need", second="photos_where")
    assert told.rows[0].startswith("follow_ups/photos_where")


def test_what_follows_if_nobody_fetches_it_is_asked_at_a_counter() -> None:
    told = told_of(WAITING).says("what happens if nobody picks it up there", "talk_to_human", second="old_address")
    assert told.rows == ["follow_ups/do_nothing_counter"]


@pytest.mark.parametrize("intent", ["why", "unanswered", "tracking_exception"])
def test_why_nobody_wrote_is_not_answered_by_what_befell_the_parcel(intent: str) -> None:
    told = told_of().says("how come no one let me know about that?", intent, second="not_told")
    assert told.rows == ["follow_ups/not_told"]
    assert "put your question down" in told.text


def test_with_a_case_it_goes_on_the_case() -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    conversation.says("yes, send it", "affirm")
    told = conversation.says("and why was I never told of the delay?", "why", second="not_told")
    assert told.rows == ["follow_ups/not_told_ticket"]
    assert any("why was I never told" in note for note in conversation.dialogue.notes)


def test_whether_it_moved_since_is_answered_by_the_new_scan_where_there_is_one() -> None:
    conversation = told_of()
    stands = conversation.says("has anything moved?", "nlu_fallback", second="moved_since")
    assert stands.rows == ["follow_ups/moved_since_no"]


@pytest.mark.parametrize("name", ["all_in_case", "case_keep", "case_who_reads"])
def test_what_stands_in_a_case_is_not_asked_where_there_is_none(name: str) -> None:
    told = told_of().says("so nobody mentioned the second one at all", "out_of_scope", second=name)
    assert f"follow_ups/{name}" not in told.rows
