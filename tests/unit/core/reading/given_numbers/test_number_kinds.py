"""Which kind of number a shopper says it is."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.given_numbers.number_kinds import find_number_kind


def kind_in(text: str, number: str = "") -> str:
    at = text.find(number)
    unsure = [(at, at + len(number))] if number else []
    mention = find_number_kind(text, unsure, len(unsure))
    return mention.kind if mention else ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my order id is 7916676427", "order"),
        ("Order #7916676427 where is it", "order"),
        ("7916676427 is my order number", "order"),
        ("7916676427 is my mobile", "phone"),
        ("I have 7916676427 here", ""),
    ],
)
def test_the_kind_stands_beside_the_number(text: str, kind: str) -> None:
    assert kind_in(text, "7916676427") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("it's an order number", "order"),
        ("order number", "order"),
        ("Order", "order"),
        ("thats my order no mate", "order"),
        ("the tracking one", "tracking"),
        ("it's tracking", "tracking"),
        ("a phone number", "phone"),
        ("no, it's not a phone number, it's my order number", "order"),
        ("it's an order number not a tracking number", "order"),
    ],
)
def test_an_answer_names_the_kind(text: str, kind: str) -> None:
    assert kind_in(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "i don't have the order number",
        "what's my tracking number",
        "where is my order",
        "my order",
        "not a tracking number",
        "is it the order number or the tracking number",
        "",
    ],
)
def test_a_question_or_a_refusal_names_none(text: str) -> None:
    assert kind_in(text) == ""


def test_beside_other_codes_nothing_is_taken_for_an_answer() -> None:
    assert find_number_kind("order number", [], codes=1) is None
