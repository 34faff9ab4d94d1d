from __future__ import annotations

from datetime import date

import pytest

from parcelbot.core.reading.times.dates import find_dates, find_deadlines

SATURDAY = date(2026, 11, 21)


def values(text: str, today: date = SATURDAY) -> list[str]:
    return [mention.value for mention in find_dates(text, today)]


def deadlines(text: str, today: date = SATURDAY) -> list[str]:
    return [mention.value for mention in find_deadlines(text, today)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("since last tuesday", "2026-11-17"),
        ("nothing since Monday", "2026-11-16"),
        ("no scan since weds", "2026-11-18"),
        ("it came on sat", "2026-11-14"),
        ("Tuesday last week", "2026-11-10"),
        ("stuck since the 5th", "2026-11-05"),
        ("posted on the 31st", "2026-10-31"),
        ("due on the 25th but nothing came", "2026-10-25"),
        ("ordered 3rd Nov", "2026-11-03"),
        ("on november 3", "2026-11-03"),
        ("Nov 3rd, 2026", "2026-11-03"),
        ("the 5th of November", "2026-11-05"),
        ("dec 24", "2025-12-24"),
        ("ordered on may 5th", "2026-05-05"),
        ("2026-11-03", "2026-11-03"),
        ("03/11/2026", "2026-11-03"),
        ("ordered 3/11 and waiting", "2026-11-03"),
        ("since 11/14", "2026-11-14"),
        ("yesterday", "2026-11-20"),
        ("the day before yesterday", "2026-11-19"),
        ("waiting since August", "2026-08-01"),
    ],
)
def test_a_date_lies_in_the_past_unless_it_says_otherwise(text: str, value: str):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it comes next friday", "2026-11-27"),
        ("it will be here by friday", "2026-11-27"),
        ("tomorrow", "2026-11-22"),
        ("they will deliver on 2nd December", "2026-12-02"),
    ],
)
def test_words_that_point_forward_make_a_date_lie_ahead(text: str, value: str):
    assert values(text) == [value]


def test_a_day_that_does_not_exist_is_no_date():
    assert values("on 30 February") == []


def test_the_same_weekday_as_today_is_a_week_ago():
    assert values("since saturday") == ["2026-11-14"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it may arrive",
        "the may sale",
        "march in and complain",
        "the 2nd time I write",
        "a 3rd party seller",
        "the 5th attempt",
        "1/2 price",
        "split 50/50",
        "open 24/7",
        "it sat there",
        "the sun was out",
        "order 7401",
        "in 2026 terms",
        "second class",
        "size 10/12",
    ],
)
def test_words_and_numbers_that_only_look_like_dates_are_none(text: str):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I need it for a wedding on Saturday", "2026-11-28"),
        ("will it arrive before Christmas?", "2026-12-24"),
        ("Is it going to arrive in time for the 14th?", "2026-12-14"),
        ("will it be here on the 5th of December", "2026-12-05"),
        ("we fly out on 2nd December", "2026-12-02"),
        ("could it be delivered on Thursday", "2026-11-26"),
        ("Saturday is my wedding", "2026-11-28"),
        ("it's for my mum's 70th on 28/11", "2026-11-28"),
        ("need it tomorrow", "2026-11-22"),
        ("I need it on 3 November", "2027-11-03"),
    ],
)
def test_the_day_it_is_needed_by_lies_ahead_and_is_no_date_of_the_parcel(text: str, value: str):
    assert (deadlines(text), values(text)) == ([value], [])


@pytest.mark.parametrize(
    ("text", "date_said", "needed_by"),
    [
        ("stuck since Monday and I need it by Friday", "2026-11-16", "2026-11-27"),
        ("it was supposed to come on Tuesday, the party is on Saturday", "2026-11-17", "2026-11-28"),
    ],
)
def test_a_message_can_name_both(text: str, date_said: str, needed_by: str):
    assert (values(text), deadlines(text)) == ([date_said], [needed_by])


def test_what_was_due_today_was_promised_for_today():
    assert (values("was due today and nothing came"), deadlines("was due today and nothing came")) == (
        ["2026-11-21"],
        [],
    )


@pytest.mark.parametrize(
    "text",
    [
        "I emailed you on Monday",
        "no answer since the 4th",
        "the birthday was on Friday",
        "I needed it for the party last Friday",
        "I'm on holiday until the 20th",
    ],
)
def test_the_day_of_a_letter_or_of_an_occasion_that_is_over_is_none(text: str):
    assert (values(text), deadlines(text)) == ([], [])


def test_on_the_31st_the_next_31st_can_be_two_months_away():
    assert deadlines("I need it by the 31st", date(2026, 11, 21)) == ["2026-12-31"]
    assert deadlines("I need it by the 31st", date(2026, 9, 1)) == ["2026-10-31"]


@pytest.mark.parametrize("text", ["can I fetch it on Friday?", "would my sister be able to collect it on Friday?"])
def test_when_somebody_can_fetch_it_is_no_day_by_which_it_is_needed(text: str):
    assert deadlines(text) == []


@pytest.mark.parametrize("text", ["can I have it by Friday?", "will it be here by Friday?"])
def test_when_it_shall_be_here_is_one(text: str):
    assert len(deadlines(text)) == 1
