from __future__ import annotations

import pytest

from parcelbot.core.owner.privacy import REMOVED, IdentityTraces, belongs_to, count_in_words, emails_in, without_email

ANA, BO = "ana@example.com", "bo@example.com"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mail ana@example.com.", {ANA}),
        ("Ana@Example.com, <bo@example.com>", {ANA, BO}),
        ("ana @ example.com", {ANA}),
        ("a.b+shop@mail.example.co.uk!", {"a.b+shop@mail.example.co.uk"}),
        ("write to @ana or ana@", set()),
        ("", set()),
    ],
)
def test_addresses_are_found_as_people_write_them(text: str, found: set[str]) -> None:
    assert emails_in(text) == found


def test_an_address_is_taken_out_of_whatever_json_holds() -> None:
    kept = {"text": "I am Ana@example.com", "list": ["ana @example.com", 7, None], "ANA@EXAMPLE.COM": True}

    assert without_email(ANA, kept) == {"text": f"I am {REMOVED}", "list": [REMOVED, 7, None], "ANA@EXAMPLE.COM": True}


@pytest.mark.parametrize(
    "text", ["joana@example.com", "ana@example.com.au", "x.ana@example.com", "ana@example.community"]
)
def test_another_address_that_holds_this_one_is_left_alone(text: str) -> None:
    assert without_email(ANA, text) == text


@pytest.mark.parametrize(
    ("traces", "is_anas"),
    [
        (IdentityTraces("c", shopper_texts=(ANA,)), True),
        (IdentityTraces("c", shopper_texts=(f"{BO} or {ANA}",)), True),
        (IdentityTraces("c", identity="Ana@example.com"), True),
        (IdentityTraces("c", requesters=frozenset({BO, ANA})), True),
        (IdentityTraces("c", identity=BO, shopper_texts=(ANA,)), False),
        (IdentityTraces("c", requesters=frozenset({BO}), shopper_texts=(ANA,)), False),
        (IdentityTraces("c", shopper_texts=("hello",)), False),
    ],
)
def test_who_vouches_comes_before_what_was_typed(traces: IdentityTraces, is_anas: bool) -> None:
    assert belongs_to(ANA, traces) is is_anas


def test_an_order_that_was_named_decides_between_addresses_that_were_typed() -> None:
    traces = IdentityTraces("c", shopper_texts=(f"{ANA} or {BO}",))

    assert belongs_to(ANA, traces, [BO]) is False
    assert belongs_to(BO, traces, [BO]) is True


@pytest.mark.parametrize(
    ("what", "count", "words"),
    [
        ("ticket", 1, "1 ticket"),
        ("ticket", 2, "2 tickets"),
        ("delivery", 3, "3 deliveries"),
        ("line of statistics", 1, "1 line of statistics"),
        ("line of statistics", 4, "4 lines of statistics"),
        ("mention by others", 2, "2 mentions by others"),
    ],
)
def test_counts_read_as_english(what: str, count: int, words: str) -> None:
    assert count_in_words(what, count) == words
