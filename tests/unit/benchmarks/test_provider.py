"""The simulated provider and its shoppers: a small load, held to what the house promises of a large one."""

from __future__ import annotations

import pytest

from benchmarks.provider.queue import Provider
from benchmarks.provider.shoppers import Load, Outcome, Shoppers
from benchmarks.provider.stores import measure

GAP_S = 0.35
LOAD = Load(conversations_an_hour=2_000, hours=0.25)


@pytest.fixture(scope="module")
def provider() -> Provider:
    return Provider(GAP_S)


@pytest.fixture(scope="module")
def outcome(provider: Provider) -> Outcome:
    return Shoppers(LOAD, provider).run()


def calls(outcome: Outcome, new: bool) -> list[int]:
    return [calls for calls, is_new in zip(outcome.calls, outcome.new, strict=True) if is_new is new]


def test_every_conversation_is_held_to_its_end(outcome: Outcome) -> None:
    assert len(outcome.calls) == pytest.approx(LOAD.conversations_an_hour * LOAD.hours, rel=0.2)
    assert len(outcome.answer_s) == sum(outcome.told.values())


def test_a_new_parcel_takes_one_or_two_calls_and_a_pushed_one_none(outcome: Outcome) -> None:
    assert set(calls(outcome, new=True)) == {1, 2}
    assert set(calls(outcome, new=False)) == {0}


def test_requests_keep_their_distance(outcome: Outcome, provider: Provider) -> None:
    assert provider.numbers.total() == sum(outcome.calls)
    gaps = [later - earlier for earlier, later in zip(provider.requests, provider.requests[1:], strict=False)]
    assert min(gaps) >= GAP_S - 1e-6


def test_the_stores_take_pushes_in_and_tell_them() -> None:
    figures = measure(20)
    assert figures.bytes_a_parcel > 0
    assert figures.push.wall_ms > 0
