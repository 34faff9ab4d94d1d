"""What a shopper says after a case was sent: it goes on the case, is answered where it asks, or takes the case back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket, TicketStatus
from tests.unit.actions.talk import ISSUE, LP, Chat, Told, entity, kept_ticket, of_the_shop
from tests.unit.usecases.fakes import FakeTickets

KNOWN = {"question": ISSUE, "issue": ISSUE, "order_number": "7401", "email": "anna@example.com", "parcel": LP}


def with_the_team(ticket: Ticket | None = None, slots: Mapping[str, Any] | None = None) -> tuple[Chat, FakeTickets]:
    """A chat whose case the team has."""
    standing = ticket or kept_ticket()
    tickets = FakeTickets({standing.reference: standing})
    return Chat(of_the_shop(tickets=tickets), {**KNOWN, **(slots or {})}), tickets


def summary(tickets: FakeTickets, reference: str = "KT-AAAAAA") -> str:
    return "\n".join(tickets.kept[reference].draft.summary)


def is_added(told: Told) -> bool:
    return "KT-AAAAAA" in told and "Shall I send it" not in told


@pytest.mark.parametrize(
    ("said", "intent", "noted"),
    [
        ("I forgot to say, I'm away from the 12th", "delivery_wish", "“I'm away from the 12th”"),
        ("the bell on my door is broken", "out_of_scope", "“the bell on my door is broken”"),
        ("it was a present for my mother", "nlu_fallback", "“it was a present for my mother”"),
        ("please tell them I work nights", "out_of_scope", "“I work nights”"),
    ],
)
def test_a_line_that_asks_nothing_goes_on_the_case(said: str, intent: str, noted: str) -> None:
    chat, tickets = with_the_team()
    assert is_added(chat.says(said, intent))
    assert noted in summary(tickets)
    assert len(tickets.kept) == 1


def test_a_wish_goes_on_the_case_with_what_stands_there_now() -> None:
    chat, tickets = with_the_team()
    told = chat.says("I'd rather have my money back", "refund_wanted")
    assert "KT-AAAAAA says now: Tracking isn't moving; I want my money back." in told.text
    assert "Shopper wants: a refund" in summary(tickets)
    assert tickets.kept["KT-AAAAAA"].draft.issue == ISSUE


def test_by_when_it_is_answered_is_said_with_the_first_addition() -> None:
    chat, _ = with_the_team()
    first = chat.says("the bell on my door is broken", "out_of_scope")
    second = chat.says("and the gate code is 4711", "out_of_scope")
    assert "Mon 23 November, 16:00 UTC" in first
    assert first.text != second.text


def test_a_new_email_is_the_one_to_answer_to() -> None:
    chat, tickets = with_the_team()
    chat.says("use new@example.com instead", "provide_details", entity("email", "new@example.com"))
    draft = tickets.kept["KT-AAAAAA"].draft
    assert draft.email == "new@example.com"
    assert draft.also_given == (Detail(DetailKind.EMAIL, "anna@example.com"),)


def test_what_is_asked_with_a_detail_is_answered() -> None:
    chat, tickets = with_the_team()
    told = chat.says(
        "my number is 07700 900123. and do I get my money back?",
        "refund_wanted",
        entity("phone", "07700900123"),
    )
    assert is_added(told)
    assert len(told.messages) > 1
    assert "Telephone: 07700900123" in summary(tickets)


def test_a_question_is_answered_and_nothing_is_added() -> None:
    chat, tickets = with_the_team()
    before = tickets.kept["KT-AAAAAA"]
    chat.says("why does it take so long?", "why")
    assert tickets.kept["KT-AAAAAA"] == before


def test_thanks_are_no_news_for_the_team() -> None:
    chat, tickets = with_the_team()
    before = tickets.kept["KT-AAAAAA"]
    chat.says("thank you very much", "thanks")
    assert tickets.kept["KT-AAAAAA"] == before


def test_what_it_never_was_about_gives_way_to_what_it_is_about() -> None:
    misread = kept_ticket(draft=replace(kept_ticket().draft, issue="parcel_stolen"))
    state = {"matters": ["parcel_stolen"], "parcel": LP, "question": "parcel_stolen", "row": "goods/stolen"}
    chat, tickets = with_the_team(misread, {"issue": "parcel_stolen", "dialogue": state})
    assert is_added(chat.says("I never said it was stolen", "parcel_stolen"))
    ticket = tickets.kept["KT-AAAAAA"]
    assert ticket.draft.issue != "parcel_stolen"
    assert "it never was “Stolen after delivery”" in summary(tickets)


# ---- its end -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("said", "intent"), [("it's here!", "parcel_arrived"), ("all sorted, thanks", "thanks")])
def test_a_case_is_taken_back_when_nothing_is_left_to_settle(said: str, intent: str) -> None:
    chat, _ = with_the_team()
    assert "taken your case KT-AAAAAA back" in chat.says(said, intent)


def test_a_case_that_somebody_has_begun_is_left_to_them_with_a_word() -> None:
    begun = kept_ticket(status=TicketStatus.OPEN, assignee="ana@kossr.example")
    chat, tickets = with_the_team(begun)
    told = chat.says("it's here after all, the neighbour had it", "parcel_arrived")
    assert "whoever has it can close it" in told
    assert "the neighbour had it" in summary(tickets)


def test_goods_that_came_broken_are_not_settled_by_having_come() -> None:
    broken = kept_ticket(draft=replace(kept_ticket().draft, issue="item_damaged"))
    chat, _ = with_the_team(broken, {"issue": "item_damaged"})
    assert "taken your case" not in chat.says("the parcel is here now", "parcel_arrived")


def test_forget_it_is_asked_about_first() -> None:
    chat, _ = with_the_team()
    assert "Yes, take it back" in chat.says("never mind", "deny").buttons
    assert "stays with our team" in chat.says("no", "deny")
    chat.says("forget it", "deny")
    assert "taken your case KT-AAAAAA back" in chat.says("yes", "affirm")


def test_what_stands_in_the_case_is_told_when_asked() -> None:
    chat, _ = with_the_team()
    told = chat.says("ok, is everything in there?", "refund_status")
    assert "KT-AAAAAA" in told
    assert "word for word" in told
    assert "payments" not in told


@pytest.mark.parametrize(
    "said", ["how long does this take and who calls me", "who is on it?", "when will someone get back to me"]
)
def test_by_when_and_by_whom_an_answer_comes_is_told_with_its_day(said: str) -> None:
    chat, _ = with_the_team()
    told = chat.says(said, "nlu_fallback")
    assert "Mon 23 November, 16:00 UTC" in told
    assert "writes to you here" in told


def test_no_mail_is_promised_where_none_can_be_sent() -> None:
    chat, _ = with_the_team()
    told = chat.says("do i get a mail?", "notify_me")
    assert "in this chat" in told
    assert "to the address you gave" not in told


def test_that_no_photo_came_is_said() -> None:
    chat, _ = with_the_team()
    assert "has come through" in chat.says("did you get the photo?", "delivery_proof")


@pytest.mark.parametrize("said", ["the lamp is broken again, I want my money back", "nothing has come so far"])
def test_what_is_open_after_the_end_of_a_case_goes_to_the_team_again(said: str) -> None:
    solved = replace(kept_ticket(), status=TicketStatus.SOLVED)
    chat, tickets = with_the_team(solved, {"dialogue": {"ticket": "KT-AAAAAA", "notes": ["an old line"]}})
    told = chat.says(said, "refund_wanted" if "money" in said else "nlu_fallback")
    assert "again" in told
    assert tickets.kept["KT-AAAAAA"].status is TicketStatus.SOLVED
    newest = next(t for reference, t in tickets.kept.items() if reference != "KT-AAAAAA")
    assert said in "\n".join(newest.draft.summary)
    assert "an old line" not in "\n".join(newest.draft.summary)


def test_thanks_after_the_end_of_a_case_open_nothing() -> None:
    solved = replace(kept_ticket(), status=TicketStatus.SOLVED)
    chat, tickets = with_the_team(solved, {"dialogue": {"ticket": "KT-AAAAAA"}})
    chat.says("thank you, that was quick", "thanks")
    assert len(tickets.kept) == 1


def test_a_wish_that_is_called_off_names_the_case_no_more() -> None:
    draft = replace(kept_ticket().draft, issue="cancel_order")
    chat, tickets = with_the_team(replace(kept_ticket(), draft=draft), {"issue": "cancel_order"})
    chat.says("oh wait, no, dont cancel", "cancel_order")
    assert tickets.kept["KT-AAAAAA"].draft.issue != "cancel_order"
    assert "Cancel the order" not in summary(tickets)
