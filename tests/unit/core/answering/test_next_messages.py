"""What was asked in a moment before is likelier there, and nothing is impossible."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.next_messages import NextMessages, TalkMoment, TalkStanding

AT_A_COUNTER = TalkMoment(frozenset({"pickup/*"}), None, {"until_when": 30, "what_to_bring": 10})
IN_A_LOCKER = TalkMoment(frozenset({"pickup/locker"}), None, {"no_code": 20})
SHOWN = TalkMoment(frozenset(), TalkStanding.CASE_SHOWN, {"who_reads_it": 40})
KNOWN = NextMessages((AT_A_COUNTER, IN_A_LOCKER, SHOWN))


def test_a_talk_is_in_the_moment_of_its_row() -> None:
    assert KNOWN.after(["pickup/locker"], None) == [IN_A_LOCKER]


def test_a_row_that_is_named_nowhere_belongs_to_its_table() -> None:
    assert KNOWN.after(["pickup/fresh"], None) == [AT_A_COUNTER]


def test_the_first_row_that_has_a_moment_counts() -> None:
    assert KNOWN.after(["carrier/in_hand", "pickup/fresh", "pickup/locker"], None) == [AT_A_COUNTER]


def test_a_case_is_a_moment_beside_that_of_the_row() -> None:
    assert KNOWN.after(["pickup/fresh"], TalkStanding.CASE_SHOWN) == [AT_A_COUNTER, SHOWN]
    assert KNOWN.after(["carrier/in_hand"], TalkStanding.CASE_SENT) == []


def test_what_was_asked_there_is_likelier_and_what_was_asked_elsewhere_less_likely() -> None:
    assert KNOWN.times_likelier("until_when", [AT_A_COUNTER]) > 1 > KNOWN.times_likelier("no_code", [AT_A_COUNTER])


def test_what_nobody_ever_asked_stays_possible() -> None:
    assert KNOWN.times_likelier("never_written", [AT_A_COUNTER]) > 0


def test_of_two_moments_each_counts_half() -> None:
    both = KNOWN.times_likelier("until_when", [AT_A_COUNTER, SHOWN])
    each = [KNOWN.times_likelier("until_when", [moment]) for moment in (AT_A_COUNTER, SHOWN)]
    assert both == pytest.approx(sum(each) / 2)


def test_without_a_moment_all_is_as_likely_as_anywhere() -> None:
    assert KNOWN.times_likelier("until_when", []) == 1
