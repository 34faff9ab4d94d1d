"""A danger stays the topic: what is said while its case is open. Real tables, real sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parcelbot.core.cases.tickets import Priority
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from tests.unit.actions.talk import MONDAY, Chat, Told, entity, of_the_shop
from tests.unit.actions.test_second_turn import EXPORTED, knowledge
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeTickets

RASH = "my neck came out in a rash where the collar touches it"
THEFT = "somebody hacked my account and bought three tablecloths"
OTHER = "LP00000000000122"


def chat(first: str = "", tickets: FakeTickets | None = None) -> Chat:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(EXPORTED, fetched_at=MONDAY)))
    use_cases = of_the_shop(tracking=found, tickets=tickets or FakeTickets())
    conversation = Chat(replace(use_cases, knowledge=knowledge()))
    if first:
        conversation.says(first, "out_of_scope")
    return conversation


def told_to(conversation: Chat, *said: tuple[str, str]) -> Sequence[Told]:
    return [conversation.says(text, intent) for text, intent in said]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (RASH, "hazard_skin"),
        ("the dye made my daughter's skin swollen and red", "hazard_skin"),
        ("there was a sewing needle in the hem, it pricked me badly", "hazard_sharp"),
        ("I cut my finger on a pin left in the blouse", "hazard_sharp"),
        ("my toddler swallowed a button off the cardigan", "hazard_swallowed"),
        ("the lamp started smoking on the shelf", "hazard"),
        ("your charger gave me an electric shock", "hazard"),
        ("this is a dangerous product", "hazard_general"),
    ],
)
def test_each_kind_of_hazard_has_its_own_first_words(text: str, row: str) -> None:
    told = chat().says(text, "out_of_scope")
    assert told.rows == [f"safety/{row}"]
    if row != "hazard":
        assert "unplug" not in told.text


@pytest.mark.parametrize(
    ("question", "intent", "word"),
    [
        ("ought I to see a doctor about it?", "out_of_scope", "doctor"),
        ("which chemicals do you put in the cloth", "nlu_fallback", "won't guess"),
        ("you have to stop selling that blouse", "complaint", "passed that on"),
        ("shall I send it back to you?", "return_item", "keep it"),
        ("is anybody doing something about this?", "ticket_status", "KT-"),
        ("who pays for my cream", "refund_wanted", "person"),
        ("what do I do now", "next_step", "skin"),
        ("and where is it?", "where_is_my_order", "KT-"),
    ],
)
def test_what_is_asked_after_a_hazard_is_answered_within_it(question: str, intent: str, word: str) -> None:
    tickets = FakeTickets()
    told = chat(RASH, tickets).says(question, intent)
    assert word in told
    assert told.cards == []
    assert len(tickets.kept) == 1


@pytest.mark.parametrize(
    ("question", "intent", "word"),
    [
        ("who did it? can you see the name on the order", "check_address", "can't tell you anything about that order"),
        ("do I ring the bank or do you do that", "call_me", "ring your bank yourself"),
        ("I can't log in, they changed my mail address", "change_address", "e-mail"),
        ("can you cancel that order then", "cancel_order", "can't stop"),
        ("will I get my money back", "refund_wanted", "bank"),
        ("should I go to the police", "out_of_scope", "police"),
    ],
)
def test_what_is_asked_after_a_theft_is_answered_within_it(question: str, intent: str, word: str) -> None:
    tickets = FakeTickets()
    told = chat(THEFT, tickets).says(question, intent)
    assert word in told
    assert len(tickets.kept) == 1


def test_an_order_given_later_goes_on_the_case_and_is_not_looked_up() -> None:
    tickets = FakeTickets()
    told = chat(THEFT, tickets).gives_order("9999", "nobody@example.com")
    assert "KT-" in told
    assert "can't find" not in told
    (ticket,) = tickets.kept.values()
    assert (ticket.draft.order_number, ticket.draft.email) == ("9999", "nobody@example.com")


def test_a_danger_told_of_again_has_other_words_and_no_second_case() -> None:
    tickets = FakeTickets()
    conversation = chat(RASH, tickets)
    first, second = told_to(
        conversation, ("the rash is spreading", "out_of_scope"), ("the rash is worse now", "hazard")
    )
    assert first.messages[0]["text"] != second.messages[0]["text"]
    assert len(tickets.kept) == 1


def test_new_facts_stand_on_the_ticket() -> None:
    tickets = FakeTickets()
    chat(RASH, tickets).says("it's the green one in size M", "provide_details")
    (ticket,) = tickets.kept.values()
    assert "size M" in str(ticket.draft.summary)


def test_another_parcel_is_told_of_as_ever() -> None:
    conversation = chat(RASH)
    told = conversation.says(
        f"and where is my other parcel {OTHER}", "where_is_my_order", entity("tracking_number", OTHER)
    )
    assert len(told.cards) == 1


@pytest.mark.parametrize(
    "text",
    [
        "should I give you my card number?",
        "do you need my CVV for that",
        "I can send you my password",
        "here's my card number if you want it",
        "shall I tell you the PIN of my card",
        "my password is hunter-seven",
        "if I give you my bank details can you refund me",
        "want my login password?",
    ],
)
@pytest.mark.parametrize("first", ["", THEFT])
def test_no_secret_is_ever_taken(text: str, first: str) -> None:
    conversation = chat(first)
    assert conversation.says(text, "refund_wanted").text.startswith("No, please don't.")
    assert "CVV" not in conversation.says(text, "refund_wanted").text


@pytest.mark.parametrize(
    "text",
    [
        "a text asks me to give my card number, is it you?",
        "I need a PIN to open the locker",
        "somebody knows my password",
        "can I pay by card",
        "does the pin in the lock come with it",
    ],
)
def test_what_offers_no_secret_is_answered_as_ever(text: str) -> None:
    assert "never belongs in this chat" not in chat().says(text, "scam_message").text


@pytest.mark.parametrize(
    "text",
    [
        "I haven't ordered anything yet, how long does it take to Malta?",
        "nobody stole my account, I'm just looking around",
        "I don't have an order, I want to buy a dress first",
        "I have never ordered from you before, is it easy?",
    ],
)
def test_who_has_not_bought_yet_is_no_victim(text: str) -> None:
    tickets = FakeTickets()
    told = chat("", tickets).says(text, "shipping_time")
    assert not any(row.startswith("safety/") for row in told.rows)
    assert tickets.kept == {}


@pytest.mark.parametrize(
    "text",
    [
        "I didn't order this",
        "I haven't ordered anything and you charged my card",
        "I never placed an order but my account shows one",
        "I haven't bought anything yet 80 euros were taken from my bank",
    ],
)
def test_a_charge_without_an_order_is_misuse_all_the_same(text: str) -> None:
    assert chat().says(text, "out_of_scope").rows == ["safety/account_misuse"]


def test_a_false_alarm_is_withdrawn_and_the_question_answered() -> None:
    tickets = FakeTickets()
    conversation = chat(THEFT, tickets)
    told = conversation.says("nobody stole anything, I only asked how long shipping takes", "shipping_time")
    assert "I'm sorry" in told.text.split(".")[0]
    assert told.rows == ["before_buying/time"]
    assert "nobody stole anything" in str([ticket.draft.summary for ticket in tickets.kept.values()])
    assert conversation.says("and what does it cost", "shipping_cost").rows == ["before_buying/cost"]


def test_despair_is_not_taken_back_with_a_word() -> None:
    conversation = chat("I don't want to live any more")
    told = conversation.says("false alarm, I was only joking", "out_of_scope")
    assert "more than it was" not in told


@pytest.mark.parametrize(
    ("first", "language", "text", "says"),
    [
        ("I kept putting it off, that jacket", "", "I'm quite well, I was talking about a jacket", ()),
        ("I kept putting it off, that jacket", "", "I am not in danger, this is a misunderstanding", ()),
        ("ich hab sie dann doch nicht genommen", "de", "mir geht es gut, ich rede von einer Jacke", ("false_alarm",)),
        ("no sabía si llevármela", "es", "es un malentendido, hablaba de una chaqueta", ("false_alarm",)),
    ],
)
def test_who_was_misread_as_desperate_says_so_once_and_it_is_urgent_no_more(
    first: str, language: str, text: str, says: tuple[str, ...]
) -> None:
    tickets = FakeTickets()
    conversation = chat("", tickets)
    conversation.says(first, "crisis", confidence=0.95, language=language)
    told = conversation.says(text, "crisis", confidence=0.95, language=language, said={"says": list(says)})
    assert language or "more than it was" in told
    assert "112" not in told
    (ticket,) = tickets.kept.values()
    assert ticket.draft.issue != "crisis"
    assert ticket.draft.priority is not Priority.URGENT
    assert not conversation.says("and what does shipping cost", "shipping_cost").rows[0].startswith("safety/")


def test_despair_in_the_words_of_another_language_is_not_taken_back_either() -> None:
    tickets = FakeTickets()
    conversation = chat("", tickets)
    conversation.says("ich will nicht mehr leben", "crisis", language="de")
    conversation.says("war ein Missverständnis", "out_of_scope", language="de", said={"says": ["false_alarm"]})
    (ticket,) = tickets.kept.values()
    assert ticket.draft.issue == "crisis"


def test_after_a_false_alarm_a_parcel_is_a_parcel_again() -> None:
    conversation = chat(RASH)
    told = conversation.says(
        f"I misread, there's no rash, false alarm. Where is {OTHER}?",
        "where_is_my_order",
        entity("tracking_number", OTHER),
    )
    assert len(told.cards) == 1
    assert not any(row.startswith("safety/") for row in told.rows)


@pytest.mark.parametrize("text", ["whats in that fabric", "what's it dyed with", "which chemicals are in there"])
def test_an_apostrophe_left_out_changes_no_question(text: str) -> None:
    assert "won't guess" in chat(RASH).says(text, "provide_details")


def test_in_despair_nobody_is_told_of_notes() -> None:
    conversation = chat("I don't want to live any more")
    first, second = told_to(
        conversation, ("no one cares", "out_of_scope"), ("and where is my parcel", "where_is_my_order")
    )
    assert "116 123" in first.text
    assert "won't guess" not in second.text
    assert "You come first" in second.text


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("I got a nasty jolt off the lamp", "hazard"),
        ("somebody used my visa at your place, I knew nothing", "account_misuse"),
        ("my paypal was charged without me knowing", "account_misuse"),
    ],
)
def test_a_danger_in_everyday_words_is_heard(text: str, row: str) -> None:
    assert chat().says(text, "out_of_scope").rows == [f"safety/{row}"]


def test_who_would_hold_us_to_a_day_threatens_nobody() -> None:
    told = Chat(of_the_shop()).says("name me a day, I won't pin you down on it", "threat")
    assert not told.rows or not told.rows[0].startswith("safety/")


@pytest.mark.parametrize(
    "text",
    ["the carton went into our stove last night", "I'm afraid we burned the wrapping", "all the paper was burnt"],
)
def test_packing_that_was_burnt_is_no_hazard(text: str) -> None:
    told = Chat(of_the_shop()).says(text, "hazard")
    assert not told.rows or not told.rows[0].startswith("safety/")


def test_goods_that_burn_are_one() -> None:
    assert chat().says("the plug began to burn, and the box with it", "hazard").rows == ["safety/hazard"]


def test_what_is_in_it_is_not_passed_over_in_the_first_message() -> None:
    told = chat().says(f"{RASH}, what is this dyed with?", "hazard")
    assert "I don't know what is in it" in told.text
    assert "I don't know what is in it" not in chat().says(RASH, "hazard").text
