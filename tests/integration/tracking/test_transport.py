"""Calls over a real socket: what is retried, what is not, and when it gives up."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable
from parcelbot.tracking.transport import Deadline, HttpTransport, circuit_breaker
from tests.integration.tracking.servers import Answer, scripted

OK = Answer({"fine": True})


@dataclass
class Pauses:
    """Sleeps not at all, but remembers for how long it should have."""

    slept_s: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.slept_s.append(seconds)


def transport(pauses: Pauses | None = None, fail_max: int = 5, pause_s: float = 60) -> HttpTransport:
    return HttpTransport({"17token": "t"}, breaker=circuit_breaker(fail_max, pause_s), sleep=pauses or Pauses())


def ask(http: HttpTransport, url: str) -> dict[str, object]:
    return dict(http.call("POST", url, http.deadline(5), json=[{"number": "N1"}]))


def test_an_answer_is_given_as_it_is_and_the_key_goes_with_the_question() -> None:
    with scripted(OK) as server:
        assert ask(transport(), server.url) == {"fine": True}
        assert server.asked == [("POST", "/", [{"number": "N1"}])]
        assert server.headers[0]["17token"] == "t"


@pytest.mark.parametrize(
    "trouble", [Answer(status=500), Answer(status=503), Answer(status=429), Answer(raw=b"<html>"), Answer(raw=b"")]
)
def test_passing_trouble_is_asked_again(trouble: Answer) -> None:
    with scripted(trouble, OK) as server:
        assert ask(transport(), server.url) == {"fine": True}


def test_lasting_trouble_is_given_up_after_three_attempts() -> None:
    with scripted(Answer(status=500)) as server:
        with pytest.raises(ProviderUnavailable, match="500"):
            ask(transport(), server.url)
        assert len(server.asked) == 3


def test_pauses_grow_and_are_never_the_same_for_everybody() -> None:
    pauses = Pauses()
    with scripted(Answer(status=500)) as server, pytest.raises(ProviderUnavailable):
        ask(transport(pauses), server.url)
    first, second = pauses.slept_s
    assert 0.1 <= first <= 0.2 <= second <= 0.4


def test_a_retry_after_is_honoured() -> None:
    pauses = Pauses()
    with scripted(Answer(status=429, headers={"Retry-After": "1"}), OK) as server:
        ask(transport(pauses), server.url)
    assert pauses.slept_s == [1.0]


def test_a_retry_after_beyond_the_budget_ends_the_asking() -> None:
    pauses = Pauses()
    with scripted(Answer(status=429, headers={"Retry-After": "60"})) as server:
        with pytest.raises(ProviderUnavailable):
            ask(transport(pauses), server.url)
        assert (len(server.asked), pauses.slept_s) == (1, [])


@pytest.mark.parametrize("status", [401, 403, 302])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    with scripted(Answer({}, status, headers={"Location": "http://127.0.0.1:9/"})) as server:
        with pytest.raises(ProviderRejected):
            ask(transport(), server.url)
        assert len(server.asked) == 1


def test_another_client_error_is_left_to_the_parser() -> None:
    with scripted(Answer({"meta": {"code": 4005}}, 400)) as server:
        assert ask(transport(), server.url) == {"meta": {"code": 4005}}


@pytest.mark.parametrize("raw", [b"[]", b'"text"', b"\xff\xfe"])
def test_an_answer_that_is_no_object_is_garbage(raw: bytes) -> None:
    with scripted(Answer(raw=raw)) as server, pytest.raises(ProviderGarbage):
        ask(transport(), server.url)


def test_nobody_listening_is_unavailable() -> None:
    with scripted(OK) as server:
        url = server.url
    with pytest.raises(ProviderUnavailable):
        ask(transport(), url)


def test_without_time_left_nothing_is_asked() -> None:
    with scripted(OK) as server:
        with pytest.raises(ProviderUnavailable, match="no time"):
            transport().call("GET", server.url, Deadline(at_s=0.0))
        assert server.asked == []


def test_after_repeated_failures_the_provider_is_left_alone() -> None:
    http = transport(fail_max=2)
    with scripted(Answer(status=500)) as server:
        for _ in range(4):
            with pytest.raises(ProviderUnavailable):
                ask(http, server.url)
        assert len(server.asked) == 6


def test_after_the_pause_one_answer_makes_the_provider_trusted_again() -> None:
    http = transport(fail_max=1, pause_s=0)
    with scripted(Answer(status=500), Answer(status=500), Answer(status=500), OK) as server:
        with pytest.raises(ProviderUnavailable):
            ask(http, server.url)
        assert http.breaker.current_state == "open"
        assert ask(http, server.url) == {"fine": True}
        assert http.breaker.current_state == "closed"


def test_after_the_pause_one_failure_is_enough_to_leave_it_alone_again() -> None:
    http = transport(fail_max=3, pause_s=0)
    with scripted(Answer(status=500)) as server:
        for _ in range(4):
            with pytest.raises(ProviderUnavailable):
                ask(http, server.url)
        assert http.breaker.current_state == "open"


def test_shoppers_do_not_wait_for_each_other() -> None:
    both_asking = threading.Barrier(2, timeout=10)
    with scripted(OK, before=both_asking.wait) as server, ThreadPoolExecutor(2) as shoppers:
        http = transport()
        answers = list(shoppers.map(lambda _: ask(http, server.url), range(2)))
    assert answers == [{"fine": True}, {"fine": True}]


def test_a_refusal_does_not_count_as_a_failure() -> None:
    http = transport(fail_max=2)
    with scripted(Answer(status=401), Answer(status=401), Answer(status=401), OK) as server:
        for _ in range(3):
            with pytest.raises(ProviderRejected):
                ask(http, server.url)
        assert ask(http, server.url) == {"fine": True}
