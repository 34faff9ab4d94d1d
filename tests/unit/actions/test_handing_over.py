"""A case on its way to a person: what is asked, what is shown, what is sent, and what a shopper hears of it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from actions.case_draft import CaseInHand
from actions.slots import read_memory
from actions.turn import Turn
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.dialogue.state import CaseAnswer, Dialogue
from parcelbot.core.questions import Question
from parcelbot.orders.cached import CachedOrders
from tests.support.languages import read_phrases
from tests.unit.actions.talk import (
    CONVERSATION,
    ISSUE,
    LP,
    MONDAY,
    ORDER,
    Chat,
    Told,
    entity,
    kept,
    kept_ticket,
    of_the_shop,
    tracker,
)
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeJournal, FakeOrders, FakeRecord, FakeTickets

KNOWN = {"question": ISSUE, "issue": ISSUE, "order_number": "7401", "email": "anna@example.com", "parcel": LP}


def chat(slots: Mapping[str, Any] | None = None, **parts: Any) -> Chat:
    return Chat(of_the_shop(**parts), {**KNOWN, **(slots or {})})


def line(seq: int, text: str = "", author: Author = Author.SHOPPER, **parts: Any) -> Message:
    return Message(CONVERSATION, seq, author, MONDAY - timedelta(minutes=10 - seq), text, **parts)


def wants_a_person(conversation: Chat) -> Told:
    return conversation.says("a person please", "talk_to_human")


def sent(conversation: Chat) -> Told:
    wants_a_person(conversation)
    return conversation.says("yes, send it", "affirm", message_id=f"{CONVERSATION}:2")


# ---- what is asked and shown ---------------------------------------------------------------------------


def test_what_is_known_is_not_asked_for_but_shown() -> None:
    told = wants_a_person(chat())
    assert "7401" in told
    assert "anna@example.com" in told
    assert "Shall I send it?" in told


@pytest.mark.parametrize("words", ["no, the other one, keep 7401", "do not cancel 7401, it is the other one"])
def test_the_order_that_is_kept_is_not_the_one_to_cancel(words: str) -> None:
    conversation = chat({"issue": "cancel_order"})
    conversation.says("I ordered both 7401 and 7433 from you last week, a person please", "talk_to_human")
    told = conversation.says(words, "deny").text
    assert "Order number: 7433" in told
    assert "Tracking number" not in told
    assert words in told


def test_asking_again_for_a_person_shows_nothing_a_second_time() -> None:
    told = wants_a_person(chat(tickets=kept(kept_ticket())))
    assert "Shall I send it?" not in told
    assert "KT-AAAAAA" in told


def test_a_case_that_is_not_settled_after_all_is_passed_on_without_asking_anything_again() -> None:
    tickets = kept(kept_ticket(status=TicketStatus.SOLVED))
    told = wants_a_person(chat({"email": None, "order_number": None}, tickets=tickets))
    assert "KT-AAAAAA" in told
    assert [t.draft.email for t in tickets.kept.values()] == ["anna@example.com", "anna@example.com"]


@pytest.mark.parametrize("words", ["send it", "yes", "ok send", "go ahead", "looks good", "👍", "Yes please"])
def test_a_case_is_sent_in_many_words(words: str) -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    conversation.says(words, "nlu_fallback")
    assert len(tickets.kept) == 1


@pytest.mark.parametrize("words", ["don't send it", "dont send it", "cancel that", "leave it", "never mind"])
def test_nothing_is_stored_without_consent(words: str) -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    assert "haven't sent anything" in conversation.says(words, "nlu_fallback")
    assert tickets.kept == {}


def test_a_telephone_number_in_place_of_an_email_goes_with_the_case() -> None:
    conversation = chat({"email": None})
    wants_a_person(conversation)
    told = conversation.says("no email, just call me 07700 900123", "call_me", entity("phone", "07700900123"))
    assert "07700900123" in told
    assert "e-mail" not in told.text.lower()


def test_what_no_field_takes_is_kept_for_the_person() -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    conversation.says("it is flat 4b, the bell says Okafor", "provide_details")
    conversation.says("yes, send it", "affirm")
    (ticket,) = tickets.kept.values()
    assert "flat 4b, the bell says Okafor" in "\n".join(ticket.draft.summary)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "si mandalo"),
        ("de", "ja bitte senden"),
        ("fr", "oui, envoyez"),
        ("nl", "ja, graag versturen"),
        ("pl", "tak wyslij"),
        ("tr", "evet gonderin"),
        ("zh", "好的，发吧"),
    ],
)
def test_a_case_is_sent_in_many_languages(language: str, words: str) -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    conversation.says(words, "parcel_arrived", language=language, said=read_phrases(language, words))
    assert len(tickets.kept) == 1


def test_who_wants_it_sent_before_giving_an_email_is_asked_for_it_again() -> None:
    conversation = chat({"email": None})
    wants_a_person(conversation)
    words = "ok dann schick das halt ab"
    told = conversation.says(words, "affirm", language="de", said=read_phrases("de", words))
    assert conversation.dialogue.notes == ()
    assert len(told.messages) == 1
    assert conversation.dialogue.open == OpenQuestion(Asked.CASE_EMAIL, times=2)


def test_an_order_number_that_is_not_at_hand_is_no_refusal_of_an_email() -> None:
    conversation = chat({"email": None, "order_number": None})
    wants_a_person(conversation)
    words = "nee keine bestellnummer grad da"
    conversation.says(words, "no_details", language="de", said=read_phrases("de", words))
    case = conversation.dialogue.case
    assert case is not None
    assert (case.email, case.order) == (None, "")


def test_what_is_asked_with_the_email_is_answered_before_the_preview() -> None:
    conversation = chat({"email": None, "order_number": None})
    wants_a_person(conversation)
    told = conversation.says(
        "mia@example.com. and do I get my money back?",
        "refund_wanted",
        entity("email", "mia@example.com"),
    )
    assert len(told.messages) > 1
    assert "mia@example.com" in told
    assert conversation.dialogue.notes == ()


def test_what_is_asked_in_passing_does_not_rename_the_case() -> None:
    conversation = chat()
    wants_a_person(conversation)
    conversation.says("do I have to pay something at customs?", "customs_payment")
    assert conversation.slots["issue"] == ISSUE


def test_a_field_that_is_only_called_wrong_is_asked_for() -> None:
    conversation = chat()
    wants_a_person(conversation)
    assert "What should be different" in conversation.says("the phone is wrong", "tracking_not_found")
    told = conversation.says("07700 900123", "provide_details", entity("phone", "07700900123"))
    assert "07700900123" in told


def test_a_corrected_email_leaves_the_order_open() -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    conversation.says("use new@example.com", "provide_details", entity("email", "new@example.com"))
    conversation.says("yes, send it", "affirm")
    (ticket,) = tickets.kept.values()
    assert (ticket.draft.email, ticket.draft.verified) == ("new@example.com", True)


def test_a_wish_that_is_taken_back_is_not_sent() -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    conversation.says("I want my money back", "refund_wanted")
    conversation.says("not a refund, I want it sent again", "replacement_wanted")
    conversation.says("yes, send it", "affirm")
    (ticket,) = tickets.kept.values()
    summary = "\n".join(ticket.draft.summary)
    assert "Shopper wants: a replacement" in summary
    assert "money back" not in summary


def test_a_case_that_is_over_before_it_was_sent_is_not_sent() -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    assert "haven't sent anything" in conversation.says("hat sich erledigt, danke", "thanks", said={"says": ["over"]})
    assert tickets.kept == {}


# ---- which ticket is meant -----------------------------------------------------------------------------


def case(slots: Mapping[str, Any] | None = None, state: Dialogue | None = None, **parts: Any) -> CaseInHand:
    known = {**KNOWN, **(slots or {})}
    turn = Turn(tracker(known), of_the_shop(**parts))
    return CaseInHand(turn, read_memory(known), state or Dialogue())


def test_where_is_it_is_no_issue_of_its_own() -> None:
    assert case({"issue": Question.WHERE_IS_MY_ORDER.value}, tickets=kept(kept_ticket())).existing_ticket() is not None


@pytest.mark.parametrize(
    "other",
    [
        {"issue": "hazard"},
        {"issue": "scam_message"},
        {"parcel": "LP00000000000122"},
        {"parcel": None, "order_number": "7402"},
    ],
    ids=["danger", "scam", "parcel", "order"],
)
def test_a_danger_another_parcel_or_order_is_another_case(other: Mapping[str, Any]) -> None:
    assert case(other, tickets=kept(kept_ticket())).existing_ticket() is None


def test_whatever_else_is_asked_about_the_parcel_goes_on_its_open_case() -> None:
    assert case({"issue": "customs_delay"}, tickets=kept(kept_ticket())).existing_ticket() is not None


def test_a_settled_case_is_gone_on_with_only_by_what_it_was_about() -> None:
    settled = kept(kept_ticket(status=TicketStatus.SOLVED))
    assert case({"issue": "customs_delay"}, tickets=settled).existing_ticket() is None
    assert case(tickets=settled).existing_ticket() is not None


def test_an_active_ticket_goes_before_a_newer_solved_one() -> None:
    tickets = kept(kept_ticket("KT-AAAAAA"), kept_ticket("KT-CCCCCC", status=TicketStatus.SOLVED))
    standing = case(tickets=tickets).existing_ticket()
    assert standing is not None
    assert standing.reference == "KT-AAAAAA"


# ---- what is handed over -------------------------------------------------------------------------------


def draft(slots: Mapping[str, Any] | None = None, state: Dialogue | None = None, **parts: Any) -> TicketDraft:
    one = case(slots, state, **parts)
    return one.draft(one.turn.services.answer(one.enquiry), one.existing_ticket())


def test_the_ticket_takes_the_whole_record_and_the_files_of_the_conversation() -> None:
    photo = {"attachment_id": "a-1", "name": "box.jpg"}
    record = FakeRecord([line(1, "it is crushed"), line(2, attachment=photo), line(3, "Thank you.", Author.BOT)])
    made = draft(record=record)
    assert [entry.text for entry in made.transcript] == ["it is crushed", "[file: box.jpg]", "Thank you."]
    assert made.attachments == ("a-1",)
    assert "sent 1 file: box.jpg" in "\n".join(made.summary)
    assert "crushed" in made.summary[0]


def test_what_a_button_says_is_not_quoted_as_the_shoppers_words() -> None:
    record = FakeRecord([line(1, "stuck"), line(2, "Yes, please send me everything", command="/affirm")])
    assert draft(record=record).summary[-1].endswith("“stuck”")


def test_without_a_record_the_words_come_from_rasas_events() -> None:
    assert draft().transcript == ()


def test_the_row_and_the_date_are_those_the_shopper_was_told() -> None:
    told = Dialogue(question="status_meaning", case_answer=CaseAnswer(ISSUE, "in_transit/exported", "2026-12-03"))
    made = draft(state=told)
    assert made.row == "in_transit/exported"
    assert "Answered by: in_transit/exported; told to wait until Thu 3 December" in made.summary


def test_the_parcel_is_looked_up_with_the_detail_that_its_carrier_wanted() -> None:
    assert case({"detail": "SW1A 1AA"}).enquiry.request.detail == "SW1A 1AA"


def test_an_answer_to_another_issue_is_not_this_ones() -> None:
    told = Dialogue(case_answer=CaseAnswer("customs_delay", "customs/held", "2026-12-03"))
    assert draft(state=told).row == "by_lookup/silent"


def test_the_only_parcel_of_the_order_is_the_one_that_is_meant() -> None:
    assert draft({"parcel": None}).tracking_number == LP


def test_a_draft_shows_nothing_of_an_order_to_who_guesses_its_email() -> None:
    shop = of_the_shop()
    guesses = [f"eve{n}@example.com" for n in range(8)]
    for email in [*guesses, "anna@example.com"]:
        told = wants_a_person(Chat(shop, {**KNOWN, "parcel": None, "email": email}))
        assert "Shall I send it?" in told
        assert LP not in str(told.messages)


def test_of_several_parcels_none_is_guessed_and_all_are_named() -> None:
    many = replace(ORDER, parcels=(LP, "LP00000000000122"))
    made = draft({"parcel": None}, orders=FakeOrders((many,)))
    assert made.tracking_number == ""
    assert f"not settled: {LP} and LP00000000000122" in "\n".join(made.summary)


def test_more_about_a_standing_case_keeps_its_key() -> None:
    standing = kept_ticket()
    made = draft({"issue": Question.WHERE_IS_MY_ORDER.value}, tickets=kept(standing))
    assert made.key == standing.draft.key


def test_the_priority_is_decided_on_what_is_known_of_the_case() -> None:
    one = case(state=Dialogue(anger=1))
    facts = one.facts(one.turn.services.answer(one.enquiry))
    assert (facts.question, facts.table, facts.row) == (Question(ISSUE), "by_lookup", "by_lookup/silent")
    assert (facts.high_value, facts.shopper_angry) == (True, True)


def test_a_visit_on_another_day_about_the_same_parcel_is_a_contact() -> None:
    before = replace(line(1, f"where is {LP}"), at=MONDAY - timedelta(days=3))
    one = case(record=FakeRecord([before, line(2, "still nothing")]))
    assert one.facts(one.turn.services.answer(one.enquiry)).days_since_contact == 3


# ---- what is said about it -----------------------------------------------------------------------------


def test_a_new_ticket_is_told_with_its_reference() -> None:
    tickets = FakeTickets()
    told = sent(chat(tickets=tickets))
    assert f"under the reference {next(iter(tickets.kept))}" in told


def test_while_the_team_is_away_the_shopper_hears_when_it_is_back() -> None:
    assert "is back Mon 23 November, 09:00 GMT" in sent(chat(now=NOW))


def test_more_of_the_same_case_is_added() -> None:
    assert "added this to your case KT-AAAAAA" in wants_a_person(chat(tickets=kept(kept_ticket())))


def test_more_is_added_even_in_the_moment_the_ticket_was_opened() -> None:
    just_opened = kept_ticket(created_at=MONDAY, updated_at=MONDAY)
    assert "added this to your case KT-AAAAAA" in wants_a_person(chat(tickets=kept(just_opened)))


def test_a_promise_that_was_not_kept_is_admitted_when_the_shopper_asks_again() -> None:
    late = kept_ticket(first_response_due=MONDAY - timedelta(hours=1))
    assert "I'm sorry that you haven't" in wants_a_person(chat(tickets=kept(late)))


def test_a_case_that_comes_back_is_a_new_ticket_that_names_the_old_one() -> None:
    tickets = kept(kept_ticket(status=TicketStatus.SOLVED))
    assert "passed this to our team again" in wants_a_person(chat(tickets=tickets))
    assert [t.earlier for t in tickets.kept.values()][-1] == ("KT-AAAAAA",)


def test_a_message_that_is_dealt_with_twice_after_a_crash_opened_the_ticket_all_the_same() -> None:
    record = FakeRecord([line(1, "hi"), line(2, "human please")])
    opened_by_it = kept_ticket(created_at=line(2).at + timedelta(seconds=1))
    conversation = chat(tickets=kept(opened_by_it), record=record)
    told = conversation.says("human please", "talk_to_human", message_id=f"{CONVERSATION}:2")
    assert "Done. Our team has your case now, under the reference KT-AAAAAA" in told


def test_a_turn_asks_for_the_order_once() -> None:
    shop = FakeOrders((ORDER,))
    sent(chat(orders=CachedOrders(shop)))
    assert shop.asked == [("7401", "anna@example.com")]


def test_a_hand_over_is_noted_once_however_often_it_is_added_to() -> None:
    journal, tickets = FakeJournal(), FakeTickets()
    conversation = chat(journal=journal, tickets=tickets)
    sent(conversation)
    wants_a_person(conversation)
    wants_a_person(conversation)
    assert journal.kinds == ["handed_over"]


# ---- where it stands -----------------------------------------------------------------------------------


def status(*tickets: Ticket, text: str = "any news?", slots: Mapping[str, Any] | None = None) -> Told:
    return chat(slots, tickets=kept(*tickets)).says(text, "ticket_status")


ANSWERED = {"first_response_at": NOW}


@pytest.mark.parametrize(
    ("state", "changes", "words"),
    [
        (TicketStatus.NEW, {}, "is waiting for a person"),
        (TicketStatus.OPEN, {}, "is looking after your case"),
        (TicketStatus.OPEN, ANSWERED, "is working on your case"),
        (TicketStatus.PENDING, ANSWERED, "waiting to hear from you"),
        (TicketStatus.ON_HOLD, {}, "you'll have an answer by"),
        (TicketStatus.ON_HOLD, ANSWERED, "It isn't forgotten."),
        (TicketStatus.SOLVED, ANSWERED, "was marked as solved"),
        (TicketStatus.CLOSED, ANSWERED, "was closed on"),
        (TicketStatus.NEW, {"first_response_due": NOW}, "you haven't had it"),
        (TicketStatus.OPEN, {**ANSWERED, "answer_due": NOW}, "you haven't had it"),
    ],
)
def test_every_state_of_a_ticket_is_told(state: TicketStatus, changes: Mapping[str, Any], words: str) -> None:
    told = status(kept_ticket(status=state, **changes))
    assert words in told
    assert "KT-AAAAAA" in told


def test_all_open_cases_are_told_and_what_is_settled_is_not() -> None:
    other = kept_ticket("KT-CCCCCC", draft=TicketDraft(CONVERSATION, "customs_delay"))
    told = status(kept_ticket(), other, kept_ticket("KT-DDDDDD", status=TicketStatus.SOLVED))
    assert ("KT-AAAAAA" in told, "KT-CCCCCC" in told, "KT-DDDDDD" in told) == (True, True, False)


def test_a_settled_case_can_be_passed_on_again_with_one_press() -> None:
    assert status(kept_ticket(status=TicketStatus.SOLVED)).buttons == {"It isn't settled": "/talk_to_human"}


def test_a_strangers_ticket_and_one_that_does_not_exist_read_the_same() -> None:
    strangers = kept_ticket(draft=TicketDraft("c-other", email="ben@example.com"))
    told = status(strangers, text="what about KT-AAAAAA").text
    assert "can't find a case" in told
    assert told == status(text="what about KT-AAAAAA").text


def test_reference_and_email_together_open_a_ticket_of_another_conversation() -> None:
    elsewhere = kept_ticket(draft=TicketDraft("c-other", email="Anna@Example.com"))
    assert "KT-AAAAAA" in status(elsewhere, text="what about kt-aaaaaa")


def test_who_waits_for_an_answer_to_an_earlier_mail_gets_a_case_and_no_riddle_about_references() -> None:
    told = status(text="I wrote to you on Monday and nobody answers")
    assert "can't find a case" not in told
    assert "Shall I send it?" in told


def test_who_asks_for_news_of_a_case_that_nobody_has_is_told_so_and_offered_one() -> None:
    told = status()
    assert "Nobody has your case yet" in told
    assert "Would you like me to pass this to a person?" in told


# ---- offers --------------------------------------------------------------------------------------------


def test_a_person_is_offered_with_day_and_hour() -> None:
    assert "Mon 23 November, 16:00 GMT" in chat().says("that was no use", "feedback_not_useful")


def test_whatever_was_asked_last_the_promise_of_an_answer_is_one() -> None:
    conversation = chat()
    offered = conversation.says("that was no use", "feedback_not_useful")
    assert "Mon 23 November, 16:00 GMT" in offered
    wants_a_person(conversation)
    assert "Mon 23 November, 16:00 GMT" in conversation.says("and when will I get an answer?", "ticket_status")
    assert "Mon 23 November, 16:00 GMT" in conversation.says("yes, send it", "affirm")


def test_a_case_that_is_with_the_team_is_not_offered_to_it_again() -> None:
    told = chat(tickets=kept(kept_ticket())).says("that was no use", "feedback_not_useful")
    assert "is with our team" in told
    assert "Yes, please" not in told.buttons


def test_a_solved_case_may_be_offered_again() -> None:
    tickets = kept(kept_ticket(status=TicketStatus.SOLVED))
    assert "Yes, please" in chat(tickets=tickets).says("that was no use", "feedback_not_useful").buttons
