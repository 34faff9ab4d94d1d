"""Behind a case that was sent in this talk nothing is repeated, a remark is no news, and a deadline has its date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.actions.talk import Chat, kept, of_the_shop, real_knowledge
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = real_knowledge()
DUE = "Mon 23 November, 16:00 GMT"


def sent() -> Chat:
    chat = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    chat.gives_order()
    chat.says("nothing moves", "tracking_not_updating")
    chat.says("a person please", "talk_to_human")
    chat.says("yes, send it", "affirm")
    return chat


def summary(chat: Chat) -> str:
    assert isinstance(chat.use_cases.tickets, FakeTickets)
    return "\n".join(line for ticket in chat.use_cases.tickets.kept.values() for line in ticket.draft.summary)


@pytest.mark.parametrize("second", ["lost", "speed_up", "why_quiet"])
def test_that_the_team_has_it_is_not_said_behind_an_answer(second: str) -> None:
    told = sent().says("and what does that mean for me", "out_of_scope", second=second, belief=0.9).text
    assert told
    assert "KT-" not in told
    assert "read along" not in told


@pytest.mark.parametrize(
    ("text", "intent", "second", "sure"),
    [
        ("well, that went swimmingly", "complaint", "nobody_knows", 0.9),
        ("you bunch are hopeless", "complaint", "", 0.9),
        ("suppose I'll put the kettle on", "out_of_scope", "will_wait", 0.9),
        ("hurrah, I'm entry four hundred", "feedback_useful", "", 0.5),
    ],
)
def test_a_remark_gets_a_human_word_and_is_not_filed(text: str, intent: str, second: str, sure: float) -> None:
    chat = sent()
    before = summary(chat)
    told = chat.says(text, intent, second=second, belief=0.2, confidence=sure).text
    assert len(told.split()) < 14
    assert not any(repeated in told for repeated in ("KT-", DUE, "dded", "glad it helped"))
    assert summary(chat) == before


def test_what_a_person_may_want_to_read_is_no_remark() -> None:
    chat = sent()
    told = chat.says("the gate at the front is locked now", "out_of_scope", second="shop_account", belief=0.1).text
    assert "“the gate at the front is locked now”" in told
    assert "the gate at the front is locked now" in summary(chat)


@pytest.mark.parametrize("text", ["sorry, I was a bit sharp there", "apologies for the grumbling"])
def test_whoever_apologises_is_not_apologised_to_and_nothing_is_filed(text: str) -> None:
    chat = sent()
    told = chat.says(text, "complaint", second="sorry_to_ask", belief=0.2).text
    assert "bother" in told
    assert "KT-" not in told
    assert "sharp" not in summary(chat)
    assert "grumbling" not in summary(chat)


@pytest.mark.parametrize(
    ("text", "named", "dated"),
    [
        ("you've got until Thursday, after that I ring my card company", "Thu 26 November", "26 November"),
        ("if it isn't solved within four days I open a chargeback", "Fri 27 November", "27 November"),
        ("unless somebody writes by Wednesday I cancel it", "Wed 25 November", "25 November"),
    ],
)
def test_a_deadline_is_told_and_stands_in_the_ticket_with_its_date(text: str, named: str, dated: str) -> None:
    chat = sent()
    told = chat.says(text, "refund_wanted").text
    assert named in told
    assert "as your last day" in told
    line = next(line for line in summary(chat).splitlines() if line.startswith("Deadline"))
    assert dated in line


def test_a_day_it_is_needed_by_is_no_deadline() -> None:
    chat = sent()
    chat.says("I need it by Thursday, we go away then", "late_delivery")
    assert "Deadline" not in summary(chat)


@pytest.mark.parametrize(
    "asked", ["have you put the locked gate down, yes or no?", "did the locked gate make it onto my file?"]
)
def test_whether_something_is_noted_is_answered_by_yes_with_the_line(asked: str) -> None:
    chat = sent()
    chat.says("the front gate is locked these days", "out_of_scope")
    assert chat.says(asked, "out_of_scope").text.startswith("Yes")


def test_what_was_not_noted_is_put_in_and_said_to_be_new() -> None:
    chat = sent()
    told = chat.says("did you record the broken doorbell?", "out_of_scope").text
    assert told.startswith("It wasn't yet; now it's on KT-")
    assert "broken doorbell" in summary(chat)


def test_how_long_all_of_it_takes_is_not_answered_by_the_hour_of_the_first_answer_alone() -> None:
    told = sent().says("how long does a matter like this take, start to finish?", "out_of_scope").text
    assert told.startswith("How long all of it takes I can't say")


def test_when_the_money_comes_is_no_question_for_the_hour_of_an_answer() -> None:
    told = sent().says("how long till I have my money?", "refund_status", second="refund_how_long", belief=0.6).text
    assert DUE not in told


def test_whoever_asks_whether_anybody_is_there_hears_no_hour_again() -> None:
    told = sent().says("hello, is anybody there?", "talk_to_human").text
    assert "nobody has begun" in told or "A person" in told
    assert DUE not in told


@pytest.mark.parametrize("text", ["How very comforting.", "how terribly helpful"])
def test_mockery_in_the_form_of_a_question_is_none(text: str) -> None:
    chat = sent()
    told = chat.says(text, "out_of_scope").text
    assert "question" not in told
    assert text.rstrip(".") not in summary(chat)


def test_who_cannot_take_calls_is_promised_none() -> None:
    told = sent().says("I'm at the loom all day and can't take calls, please write", "call_me", tells=("cannot_call",))
    assert "promise you a call" not in told.text
    assert "to be rung" not in told.text
