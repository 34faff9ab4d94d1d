"""What agents read for moments, promises and codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus
from parcelbot.core.questions import Question
from parcelbot.inbox import labels
from parcelbot.inbox.labels import Promise

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)
BERLIN = ZoneInfo("Europe/Berlin")


def ticket(due_in: timedelta, **changes: object) -> Ticket:
    fresh = Ticket("KT-ACDEFG", TicketDraft("c"), TicketStatus.NEW, NOW, NOW, NOW + due_in)
    return replace(fresh, **changes)


@pytest.mark.parametrize(
    ("due_in", "promise"),
    [
        (timedelta(minutes=25), Promise("answer due in 25 min", "soon")),
        (timedelta(seconds=30), Promise("answer due in under a minute", "soon")),
        (timedelta(hours=3, minutes=10), Promise("answer due in 3 h", "calm")),
        (timedelta(hours=23), Promise("answer due tomorrow, 09:00", "calm")),
        (timedelta(days=3), Promise("answer due Thu 26 November, 10:00", "calm")),
        (timedelta(minutes=-1), Promise("1 min overdue", "late")),
        (timedelta(hours=-2), Promise("2 h overdue", "late")),
        (timedelta(days=-3), Promise("3 days overdue", "late")),
    ],
)
def test_a_promise_tells_how_long_is_left_or_how_late_it_is(due_in: timedelta, promise: Promise) -> None:
    assert labels.promise(ticket(due_in), NOW, BERLIN) == promise


def test_a_promise_that_was_kept_or_broken_says_so_afterwards() -> None:
    in_time = ticket(timedelta(hours=1), first_response_at=NOW)
    late = ticket(timedelta(hours=-1), first_response_at=NOW)
    assert labels.promise(in_time, NOW, BERLIN).text == "first answer in time"
    assert labels.promise(late, NOW, BERLIN).text == "first answer was late"


def test_an_answer_that_is_owed_again_is_a_promise_again() -> None:
    given_back = ticket(timedelta(hours=-5), first_response_at=NOW, answer_due=NOW + timedelta(minutes=30))
    assert labels.promise(given_back, NOW, BERLIN).text == "answer due in 30 min"


def test_a_case_closed_without_a_word_owes_nothing() -> None:
    closed = ticket(timedelta(hours=-5), status=TicketStatus.CLOSED)
    assert labels.promise(closed, NOW, BERLIN) == Promise("closed without an answer", "kept")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW, "today, 10:00"),
        (NOW - timedelta(hours=11), "yesterday, 23:00"),
        (NOW + timedelta(days=1), "tomorrow, 10:00"),
        (NOW - timedelta(days=20), "Tue 3 November, 10:00"),
        (NOW - timedelta(days=400), "Sun 19 October 2025, 11:00"),
    ],
)
def test_a_moment_is_told_in_the_shops_zone(at: datetime, said: str) -> None:
    assert labels.moment(at, NOW, BERLIN) == said


def test_a_full_moment_names_its_zone() -> None:
    assert labels.full_moment(NOW, NOW, BERLIN) == "Mon 23 November, 10:00 CET"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "just now"), (59, "just now"), (61, "1 min ago"), (7200, "2 h ago"), (200_000, "2 days ago")],
)
def test_ages_are_short(seconds: int, said: str) -> None:
    assert labels.ago(NOW - timedelta(seconds=seconds), NOW) == said


def test_a_clock_that_runs_ahead_of_ours_is_just_now() -> None:
    assert labels.ago(NOW + timedelta(seconds=5), NOW) == "just now"


@pytest.mark.parametrize("question", list(Question))
def test_every_question_has_words(question: Question) -> None:
    assert question.value in labels.ISSUES


def test_every_status_and_priority_has_words() -> None:
    assert set(labels.STATUSES) == {status.value for status in TicketStatus}
    assert set(labels.PRIORITIES) == {priority.value for priority in Priority}


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 byte"), (999, "999 bytes"), (12_400, "12 kB"), (3_400_000, "3.4 MB")]
)
def test_sizes_are_told_in_the_unit_that_fits(size: int, said: str) -> None:
    assert labels.size_words(size) == said
