"""What is asked at the same time goes in one request, and nobody waits for company."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from parcelbot.tracking.batches import Batches
from parcelbot.tracking.errors import ProviderUnavailable
from parcelbot.tracking.transport import Deadline, Json


@dataclass
class Provider:
    """Answers with the numbers that came along, each request only once it is let go."""

    sent: list[list[str]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None

    def __call__(self, method: str, items: Sequence[Json], deadline: Deadline) -> Json:
        self.sent.append([item["number"] for item in items])
        self.gate.wait(10)
        if self.error:
            raise self.error
        return {"numbers": self.sent[-1]}


def soon(seconds: float = 10.0) -> Deadline:
    return Deadline(time.monotonic() + seconds)


def ask(batches: Batches, number: str) -> Json:
    return batches.call("register", {"number": number}, soon())


def test_one_alone_goes_at_once() -> None:
    provider = Provider()
    provider.gate.set()
    assert ask(Batches(provider, 40), "A") == {"numbers": ["A"]}


def test_what_comes_while_requests_are_under_way_goes_together_in_the_next_ones() -> None:
    provider = Provider()
    batches = Batches(provider, size=3, lanes=1)
    with ThreadPoolExecutor(9) as threads:
        first = threads.submit(ask, batches, "first")
        _until(lambda: len(provider.sent) == 1)
        others = [threads.submit(ask, batches, str(n)) for n in range(7)]
        _until(lambda: len(batches._lanes["register"].waiting) == 7)
        provider.gate.set()
        answers = [future.result() for future in (first, *others)]
    assert [len(numbers) for numbers in provider.sent] == [1, 3, 3, 1]
    assert all(str(n) in answer["numbers"] for n, answer in enumerate(answers[1:]))


def test_two_who_ask_about_the_same_parcel_share_its_place() -> None:
    provider = Provider()
    batches = Batches(provider, size=40, lanes=1)
    with ThreadPoolExecutor(3) as threads:
        threads.submit(ask, batches, "first")
        _until(lambda: len(provider.sent) == 1)
        both = [threads.submit(ask, batches, "same") for _ in range(2)]
        _until(lambda: len(batches._lanes["register"].waiting) == 2)
        provider.gate.set()
        assert [future.result() for future in both] == [{"numbers": ["same"]}] * 2


def test_a_request_that_fails_fails_for_all_who_went_along_and_the_next_one_goes() -> None:
    provider = Provider(error=ProviderUnavailable("down"))
    provider.gate.set()
    batches = Batches(provider, 40)
    with pytest.raises(ProviderUnavailable):
        ask(batches, "A")
    provider.error = None
    assert ask(batches, "B") == {"numbers": ["B"]}


def test_who_has_no_time_left_gives_up_and_is_not_sent() -> None:
    provider = Provider()
    batches = Batches(provider, size=40, lanes=1)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(ask, batches, "first")
        _until(lambda: len(provider.sent) == 1)
        with pytest.raises(ProviderUnavailable):
            batches.call("register", {"number": "late"}, soon(0.05))
        provider.gate.set()
    assert provider.sent == [["first"]]


def _until(condition: object) -> None:
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:  # type: ignore[operator]
        time.sleep(0.005)
