"""Pauses between attempts, and the circuit that leaves a destination alone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.outgoing.retrying import LONGEST_REQUESTED_S, Circuit, RetryPolicy, retry_after_s

NOW = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
PATIENCE = RetryPolicy(first_s=5, longest_s=900, attempts=10)


@pytest.mark.parametrize(("attempts", "pause_s"), [(1, 5), (2, 10), (3, 20), (8, 640), (9, 900), (5000, 900)])
def test_the_pause_doubles_up_to_the_longest(attempts: int, pause_s: float) -> None:
    assert PATIENCE.pause_s(attempts, chance=1) == pause_s


def test_chance_takes_up_to_half_of_the_pause_away() -> None:
    assert PATIENCE.pause_s(3, chance=0) == 10


@given(st.integers(1, 10_000), st.floats(0, 1), st.one_of(st.none(), st.floats(0, 1e9)))
def test_there_is_always_a_pause_and_it_always_ends(attempts: int, chance: float, requested_s: float | None) -> None:
    assert 0 <= PATIENCE.pause_s(attempts, chance, requested_s) <= LONGEST_REQUESTED_S + 1


def test_what_the_destination_asks_for_goes_before_our_own_figures() -> None:
    assert PATIENCE.pause_s(1, chance=0, requested_s=90) == 90
    assert PATIENCE.pause_s(9, chance=0, requested_s=2) == 2


def test_no_destination_can_ask_for_more_than_a_day() -> None:
    assert PATIENCE.pause_s(1, chance=0, requested_s=1e9) == 24 * 3600


def test_attempts_come_to_an_end() -> None:
    assert not PATIENCE.exhausted(9)
    assert PATIENCE.exhausted(10)


def test_by_default_a_delivery_is_tried_for_a_day() -> None:
    patience = RetryPolicy()
    tried_s = sum(patience.pause_s(n, chance=0.5) for n in range(1, patience.attempts))
    assert timedelta(hours=16) < timedelta(seconds=tried_s) < timedelta(hours=32)


def failed(times: int) -> Circuit:
    circuit = Circuit()
    for _ in range(times):
        circuit = circuit.after_failure(NOW, chance=1)
    return circuit


def test_a_failure_or_two_are_nothing_special() -> None:
    assert failed(Circuit.LIMIT - 1).lets_through(NOW)


def test_after_some_failures_in_a_row_a_destination_is_left_alone_for_a_while() -> None:
    circuit = failed(Circuit.LIMIT)
    assert not circuit.lets_through(NOW + timedelta(seconds=29))
    assert circuit.lets_through(NOW + timedelta(seconds=30))


def test_it_is_left_alone_longer_each_time_but_never_for_long() -> None:
    assert not failed(Circuit.LIMIT + 1).lets_through(NOW + timedelta(seconds=59))
    assert failed(1000).lets_through(NOW + timedelta(seconds=Circuit.LONGEST_PAUSE_S))


def test_one_success_makes_everything_well() -> None:
    assert failed(50).after_success() == Circuit()


def test_a_pause_that_is_asked_for_counts_from_the_first_failure() -> None:
    circuit = Circuit().after_failure(NOW, chance=0, requested_s=90)
    assert not circuit.lets_through(NOW + timedelta(seconds=89))
    assert circuit.lets_through(NOW + timedelta(seconds=90))


class TestThePauseAServerAsksFor:
    NOW = datetime(2026, 11, 22, 14, 0, tzinfo=timezone.utc)

    @pytest.mark.parametrize(("header", "pause_s"), [("0", 0), ("7", 7), (" 120 ", 120)])
    def test_a_pause_in_seconds(self, header: str, pause_s: float) -> None:
        assert retry_after_s(header, self.NOW) == pause_s

    def test_a_pause_until_a_date(self) -> None:
        assert retry_after_s("Sun, 22 Nov 2026 14:01:30 GMT", self.NOW) == 90

    def test_a_date_that_has_passed_is_no_pause(self) -> None:
        assert retry_after_s("Sun, 22 Nov 2026 13:00:00 GMT", self.NOW) == 0

    @pytest.mark.parametrize(
        "header", ["", "soon", "-5", "1.5", "٣", "2026-11-22T14:01:30Z", "Sun, 22 Nov 2026 14:01:30"]
    )
    def test_what_is_neither_says_nothing(self, header: str) -> None:
        assert retry_after_s(header, self.NOW) is None
