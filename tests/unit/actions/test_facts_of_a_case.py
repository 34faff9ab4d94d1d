"""A ticket is written from facts: a line each, nothing of the talk itself, and a question until it has its answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parcelbot.core.cases.tickets import TicketDraft
from tests.unit.actions.talk import MONDAY, Chat, entity, of_the_shop
from tests.unit.usecases.fakes import FakeTickets


def talking() -> Chat:
    """A conversation about a parcel that has not moved for days."""
    chat = Chat(of_the_shop(tickets=FakeTickets()))
    chat.gives_order()
    chat.says("nothing has moved for days", "tracking_not_updating")
    return chat


def sent(chat: Chat) -> TicketDraft:
    chat.says("let me talk to a person", "talk_to_human")
    return chat.sends_it()


def line(ticket: TicketDraft, title: str) -> str:
    return next((line for line in ticket.summary if line.startswith(f"{title}: ")), "")


@pytest.mark.parametrize(
    ("fact", "said", "title"),
    [
        ("other_collects", "my cousin Ada fetches whatever comes to the shop", "Collecting it"),
        ("for_another", "the curtains are for the parish hall, not for me", "Who it is for"),
        ("cannot_call", "on the phone my stammer is bad", "Getting in touch"),
        ("po_box", "up here all of us have a box at the post", "PO box"),
        ("id_asked", "they'd like a number off my passport", "Papers or ID"),
    ],
)
def test_a_fact_has_a_line_and_stands_in_no_other(fact: str, said: str, title: str) -> None:
    chat = talking()
    chat.says(said, "out_of_scope", said={"says": [f"told_{fact}"]})
    ticket = sent(chat)
    assert line(ticket, title) == f"{title}: “{said}”"
    assert said not in line(ticket, "Also said") + line(ticket, "Shopper says")


def test_the_draft_shows_it_in_the_shoppers_language() -> None:
    chat = talking()
    told = "Meine Cousine Ada holt im Laden alles ab"
    chat.says(told, "out_of_scope", language="de", said={"says": ["told_other_collects"]})
    shown = chat.says("einen Menschen bitte", "talk_to_human", language="de").text
    assert f"Abholung: {told}" in shown
    assert shown.count(told) == 1


@pytest.mark.parametrize(
    ("said", "intent", "times", "day"),
    [
        ("my sister marries in 6 days, the cloth is for that", "out_of_scope", entity("duration", "6d"), 6),
        ("die Taufe ist am Sonntag, dafür ist es", "out_of_scope", entity("date", "+5"), 5),
    ],
)
def test_the_day_that_it_is_needed_for_is_read_of_what_was_told(
    said: str, intent: str, times: dict[str, object], day: int
) -> None:
    value = str(times["value"])
    wanted = (MONDAY + timedelta(days=day)).date()
    dated = {**times, "value": wanted.isoformat()} if value.startswith("+") else times
    chat = talking()
    chat.says(said, intent, dated, said={"says": ["told_needed_by"]})
    assert line(sent(chat), "Needed by").startswith(f"Needed by: {wanted:%a} {wanted.day} {wanted:%B}; “{said}”")


def test_a_span_that_is_told_elsewhere_is_no_day() -> None:
    chat = talking()
    said = "it is for a wedding. I have waited 9 days"
    chat.says(said, "out_of_scope", entity("duration", "12d"), said={"says": ["told_needed_by"]})
    assert line(sent(chat), "Needed by") == f"Needed by: “{said}”"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("yes please hand it over, with all of that", "affirm"),
        ("you are a dear", "thanks"),
        ("are you one of those machines", "bot_challenge"),
        ("that was no answer to me", "feedback_not_useful"),
    ],
)
def test_what_is_of_the_talk_alone_is_no_part_of_a_case(said: str, intent: str) -> None:
    chat = talking()
    chat.says(said, intent, confidence=0.97)
    assert said not in " ".join(sent(chat).summary)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("no, the green curtain has the hole", "deny"),
        ("yes, at number 14 they have a dog that bites", "affirm"),
    ],
)
def test_what_tells_something_beside_it_stays(said: str, intent: str) -> None:
    chat = talking()
    chat.says(said, intent, confidence=0.6)
    assert any(said.split(", ", 1)[1] in line for line in sent(chat).summary)


def test_the_day_of_a_move_is_the_last_one_that_an_answer_helps() -> None:
    tomorrow = (MONDAY + timedelta(days=1)).date().isoformat()
    chat = talking()
    chat.says("we move house tomorrow", "change_address", entity("date", tomorrow), said={"says": ["told_moved"]})
    assert chat.slots["claims"]["moves_on"] == tomorrow
    chat.says("we moved house", "change_address", entity("date", "2020-01-05"), said={"says": ["told_moved"]})
    assert chat.slots["claims"]["moves_on"] == tomorrow
