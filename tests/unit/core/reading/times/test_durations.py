from __future__ import annotations

from datetime import date

import pytest

from parcelbot.core.reading.times.durations import find_durations, find_needed_in


def values(text: str) -> list[str]:
    return [mention.value for mention in find_durations(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no update for 9 days", "9d"),
        ("been 12days now", "12d"),
        ("ten days", "10d"),
        ("twenty-five days", "25d"),
        ("a fortnight", "14d"),
        ("two weeks", "14d"),
        ("2wks and nothing", "14d"),
        ("couple of weeks", "14d"),
        ("a couple weeks", "14d"),
        ("a week and a half", "10d"),
        ("one and a half weeks", "10d"),
        ("1.5 weeks", "10d"),
        ("a few days", "3d"),
        ("several days", "5d"),
        ("over a month", "30d"),
        ("a whole week", "7d"),
        ("5 straight days", "5d"),
        ("10 business days", "10bd"),
        ("3 working days", "3bd"),
        ("five bus. days", "5bd"),
        ("48hrs", "48h"),
        ("36h", "36h"),
        ("9d", "9d"),
        ("half a day", "12h"),
        ("day 12 and still nothing", "12d"),
        ("nothing for the past week", "7d"),
    ],
)
def test_a_duration_is_read_in_the_words_of_shoppers(text: str, value: str):
    assert values(text) == [value]


def test_of_a_range_the_longer_end_counts():
    assert values("they said 3-5 days, or 2 to 3 weeks abroad") == ["5d", "21d"]


def test_a_duration_tells_where_it_stands():
    (mention,) = find_durations("stuck for 9 days now")
    assert "stuck for 9 days now"[mention.start : mention.end] == "9 days"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "size 10 or 12",
        "it was £9 in the sale",
        "order 7401",
        "second class",
        "2 shirts and 3 dresses",
        "open 24/7",
        "a 3D picture",
        "paid for 2 day shipping",
        "your 30-day return policy",
        "my 3 year old",
        "a 9 month old baby",
        "I may order again",
        "next day delivery",
        "RR123456785CN",
        "36DD",
        "a 3 day weekend",
        "a 30 day money back guarantee",
        "I pay 20 a year for fast shipping",
        "twice a week I look",
        "open 24 hours a day",
        "I've lived here 30 years",
        "a customer for 12 years",
    ],
)
def test_sizes_prices_ages_and_names_of_services_are_no_durations(text: str):
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the allergic reaction lasted 2 days",
        "I was ill for 3 days",
        "no reply since 5 days",
        "waiting 10 days for an answer",
        "I emailed you 3 days ago",
        "I need it in 5 days",
        "I need this within 2 weeks",
        "I'll give you 3 days, then I go to my bank",
        "it must be solved within 5 days",
        "you have 48 hours",
    ],
)
def test_a_span_of_something_else_than_the_parcel_is_left_out(text: str):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I need help, no scan for 9 days", "9d"),
        ("I emailed you, but nothing has moved for 9 days", "9d"),
        ("is it normal that it hasn't moved for 2 weeks", "14d"),
    ],
)
def test_what_is_said_of_the_parcel_counts_beside_other_things(text: str, value: str):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("can it be here in four weeks?", "2026-12-19"),
        ("our christening is in nine days", "2026-11-30"),
        ("I need it within a week", "2026-11-28"),
    ],
)
def test_a_span_that_begins_today_tells_by_when_it_is_needed(text: str, day: str) -> None:
    assert [mention.value for mention in find_needed_in(text, date(2026, 11, 21))] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "nothing has moved in 12 days",
        "will I get my money in five days?",
        "can somebody answer in two days",
        "I'll be back in ten days",
        "they said in 3 days",
        "it should arrive in five days",
        "can they take it back in a week",
        "the last one came in four days",
        "does the refund come in 3 days",
        "we have been here in this house for 9 weeks",
    ],
)
def test_a_span_of_something_else_tells_no_such_day(text: str) -> None:
    assert find_needed_in(text, date(2026, 11, 21)) == ()
