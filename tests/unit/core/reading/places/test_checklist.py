"""What a shopper says to have tried already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.answering.memory import DELIVERED_CHECKS
from parcelbot.core.reading.places.checklist import (
    checks_denied,
    has_yet_to_check,
    read_checks,
    seller_was_contacted,
)


@pytest.mark.parametrize(
    "text",
    [
        "I looked everywhere",
        "already checked the mailbox",
        "we searched the garage and the shed",
        "I've checked all over the garden",
    ],
)
def test_places_that_were_looked_at_are_noted(text: str) -> None:
    assert read_checks(text) == {"places_checked": True}


@pytest.mark.parametrize(
    "text",
    [
        "I asked my neighbours",
        "spoke to the neighbor next door",
        "my wife? yes asked my wife",
        "I have talked to reception",
    ],
)
def test_people_who_were_asked_are_noted(text: str) -> None:
    assert read_checks(text) == {"people_asked": True}


@pytest.mark.parametrize(
    "text",
    ["I called Royal Mail", "rang the depot twice", "I've emailed USPS", "phoned the post office", "I contacted them"],
)
def test_a_carrier_that_was_contacted_is_noted(text: str) -> None:
    assert read_checks(text) == {"carrier_contacted": True}


def test_everything_told_in_one_message_is_noted() -> None:
    told = "I checked the porch, asked my neighbours and called DHL"
    assert read_checks(told) == dict.fromkeys(DELIVERED_CHECKS, True)


@pytest.mark.parametrize(
    "text",
    [
        "I haven't checked the mailbox",
        "I have not asked the neighbours",
        "never called the courier",
        "couldnt check the garage",
        "I have yet to ask my neighbours",
    ],
)
def test_what_was_not_tried_is_not_noted(text: str) -> None:
    assert read_checks(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "I'll contact the carrier tomorrow",
        "i will ask my neighbours",
        "going to check the garage",
        "I need to call DHL",
        "we should ask the neighbours",
    ],
)
def test_a_plan_is_not_noted(text: str) -> None:
    assert read_checks(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "can you call Royal Mail for me?",
        "please contact the courier",
        "should I ask the neighbours?",
        "do I contact the carrier?",
        "where to look, in the garage?",
    ],
)
def test_a_request_or_a_question_is_not_noted(text: str) -> None:
    assert read_checks(text) == {}


def test_a_no_counts_for_its_own_part_of_the_sentence_only() -> None:
    assert read_checks("I checked the porch but I haven't asked the neighbours") == {"places_checked": True}


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("I asked my neighbours and they haven't seen it", "people_asked"),
        ("checked everywhere and couldn't find it", "places_checked"),
        ("called the courier and they won't tell me anything", "carrier_contacted"),
    ],
)
def test_trying_in_vain_is_trying(text: str, check: str) -> None:
    assert read_checks(text) == {check: True}


@pytest.mark.parametrize("text", ["", "it is not here", "my neighbours are nice", "the mailbox is blue", "😡😡"])
def test_a_message_that_tells_of_no_attempt_gives_nothing(text: str) -> None:
    assert read_checks(text) == {}


@given(st.text())
def test_any_text_gives_done_checks_only(text: str) -> None:
    assert set(read_checks(text).items()) <= {(name, True) for name in DELIVERED_CHECKS}


@pytest.mark.parametrize(
    "text",
    [
        "I wrote to the seller two days ago",
        "the seller says friend wait please",
        "seller doesn't reply",
        "messaged the vendor, no answer",
        "the seller keeps sending templates",
    ],
)
def test_a_seller_who_was_asked_or_answered_counts_as_contacted(text: str) -> None:
    assert seller_was_contacted(text)


@pytest.mark.parametrize(
    "text",
    ["should I contact the seller?", "the seller hasn't shipped it", "what do I write", "I'll message the seller"],
)
def test_a_seller_not_asked_yet_does_not(text: str) -> None:
    assert not seller_was_contacted(text)


@pytest.mark.parametrize(
    "text", ["our street stops at 40", "there is no number 12 here", "no such house in our road", "I asked everybody"]
)
def test_where_the_house_does_not_exist_nobody_is_left_to_ask(text: str) -> None:
    assert read_checks(text) == {"people_asked": True}


@pytest.mark.parametrize(
    "text", ["ok calling them now", "I called my bank and they blocked it", "the nurse said rinse it, I rang them"]
)
def test_who_is_rung_now_or_is_no_carrier_was_not_contacted_as_one(text: str) -> None:
    assert "carrier_contacted" not in read_checks(text)


@pytest.mark.parametrize(
    "text",
    [
        "asked whom, called the depot on a Sunday?",
        "dont send me to check the shed",
        "they called the depot and you asked the neighbours",
    ],
)
def test_what_is_asked_or_was_done_by_others_is_no_check(text: str) -> None:
    assert read_checks(text) == {}


def test_a_seller_who_is_only_spoken_of_was_not_written_to() -> None:
    assert not seller_was_contacted("the seller stamp lacks. The officer wants it")


@pytest.mark.parametrize(
    "text",
    [
        "the concierge says nothing came for me",
        "our front desk told me they don't have it",
        "neighbours claim it isn't theirs",
    ],
)
def test_whoever_is_quoted_has_been_asked_even_if_the_answer_was_no(text: str) -> None:
    assert read_checks(text)["people_asked"] is True


def test_who_asks_what_a_neighbour_said_has_asked_nobody() -> None:
    assert "people_asked" not in read_checks("do you know what the neighbour said?")


@pytest.mark.parametrize(
    ("denies", "what"),
    [
        ("No, I haven't asked the neighbours, why would I?", {"people_asked"}),
        ("you got me wrong, I have not looked anywhere", {"places_checked", "people_asked", "carrier_contacted"}),
        ("I never rang the courier", {"carrier_contacted"}),
        ("neighbours don't have it, I asked all of them", set()),
        ("I did not get a call from anyone", set()),
        ("I've looked everywhere and have not found it", set()),
    ],
)
def test_what_is_denied_is_no_check(denies: str, what: set[str]) -> None:
    assert checks_denied(denies) == what


@pytest.mark.parametrize("yet", ["should I ask next door?", "I'll ring them tomorrow", "I am going to ask my flatmate"])
def test_what_is_asked_about_or_yet_to_be_done_is_no_check(yet: str) -> None:
    assert has_yet_to_check(yet)
    assert not read_checks(yet)
