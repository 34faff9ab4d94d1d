"""Whether a shopper was here before about the same parcel."""

from __future__ import annotations

from datetime import timedelta

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.visits import RETURNS_AFTER, days_since_contact
from tests.unit.core.builders import NOW

LP = "LP00123456789012"


def said(*lines: tuple[float, str, Author]) -> list[Message]:
    """Messages by how many hours ago they were said."""
    return [
        Message("c-1", n, author, NOW - timedelta(hours=hours), text)
        for n, (hours, text, author) in enumerate(lines, start=1)
    ]


SHOPPER, BOT, AGENT = Author.SHOPPER, Author.BOT, Author.AGENT


def test_a_first_visit_has_no_earlier_contact() -> None:
    assert days_since_contact(said((0.1, f"where is {LP}", SHOPPER)), [LP], NOW) is None


def test_an_earlier_visit_about_the_same_parcel_is_a_contact() -> None:
    told = said((50, f"where is {LP}", SHOPPER), (49.9, "On its way.", BOT), (0, "still nothing", SHOPPER))
    assert days_since_contact(told, [LP], NOW) == 2


def test_the_number_may_have_been_named_by_the_assistant_and_written_with_gaps() -> None:
    told = said((30, "order 7401", SHOPPER), (29.9, "lp00 1234 5678 9012 is on its way", BOT), (0, "hi", SHOPPER))
    assert days_since_contact(told, [LP], NOW) == 1


def test_an_earlier_visit_about_another_parcel_is_none() -> None:
    told = said((50, "where is LP00000000000122", SHOPPER), (0, f"where is {LP}", SHOPPER))
    assert days_since_contact(told, [LP], NOW) is None


def test_a_pause_shorter_than_the_gap_is_the_same_visit() -> None:
    just_short = RETURNS_AFTER.total_seconds() / 3600 - 0.1
    assert days_since_contact(said((just_short, LP, SHOPPER), (0, "and?", SHOPPER)), [LP], NOW) is None


def test_a_pause_of_the_gap_is_another_visit() -> None:
    gap = RETURNS_AFTER.total_seconds() / 3600
    assert days_since_contact(said((gap, LP, SHOPPER), (0, "and?", SHOPPER)), [LP], NOW) == 0


def test_what_the_team_says_meanwhile_is_no_visit_of_the_shopper() -> None:
    told = said((9, LP, SHOPPER), (4.5, "One moment.", AGENT), (0, "and?", SHOPPER))
    assert days_since_contact(told, [LP], NOW) == 0


def test_without_a_number_nothing_is_about_the_same_parcel() -> None:
    assert days_since_contact(said((50, "hello", SHOPPER), (0, "hello", SHOPPER)), [], NOW) is None
