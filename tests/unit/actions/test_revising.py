"""What a message changes in a case is said in one sentence, and nothing that the case holds is asked for again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.cases.tickets import TicketDraft
from tests.unit.actions.talk import Chat, entity, kept, of_the_shop, real_knowledge
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = real_knowledge()


def shown() -> Chat:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("nothing moves", "tracking_not_updating")
    conversation.says("a person please", "talk_to_human")
    return conversation


def sent() -> Chat:
    conversation = shown()
    conversation.says("yes, send it", "affirm")
    return conversation


def draft_of(conversation: Chat) -> TicketDraft:
    assert isinstance(conversation.use_cases.tickets, FakeTickets)
    (ticket,) = conversation.use_cases.tickets.kept.values()
    return ticket.draft


def test_a_wish_that_gives_way_is_said_to_be_out_of_the_draft() -> None:
    conversation = shown()
    conversation.says("please send me another one", "replacement_wanted")
    told = conversation.says("no wait, I'd rather have my money back", "refund_wanted").text
    assert "“Send it again” is out" in told
    assert "Tracking isn't moving; I want my money back" in told


def test_what_is_asked_beside_a_wish_that_gives_way_is_answered_as_well() -> None:
    conversation = shown()
    conversation.says("please send me another one", "replacement_wanted")
    told = conversation.says(
        "no wait, I'd rather have my money back. Is it lost by now?", "refund_wanted", second="lost"
    )
    assert "“Send it again” is out" in told.text
    assert told.rows[0].startswith("follow_ups/lost")


def test_a_wish_that_gives_way_is_said_to_be_out_of_the_case_that_was_sent() -> None:
    conversation = sent()
    conversation.says("please send me another one", "replacement_wanted")
    told = conversation.says("actually no, just refund me", "refund_wanted").text
    assert "“Send it again” is out" in told
    assert "a replacement" in draft_of(conversation).summary[-1].partition("not wanted any more: ")[2]


@pytest.mark.parametrize("text", ["another address? I never asked for that", "I don't want to change the address"])
def test_who_refuses_what_is_not_in_the_case_hears_what_is(text: str) -> None:
    told = shown().says(text, "change_address").text
    assert told == "This stands in your case: Tracking isn't moving."


def test_whether_something_was_taken_out_is_answered_with_what_stands() -> None:
    assert "This stands in your case: Tracking isn't moving" in sent().says("did you take that out?", "why").text


def test_which_of_two_orders_goes_and_which_stays_is_said() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    first = entity("order_number", "8101"), entity("email", "bo@example.org")
    conversation.says("cancel 8101 please, bo@example.org", "cancel_order", *first)
    told = conversation.says("no, cancel 8102 and keep 8101", "cancel_order", entity("order_number", "8102")).text
    assert "Only order 8102 is to be cancelled; 8101 stays" in told


def test_nothing_is_asked_for_that_the_case_holds() -> None:
    told = sent().says("I want my money back", "refund_wanted").text
    assert "order number" not in told
    assert "I want my money back" in told


@pytest.mark.parametrize("text", ["nobody ever told me that it would take so long", "this was not my mistake"])
def test_a_reproach_is_heard_and_not_receipted(text: str) -> None:
    told = shown().says(text, "complaint").text
    assert "every right to be annoyed" in told
    assert "Added" not in told
    assert "oted" not in told


def test_why_somebody_should_answer_this_time_is_answered() -> None:
    told = shown().says("why would anybody reply to me this time?", "ticket_status").text
    assert "A fair question" in told
    assert "Order number" not in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "bueno, mejor no lo anulen, se lo doy a mi prima"),
        ("de", "ach, bitte doch nicht stornieren, meine Tante nimmt es"),
        ("tr", "fikrimi değiştirdim, iptal etmeyin lütfen"),
    ],
)
def test_an_order_that_is_to_stay_after_all_is_called_off_in_no_language(language: str, text: str) -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("please cancel my order", "cancel_order")
    conversation.says("a person please", "talk_to_human")
    conversation.says(text, "hazard", confidence=0.6, language=language)
    draft = conversation.sends_it()
    assert "not wanted any more: to cancel" in draft.summary[-1]
    assert "Cancel" not in draft.summary[0]


def test_a_problem_that_was_struck_out_does_not_come_back_by_a_likeness() -> None:
    conversation = shown()
    conversation.says("the wrong colour came as well", "item_wrong", confidence=0.95)
    conversation.says("no, please strike the wrong colour out", "nlu_fallback", confidence=0.5)
    conversation.says("my husband looked at the two of them by the window", "item_wrong", confidence=0.8)
    draft = conversation.sends_it()
    assert "Wrong item" not in draft.summary[0].partition(" (")[0]


@pytest.mark.parametrize(
    "text", ["I leave for work at five and come home late", "we leave early and nobody is in then"]
)
def test_when_somebody_is_out_is_no_wish_for_another_delivery(text: str) -> None:
    conversation = shown()
    conversation.says(text, "delivery_wish")
    assert "delivery_wish" not in conversation.dialogue.matters


def test_where_it_shall_be_left_is_one() -> None:
    conversation = shown()
    conversation.says("they shall leave it with the florist below", "delivery_wish")
    assert "delivery_wish" in conversation.dialogue.matters


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("", "the code of our gate is QD48B1 and they never use it", "sorry, it's QD48B7"),
        ("ar", "رمز الباب عندنا JKLB2765 ولا أحد يستعمله", "عفوا JKLB2756 مو 2765"),
    ],
)
def test_a_value_that_is_put_right_is_shown_in_the_draft(language: str, first: str, then: str) -> None:
    conversation = shown()
    conversation.says(first, "nlu_fallback", confidence=0.5, language=language)
    conversation.events = [{"event": "user", "text": text, "timestamp": NOW.timestamp()} for text in (first, then)]
    told = conversation.says(then, "complaint", confidence=0.4, language=language)
    assert then.removeprefix("sorry, ") in told.text
    assert conversation.dialogue.open is not None
    right = "QD48B7, not QD48B1" if not language else "JKLB2756, not JKLB2765"
    assert right in " ".join(conversation.sends_it().summary)


def test_a_second_question_does_not_hide_that_an_order_shall_stay() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("please cancel my order", "cancel_order")
    conversation.says("a person please", "talk_to_human")
    text = "mejor no lo anulen, se lo doy a mi prima"
    conversation.says(text, "hazard", confidence=0.6, language="es", seconds=(("private_address", 0.6),))
    assert "cancel_order" not in conversation.dialogue.matters
    assert text in conversation.dialogue.notes


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("", "our flat is number 26 on the second floor", "whoops, make that 62, ok?"),
        ("pt", "o nosso apartamento é o 26, no segundo andar", "desculpe, é o 62, certo?"),
    ],
)
def test_a_slip_put_right_with_a_tag_is_no_question_that_is_left_open(language: str, first: str, then: str) -> None:
    conversation = shown()
    conversation.says(first, "nlu_fallback", confidence=0.5, language=language)
    conversation.events = [{"event": "user", "text": text, "timestamp": NOW.timestamp()} for text in (first, then)]
    told = conversation.says(then, "complaint", confidence=0.4, language=language)
    assert "62" in told.text
    ticket = " ".join(conversation.sends_it().summary)
    assert "62, not 26" in ticket
    assert "Asks" not in ticket


@pytest.mark.parametrize(
    "text", ["who pays the way back? pls don't write me a poem", "whose money buys the stamp? don't say mine"]
)
def test_a_refusal_that_takes_nothing_out_hides_no_question(text: str) -> None:
    told = shown().says(text, "return_item", second="return_cost")
    assert told.rows[0].startswith("follow_ups/return_cost")
    assert "Added" not in told.text


def test_an_echo_of_what_is_refused_asks_nothing() -> None:
    told = shown().says("another flat? I never wrote that", "change_address", second="return_cost").text
    assert told == "This stands in your case: Tracking isn't moving."
