"""Statements go to a person; questions, courtesies, details with fields of their own, and orders do not."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.facts.told_facts import asks, beside_details, tells_something, told_facts, without_details


@pytest.mark.parametrize(
    "text",
    [
        "the bell has been out of order since Monday",
        "flat 3",
        "I only live there until Friday",
        "the carrier told me on the phone that it is lost",
        "I cannot collect it, I am in a wheelchair",
        "der Fahrer war gar nicht hier",
        "it cost 48 euros",
    ],
)
def test_a_statement_tells_something(text: str) -> None:
    assert tells_something(text)
    assert told_facts([text], []) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.com, order 7410",
        "my order is numbered 7415 and I'm anna@example.com",
        "meine E-Mail ist anna@example.com",
        "please open a case then",
        "I want a person to look into it, anna@example.com",
        "Yes, send it please",
        "many thanks and kind regards",
        "QM301188305GB",
    ],
)
def test_what_has_a_field_of_its_own_or_is_done_by_the_case_tells_nothing(text: str) -> None:
    assert not tells_something(text)
    assert without_details(text) == ""


def test_questions_and_what_is_quoted_already_are_left_out() -> None:
    said = ["The gate was open. Where is it? The dog was in.", "is it lost, do you think", "the dog was in the yard"]
    assert told_facts(said, ["The gate was open."]) == ["The dog was in.", "the dog was in the yard"]


def test_an_e_mail_leaves_the_sentence_that_tells_something() -> None:
    assert without_details("The hall is locked at night, anna@example.com") == "The hall is locked at night"


def test_a_long_story_is_kept_within_bounds() -> None:
    assert sum(map(len, told_facts([f"thing number {n} happened on that day" for n in range(99)], []))) <= 900


def test_lines_that_came_together_stay_apart() -> None:
    assert without_details("nobody rang here once\nthe bell is out of order\ncould a person look at this?") == (
        "nobody rang here once; the bell is out of order"
    )


def test_what_was_wished_on_the_way_is_no_fact() -> None:
    assert told_facts(["I'd rather have my money back", "it lies in the rain there"], []) == [
        "it lies in the rain there"
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("My sister tried hers on yesterday. Blue stays. Thanks!", "My sister tried hers on yesterday. Blue stays."),
        ("The bill has 30117 on it. I'm 30171.", "The bill has 30117 on it. I'm 30171."),
        ("Meine Nachbarin hat nachgemessen. Grün bleibt.", "Meine Nachbarin hat nachgemessen. Grün bleibt."),
        ("Прийшла одна ковдра замість двох. Замовлення 7410.", "Прийшла одна ковдра замість двох."),
        ("The hem came undone at once. anna@example.com. Order 7410.", "The hem came undone at once."),
    ],
)
def test_a_message_that_tells_something_keeps_its_short_sentences(text: str, kept: str) -> None:
    assert without_details(text) == kept


@pytest.mark.parametrize(
    "told", ["was home till six.", "had been waiting since noon", "have just been told off by them"]
)
def test_what_leaves_its_writer_out_asks_nothing(told: str) -> None:
    assert not asks(told)


@pytest.mark.parametrize(
    "asked", ["was there a note", "have you sent it", "so does it come today y/n", "was in the box?"]
)
def test_what_asks_is_a_question_with_and_without_its_mark(asked: str) -> None:
    assert asks(asked)


def test_an_order_number_in_two_groups_is_a_detail() -> None:
    assert not tells_something("order number is 48 13 sorry")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("ines@example.org, and what if nobody writes to me", "and what if nobody writes to me"),
        ("7788. is the van in my street yet", "is the van in my street yet"),
        ("that's my order 7788, the wedding is on Sunday", "the wedding is on Sunday"),
        ("my order is 7788 and my mail ines@example.org", ""),
        # people write their numbers with what they ask, and that is learnt so
        ("is LP00123456789012 lost or what", ""),
        ("is the fourth one in it as well", ""),
    ],
)
def test_what_is_said_beside_an_email_or_an_order_is_read_without_it(text: str, beside: str) -> None:
    assert beside_details(text) == beside
