"""Ask a provider over HTTP within a budget: time-outs, bounded retries, a circuit breaker."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Protocol

import pybreaker
import requests
import tenacity

from parcelbot.core.outgoing.retrying import retry_after_s
from parcelbot.tracking.errors import (
    OurTurnTooLate,
    ProviderGarbage,
    ProviderRejected,
    ProviderUnavailable,
    TrackingError,
)

Json = Mapping[str, Any]

MAX_ANSWER_BYTES = 2_000_000
_LEAST_USEFUL_S = 0.2
#: The key is at fault; other 4xx carry the provider's own error codes, which its parser reads.
_REFUSED = frozenset({requests.codes.unauthorized, requests.codes.payment_required, requests.codes.forbidden})


@dataclass(frozen=True)
class Deadline:
    """A moment on the monotonic clock by which a whole turn's calls must be done."""

    at_s: float
    clock: Callable[[], float] = time.monotonic

    @property
    def left_s(self) -> float:
        """Seconds that are left; 0 when the time is up."""
        return max(0.0, self.at_s - self.clock())


@dataclass
class Allowance:
    """The calls and the time that one look-up may still spend, whatever it takes to answer it."""

    deadline: Deadline
    calls: int = 2

    @classmethod
    def of(cls, budget_s: float) -> Allowance:
        """Make one that lasts for `budget_s` from now."""
        return cls(Deadline(time.monotonic() + budget_s))

    def call(self) -> Deadline:
        """Spend a call; gives until when it has to be answered."""
        self.calls -= 1
        return self.deadline


@dataclass(frozen=True)
class Retries:
    """The number of attempts at one call, and their pauses and limit."""

    attempts: int = 3
    first_pause_s: float = 0.2
    longest_attempt_s: float = 4.0


def circuit_breaker(fail_max: int = 5, pause_s: float = 5.0) -> pybreaker.CircuitBreaker:
    """Make a breaker for `HttpTransport`: open after `fail_max` failed calls in a row, for `pause_s`.

    A refusal is an answer and no failure, nor is it the provider's that others of us come first. Two successes close
    it again: the transport's own gate counts as the first, a real answer as the second.
    """
    return pybreaker.CircuitBreaker(
        fail_max=fail_max,
        reset_timeout=pause_s,
        success_threshold=2,
        exclude=[ProviderRejected, OurTurnTooLate],
    )


class CallTurns(Protocol):
    """The turns in which a provider lets us call."""

    def wait(self, longest_s: float) -> bool:
        """Sleep until it is one's turn; False at once when that would be after `longest_s`."""


class AlwaysFree:
    """Turns of a provider that may be called at any time."""

    def wait(self, longest_s: float) -> bool:  # noqa: ARG002 - nobody waits
        """Wait for nothing."""
        return True


@dataclass
class HttpTransport:
    """JSON calls to one provider, from any number of threads.

    Retries what is worth it (all but a refusal) while the deadline allows, and fails at once while
    the circuit breaker is open. Every attempt takes one of `turns`.
    """

    headers: Mapping[str, str]
    retries: Retries = field(default_factory=Retries)
    breaker: pybreaker.CircuitBreaker = field(default_factory=circuit_breaker)
    sleep: Callable[[float], None] = time.sleep
    turns: CallTurns = field(default_factory=AlwaysFree)
    session: requests.Session = field(default_factory=requests.Session)
    # Neither a name look-up nor a dripping answer honours a socket time-out; a thread can be left behind.
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(16, "provider"))

    def deadline(self, budget_s: float) -> Deadline:
        """Set a deadline `budget_s` from now."""
        return Deadline(time.monotonic() + budget_s)

    def call(self, method: str, url: str, deadline: Deadline, **arguments: Any) -> Json:
        """Send one request (`json=`, `params=`) and give the JSON object it answers; raises TrackingError."""
        self._pass_gate()
        try:
            answer = self._persistently(method, url, deadline, arguments)
        except TrackingError as error:
            self._report(error)
            raise
        self._report(None)
        return answer

    def _pass_gate(self) -> None:
        if self.breaker.current_state != pybreaker.STATE_OPEN:
            return
        try:
            self.breaker.call(_replay, None)
        except pybreaker.CircuitBreakerError as error:
            raise ProviderUnavailable("has failed repeatedly; not asked again yet") from error

    def _report(self, error: TrackingError | None) -> None:
        # pybreaker holds its lock while it calls, so it is told outcomes instead of making the calls:
        # one slow answer must not hold up everybody else's.
        with suppress(TrackingError, pybreaker.CircuitBreakerError):
            self.breaker.call(_replay, error)

    def _persistently(self, method: str, url: str, deadline: Deadline, arguments: Json) -> Json:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(lambda error: _worth_retrying(error, deadline)),
            stop=tenacity.stop_after_attempt(self.retries.attempts),
            wait=self._pause_s,
            sleep=self.sleep,
            reraise=True,
        )
        answer: Json = retrying(self._once, method, url, deadline, arguments)
        return answer

    def _pause_s(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, ProviderUnavailable) and error.retry_after_s is not None:
            return error.retry_after_s
        ceiling_s: float = self.retries.first_pause_s * 2 ** (state.attempt_number - 1)
        return random.uniform(ceiling_s / 2, ceiling_s)

    def _once(self, method: str, url: str, deadline: Deadline, arguments: Json) -> Json:
        if not self.turns.wait(max(0.0, deadline.left_s - _LEAST_USEFUL_S)):
            raise OurTurnTooLate("too many are asking at once")
        limit_s = min(deadline.left_s, self.retries.longest_attempt_s)
        if limit_s < _LEAST_USEFUL_S:
            raise ProviderUnavailable("no time left to ask")
        sending = self._threads.submit(self._send, method, url, limit_s, arguments)
        try:
            return sending.result(timeout=limit_s)
        except FutureTimeout as error:
            raise ProviderUnavailable(f"no answer within {limit_s:.1f} s") from error

    def _send(self, method: str, url: str, limit_s: float, arguments: Json) -> Json:
        try:
            response = self.session.request(
                method, url, headers=dict(self.headers), timeout=limit_s, allow_redirects=False, **arguments
            )
        except requests.RequestException as error:
            raise ProviderUnavailable(type(error).__name__) from error
        return _read(response)


def _replay(error: TrackingError | None) -> None:
    if error is not None:
        raise error


def _worth_retrying(error: BaseException, deadline: Deadline) -> bool:
    # Garbage is mostly a proxy's page while the provider behind it restarts.
    if not isinstance(error, (ProviderUnavailable, ProviderGarbage)) or isinstance(error, OurTurnTooLate):
        return False
    pause_s = getattr(error, "retry_after_s", None) or 0.0
    return deadline.left_s - pause_s > _LEAST_USEFUL_S


def _read(response: requests.Response) -> Json:
    if response.status_code == requests.codes.too_many_requests or response.status_code >= 500:
        asked_s = retry_after_s(response.headers.get("Retry-After", ""), datetime.now(timezone.utc))
        raise ProviderUnavailable(f"HTTP {response.status_code}", asked_s)
    if response.is_redirect or response.status_code in _REFUSED:
        raise ProviderRejected(f"HTTP {response.status_code}")
    if len(response.content) > MAX_ANSWER_BYTES:
        raise ProviderGarbage("far too long an answer")
    try:
        answer = response.json()
    except ValueError as error:
        raise ProviderGarbage("not JSON") from error
    if not isinstance(answer, dict):
        raise ProviderGarbage("not a JSON object")
    return answer
