from __future__ import annotations

import json
from typing import Any

import pytest

from parcelbot.review.turns import Guess, SessionTurns, StoredEvent, read_history


def user(text: str | None, intent: str = "greet", **parse_data: Any) -> StoredEvent:
    parsed = {"intent": {"name": intent, "confidence": 0.9}, "entities": [], **parse_data}
    return StoredEvent("c1", "user", json.dumps({"event": "user", "text": text, "parse_data": parsed}))


def feedback(value: str) -> StoredEvent:
    return StoredEvent("c1", "slot", json.dumps({"event": "slot", "name": "feedback", "value": value}))


NEW_SESSION = StoredEvent("c1", "session_started", '{"event": "session_started"}')


def texts(history: SessionTurns) -> list[list[str]]:
    return [[turn.text for turn in session] for session in history.sessions]


def test_a_session_ends_where_the_next_one_starts() -> None:
    assert texts(read_history([NEW_SESSION, user("a"), user("b"), NEW_SESSION, user("c")])) == [["a", "b"], ["c"]]


def test_two_conversations_are_two_sessions() -> None:
    other = StoredEvent("c2", "user", user("b").data)
    assert texts(read_history([user("a"), other])) == [["a"], ["b"]]


def test_no_rows_give_no_sessions() -> None:
    assert read_history([]) == SessionTurns(())


def test_a_session_without_a_message_is_left_out() -> None:
    assert read_history([NEW_SESSION, NEW_SESSION]) == SessionTurns(())


def test_a_clicked_choice_has_no_text() -> None:
    [[turn]] = read_history([user('/where_is_my_order{"sales_channel":"aliexpress"}')]).sessions
    assert turn.text == ""


def test_a_message_without_text_has_no_text() -> None:
    assert texts(read_history([user(None)])) == [[""]]


def test_runners_up_are_the_likeliest_other_intents() -> None:
    ranking = [
        {"name": name, "confidence": confidence}
        for name, confidence in [("greet", 0.9), ("a", 0.4), ("b", 0.3), ("c", 0.2), ("d", 0.1), ("e", 0.01)]
    ]
    [[turn]] = read_history([user("hm", intent_ranking=ranking)]).sessions
    assert turn.others == (Guess("a", 0.4), Guess("b", 0.3), Guess("c", 0.2))


def test_runners_up_that_are_hardly_likely_are_left_out() -> None:
    ranking = [{"name": "greet", "confidence": 0.9}, {"name": "a", "confidence": 0.04}]
    [[turn]] = read_history([user("hm", intent_ranking=ranking)]).sessions
    assert turn.others == ()


def test_not_useful_belongs_to_the_turn_that_said_so() -> None:
    [[question, no]] = read_history([user("where is it"), user("no"), feedback("not_useful")]).sessions
    assert (question.not_useful, no.not_useful) == (False, True)


@pytest.mark.parametrize("value", ["useful", "asked"])
def test_other_feedback_is_no_complaint(value: str) -> None:
    [[turn]] = read_history([user("thanks"), feedback(value)]).sessions
    assert not turn.not_useful


def test_feedback_carried_over_into_a_new_session_is_not_given_again() -> None:
    [_, [turn]] = read_history([user("no"), NEW_SESSION, feedback("not_useful"), user("hi")]).sessions
    assert not turn.not_useful


@pytest.mark.parametrize(
    "data",
    ["", "{", "null", "[]", "7", "{}", '{"text": "hi"}', '{"text": "hi", "parse_data": null}',
     '{"text": "hi", "parse_data": {"intent": "greet"}}', '{"text": 7, "parse_data": {"intent": {}}}'],
)  # fmt: skip
def test_an_unreadable_row_is_counted_and_passed_over(data: str) -> None:
    history = read_history([user("before"), StoredEvent("c1", "user", data), user("after")])
    assert (texts(history), history.unreadable) == ([["before", "after"]], 1)


def test_unreadable_feedback_is_counted_and_passed_over() -> None:
    assert read_history([user("hi"), StoredEvent("c1", "slot", "{}")]).unreadable == 1
