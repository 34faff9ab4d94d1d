from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parcelbot.front.api.limiter import Limiter
from parcelbot.settings.website import Rate


def test_a_burst_passes_and_the_next_call_has_to_wait() -> None:
    limiter = Limiter(Rate(burst=3, per_s=0.5))
    assert [limiter.wait_s("a", now_s=0) for _ in range(4)] == [0, 0, 0, 2]


def test_after_the_wait_the_call_passes() -> None:
    limiter = Limiter(Rate(burst=1, per_s=0.5))
    limiter.wait_s("a", now_s=0)
    wait_s = limiter.wait_s("a", now_s=0.5)
    assert limiter.wait_s("a", now_s=0.5 + wait_s) == 0


def test_everybody_has_a_bucket_of_their_own() -> None:
    limiter = Limiter(Rate(burst=1, per_s=1))
    assert limiter.wait_s("a", now_s=0) == limiter.wait_s("b", now_s=0) == 0


def test_a_long_pause_gives_a_burst_and_no_more() -> None:
    limiter = Limiter(Rate(burst=2, per_s=1))
    limiter.wait_s("a", now_s=0)
    assert [limiter.wait_s("a", now_s=9999) for _ in range(3)] == [0, 0, 1]


def test_the_longest_unseen_are_forgotten_first() -> None:
    limiter = Limiter(Rate(burst=1, per_s=0.001), max_buckets=2)
    for key in ["a", "b", "c"]:
        limiter.wait_s(key, now_s=0)
    assert limiter.wait_s("b", now_s=0) > 0
    assert limiter.wait_s("a", now_s=0) == 0


@given(st.lists(st.floats(0, 5), max_size=60))
def test_never_more_than_the_burst_and_what_came_in_meanwhile_passes(pauses_s: list[float]) -> None:
    limiter, now_s, passed = Limiter(Rate(burst=5, per_s=1)), 0.0, 0
    for pause_s in pauses_s:
        now_s += pause_s
        passed += limiter.wait_s("a", now_s) == 0
    assert passed <= 5 + now_s + 1e-6
