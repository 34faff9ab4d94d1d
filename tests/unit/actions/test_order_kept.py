"""An order that was to be cancelled is wanted after all: the wish goes out of draft or case, and that is said."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.hearing.own_question import wants_the_order_after_all
from parcelbot.core.questions import Question
from tests.unit.actions.talk import Chat, Told, kept_ticket, of_the_shop, real_knowledge
from tests.unit.actions.test_open_case import summary, with_the_team
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = real_knowledge()
WITHDRAWN = "cancel_withdrawn"


def to_cancel() -> Chat:
    """A conversation in which a case to cancel an order is shown or waits for a detail."""
    chat = Chat(replace(of_the_shop(tickets=FakeTickets()), knowledge=KNOWLEDGE))
    chat.gives_order()
    chat.says("please cancel that order", "cancel_order")
    chat.says("yes, to a person", "talk_to_human")
    return chat


def keeps_it(chat: Chat, text: str = "oh, my aunt would love it, so let it come", belief: float = 0.6) -> Told:
    return chat.says(text, "nlu_fallback", second=WITHDRAWN, belief=belief)


def test_the_draft_that_only_wished_to_cancel_is_left() -> None:
    chat = to_cancel()
    told = keeps_it(chat)
    assert "the order stays as it is" in told.text
    assert chat.dialogue.case is None
    assert Question.CANCEL_ORDER.value not in chat.dialogue.matters


def test_nobody_is_asked_to_send_or_offered_in_the_same_breath() -> None:
    told = keeps_it(to_cancel())
    assert "?" not in told.text


def test_on_the_teams_case_it_is_put_down_for_the_person_who_has_it() -> None:
    draft = replace(kept_ticket().draft, issue="cancel_order")
    chat, tickets = with_the_team(replace(kept_ticket(), draft=draft), {"issue": "cancel_order"})
    told = keeps_it(chat)
    assert "that's on your case now" in told.text
    assert "my aunt would love it" in summary(tickets)
    assert "to cancel" not in summary(tickets).splitlines()


def test_what_else_stands_in_the_case_stays_there() -> None:
    chat = to_cancel()
    chat.says("and one cup came in pieces", "item_damaged")
    keeps_it(chat)
    assert chat.dialogue.case is not None


def test_a_likeness_that_is_hardly_believed_takes_nothing_out() -> None:
    chat = to_cancel()
    keeps_it(chat, belief=0.05)
    assert chat.dialogue.case is not None


def test_what_follows_if_nobody_answers_is_told_with_the_hour_that_was_promised() -> None:
    chat = to_cancel()
    chat.sends_it()
    told = chat.says("and suppose they all sleep through it", "nlu_fallback", second="no_answer_by_then", belief=0.9)
    assert "Tue 24 November, 12:00 GMT passes without an answer" in told
    assert f"{chat.dialogue.ticket} stays yours" in told


def test_while_a_case_is_drafted_it_is_told_without_an_hour() -> None:
    chat = to_cancel()
    told = chat.says("and suppose they all sleep through it", "nlu_fallback", second="no_answer_by_then", belief=0.9)
    assert "moves to the front of the team's list" in told


def test_who_names_the_order_that_is_to_go_takes_no_cancelling_back() -> None:
    heard = Heard(
        "cancel_order",
        text="keep 4101 then and cancel 4107 instead",
        order_number="4107",
        follow_ups=(FollowUp("cancel_withdrawn", 0.9),),
    )
    assert not wants_the_order_after_all(heard)
    assert wants_the_order_after_all(replace(heard, order_number="", text="keep it then, I want it after all"))
