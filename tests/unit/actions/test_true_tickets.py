"""A ticket is about what the shopper stated and wished, and about nothing that was only asked on the way."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from tests.unit.actions.talk import LP, MONDAY, ORDER, Chat, entity
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

MOVING = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 3), number=LP, substatus=Substatus.IN_TRANSIT_DEPARTURE)
DELIVERED = shipment(scan(Substatus.NONE, 4), number=LP, status=Status.DELIVERED)


def chat() -> Chat:
    """A conversation about a parcel that is marked as delivered, and that its shopper does not have."""
    provider = FakeProvider(Lookup(LookupOutcome.FOUND, DELIVERED))
    conversation = Chat(services(tracking=provider, orders=FakeOrders((ORDER,)), tickets=FakeTickets(), now=MONDAY))
    conversation.gives_order()
    conversation.says("it says delivered and I have nothing", "delivered_not_received")
    return conversation


def drafted(conversation: Chat) -> Chat:
    conversation.says("let me talk to a person", "talk_to_human")
    return conversation


def shown(conversation: Chat) -> str:
    return conversation.says("what have you put in there?", "out_of_scope").text


@pytest.mark.parametrize(
    ("asked", "intent", "label"),
    [
        ("who put their name to it?", "delivery_proof", "proof of delivery"),
        ("can I send it back when it comes?", "return_item", "return"),
        ("is my street right in the order?", "check_address", "address"),
        ("do I get money back if it is lost?", "refund_wanted", "money"),
        ("will somebody ring me about it?", "call_me", "a call"),
    ],
)
@pytest.mark.parametrize("is_drafted", [True, False])
def test_what_is_asked_on_the_way_is_no_matter_of_the_case(
    asked: str, intent: str, label: str, is_drafted: bool
) -> None:
    conversation = drafted(chat()) if is_drafted else chat()
    conversation.says(asked, intent)
    ticket = (conversation if is_drafted else drafted(conversation)).sends_it()
    assert ticket.issue == "delivered_not_received"
    assert (
        label not in " ".join(line for line in ticket.summary if line.startswith(("Problem", "Shopper wants"))).lower()
    )


@pytest.mark.parametrize(
    ("wished", "intent", "wish"),
    [
        ("can I have my money back please?", "refund_wanted", "a refund"),
        ("could you send me another one?", "replacement_wanted", "a replacement"),
        ("where is it? I want a refund", "refund_wanted", "a refund"),
        ("can you get me the photo of the delivery?", "delivery_proof", "proof of delivery"),
    ],
)
def test_what_is_wished_in_the_form_of_a_question_is_wished(wished: str, intent: str, wish: str) -> None:
    conversation = drafted(chat())
    conversation.says(wished, intent)
    assert wish in next(line for line in conversation.sends_it().summary if line.startswith("Shopper wants"))


@pytest.mark.parametrize(
    "second",
    ["actually no, I'd rather have my money", "hmm, better a refund instead", "no, I changed my mind: a refund please"],
)
def test_another_wish_replaces_the_first_though_it_begins_with_a_no(second: str) -> None:
    conversation = drafted(chat())
    conversation.says("please send me another one", "replacement_wanted")
    conversation.says(second, "deny")
    wish = next(line for line in conversation.sends_it().summary if line.startswith("Shopper wants"))
    assert wish.startswith("Shopper wants: a refund; not wanted any more: a replacement")


@pytest.mark.parametrize("said", ["no wait, write to me, no calls", "please don't ring, rather by e-mail"])
def test_a_call_that_is_not_wanted_any_more_is_taken_out_and_sends_nothing(said: str) -> None:
    conversation = drafted(chat())
    conversation.says("ring me please", "call_me")
    told = conversation.says(said, "talk_to_human")
    assert "Shall I send it?" in told.text
    assert "a call" not in conversation.sends_it().summary[-1].partition("not wanted")[0]


@pytest.mark.parametrize(
    "said",
    ["I never asked to change the address", "I didn't say anything about an address change", "not a new address"],
)
def test_a_topic_that_is_denied_leaves_the_case(said: str) -> None:
    conversation = chat()
    conversation.says("please change the address", "change_address")
    drafted(conversation).says(said, "change_address", second="misread")
    ticket = conversation.sends_it()
    assert ticket.issue == "delivered_not_received"
    assert "address" not in next(line for line in ticket.summary if line.startswith("Problem")).split("(shopper")[0]


@pytest.mark.parametrize(
    "said", ["nothing is missing inside, it just isn't here", "nothing's missing", "nothing was missing in it"]
)
def test_who_says_that_nothing_is_missing_is_not_asked_what_is(said: str) -> None:
    conversation = chat()
    told = conversation.says(said, "item_missing")
    assert "Which item" not in told.text
    assert drafted(conversation).sends_it().issue == "delivered_not_received"


def test_which_order_will_be_stopped_is_shown_and_not_noted() -> None:
    conversation = chat()
    conversation.says("cancel it please", "cancel_order")
    told = drafted(conversation).says("which order will you cancel now?", "cancel_order")
    assert "Order number: 7401" in told.text
    assert "which order" not in shown(conversation)


def test_what_was_meant_instead_goes_into_the_draft() -> None:
    conversation = drafted(chat())
    told = conversation.says("no, it's not about that, I mean it lies somewhere else", "deny", second="misread")
    assert "it lies somewhere else" in told.text
    assert "Shall I send it?" in told.text


@pytest.mark.parametrize(
    "said",
    [
        "nobody ever told me that it would be left outside",
        "I've been a customer of yours for eight years",
        "it was not my fault",
        "this is the third time I write to you",
    ],
)
@pytest.mark.parametrize("is_drafted", [True, False])
def test_what_weighs_stands_in_the_summary_and_is_confirmed(said: str, is_drafted: bool) -> None:
    conversation = drafted(chat()) if is_drafted else chat()
    told = conversation.says(said, "complaint", second="review_threat")
    ticket = (conversation if is_drafted else drafted(conversation)).sends_it()
    assert said in next(line for line in ticket.summary if line.startswith("Also said"))
    confirmed = any(
        words in told.text for words in ("Added", "every right to be annoyed", "goes along in your own words")
    )
    assert confirmed or not is_drafted


def test_nothing_goes_along_while_a_case_is_only_offered() -> None:
    told = chat().says("I've been a customer of yours for eight years", "complaint", second="review_threat")
    assert "goes along" not in told.text


def test_the_missing_part_of_an_address_is_no_order_number_and_stands_in_the_case() -> None:
    conversation = chat()
    conversation.says(
        "flat 3 was left out, 5 Elm Road, Springfield 62704",
        "provide_details",
        entity("order_number", "62704"),
        second="corrects_address",
    )
    ticket = drafted(conversation).sends_it()
    assert ticket.order_number == "7401"
    assert "flat 3" in next(line for line in ticket.summary if line.startswith("Also said"))


@pytest.mark.parametrize("said", ["they only had it until noon", "the place where it lies is closed"])
def test_what_only_resembles_a_wish_for_the_delivery_is_none(said: str) -> None:
    conversation = drafted(chat())
    conversation.says(said, "delivery_wish")
    assert "another delivery day" not in conversation.sends_it().summary[-1].partition("; in their words")[0]


@pytest.mark.parametrize("said", ["no, not a person, just tell me when it comes", "I don't need a ticket"])
def test_who_wants_no_person_has_no_draft_any_more(said: str) -> None:
    conversation = drafted(chat())
    conversation.says(said, "arrival_date")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("said", ["no. another one please", "no, a refund please", "nope, money back"])
def test_a_wish_after_a_no_is_taken_and_not_asked_for(said: str) -> None:
    conversation = drafted(chat())
    told = conversation.says(said, "deny")
    assert "What should be different" not in told.text
    assert "A person decides on it" in told.text


@pytest.mark.parametrize(
    "said", ["please open a case then", "my e-mail is anna@example.com", "then let a person look at it"]
)
def test_what_the_case_does_or_has_a_field_for_is_not_quoted(said: str) -> None:
    conversation = drafted(chat())
    conversation.says(said, "seller_wait_or_dispute")
    assert not [line for line in conversation.sends_it().summary if said in line]


def test_money_that_is_wished_is_no_wish_for_another_one() -> None:
    conversation = drafted(chat())
    conversation.says("I want the money", "replacement_wanted")
    assert "a replacement" not in conversation.sends_it().summary[-1]


def test_a_polite_request_of_the_opening_stands_in_the_draft() -> None:
    conversation = chat()
    conversation.says("Would you kindly send it once more? Best regards", "delivered_not_received")
    told = drafted(conversation).says("is it all in there?", "all_parcels").text
    assert "Would you kindly send it once more" in told


@pytest.mark.parametrize(
    "said",
    [
        "just send it",
        "ok just send that",
        "send it then",
        "now send it off please",
        "well go on, send the ticket",
        "Nobody ever told me about that. Yes, send it.",
        "I have no more time for this. Send it now",
    ],
)
def test_whoever_says_to_send_it_wishes_for_no_other_parcel(said: str) -> None:
    conversation = drafted(chat())
    conversation.says(said, "replacement_wanted")
    tickets = conversation.use_cases.tickets
    assert isinstance(tickets, FakeTickets)
    (ticket,) = tickets.kept.values()
    assert (ticket.draft.issue, "replacement" in str(ticket.draft.summary)) == ("delivered_not_received", False)


@pytest.mark.parametrize(
    "said", ["just send it again", "send it again please", "did you send it?", "send it back then"]
)
def test_whoever_asks_for_it_again_or_whether_it_is_sent_sends_nothing(said: str) -> None:
    conversation = drafted(chat())
    conversation.says(said, "replacement_wanted")
    tickets = conversation.use_cases.tickets
    assert isinstance(tickets, FakeTickets)
    assert tickets.kept == {}


@pytest.mark.parametrize(
    ("chosen", "intent"),
    [
        ("a refund then", "refund_wanted"),
        ("I go for the money", "refund_wanted"),
        ("another parcel is fine", "replacement_wanted"),
        ("ship a fresh one", "replacement_wanted"),
    ],
)
def test_of_two_settlements_the_one_that_was_chosen_stays(chosen: str, intent: str) -> None:
    conversation = chat()
    conversation.says("send another or pay it back", "refund_wanted", entity("also_asked", "replacement_wanted"))
    assert {"refund_wanted", "replacement_wanted"} <= set(conversation.dialogue.matters)
    conversation.says(chosen, intent)
    wished = {matter for matter in conversation.dialogue.matters if matter.endswith("_wanted")}
    assert wished == {intent}


def test_where_nobody_is_offered_nothing_is_said_to_go_along() -> None:
    conversation = Chat(services(tracking=FakeProvider(Lookup(LookupOutcome.FOUND, MOVING)), now=MONDAY))
    conversation.asks_where()
    told = conversation.says("nobody ever told me how long it takes. so I wait?", "nlu_fallback", second="transport")
    assert "goes along" not in told.text


@pytest.mark.parametrize("is_drafted", [True, False])
def test_an_order_to_be_cancelled_beside_the_own_one_does_not_push_it_out(is_drafted: bool) -> None:
    conversation = drafted(chat()) if is_drafted else chat()
    conversation.says(
        "I bought it again in town, please cancel order 7402", "cancel_order", entity("order_number", "7402")
    )
    ticket = conversation.sends_it()
    assert (ticket.order_number, ticket.tracking_number, ticket.issue) == ("7401", LP, "delivered_not_received")
    assert not ticket.summary[-1].startswith("Shopper wants: to cancel")


def test_somebody_elses_order_is_not_the_one_of_the_case() -> None:
    conversation = drafted(chat())
    conversation.says("the slip has her order number 7402 on it", "provide_details", entity("order_number", "7402"))
    assert conversation.sends_it().order_number == "7401"


def test_the_button_of_a_case_that_was_left_takes_it_up_again() -> None:
    conversation = drafted(chat())
    conversation.says("no, don't send it", "deny")
    again = conversation.says("/affirm", "affirm")
    assert "Order number: 7401" in again.text
