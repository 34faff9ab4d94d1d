"""Decide how long to wait before a delivery is tried again, and when to leave a silent destination alone. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

#: The longest wait on a destination's request.
LONGEST_REQUESTED_S = 24 * 3600


@dataclass(frozen=True)
class RetryPolicy:
    """The pauses between attempts, which double from `first_s` up to `longest_s`, and the number of attempts.

    With the defaults a delivery is tried for a day before it is given up.
    """

    first_s: float = 5.0
    longest_s: float = 900.0
    attempts: int = 100

    def exhausted(self, attempts: int) -> bool:
        """True when there have been as many attempts as allowed."""
        return attempts >= self.attempts

    def pause_s(self, attempts: int, chance: float, requested_s: float | None = None) -> float:
        """Give the seconds until the next attempt after `attempts` failed ones.

        `chance` is a random number from 0 to 1, so that deliveries that failed together do not come back together.
        `requested_s`, the wait that the destination asked for, goes before our own figures.
        """
        if requested_s is not None:
            return min(requested_s, LONGEST_REQUESTED_S) + chance
        # the exponent is bounded because a float is not
        ceiling_s = min(self.first_s * 2.0 ** min(attempts - 1, 60), self.longest_s)
        return ceiling_s * (1 + chance) / 2


@dataclass(frozen=True)
class Circuit:
    """A circuit breaker of one destination: after `LIMIT` failures in a row it is tried only now and then."""

    failures: int = 0
    open_until: datetime | None = None

    LIMIT = 3
    FIRST_PAUSE_S = 30.0
    LONGEST_PAUSE_S = 300.0

    def lets_through(self, now: datetime) -> bool:
        """False while the destination is left alone."""
        return self.open_until is None or self.open_until <= now

    def after_success(self) -> Circuit:
        """Give the circuit after a success: all is well."""
        return Circuit()

    def after_failure(self, now: datetime, chance: float, requested_s: float | None = None) -> Circuit:
        """Give the circuit after one more failure; a pause that the destination asked for holds for all deliveries."""
        failures = self.failures + 1
        if requested_s is None and failures < self.LIMIT:
            return replace(self, failures=failures)
        pauses = RetryPolicy(self.FIRST_PAUSE_S, self.LONGEST_PAUSE_S)
        pause_s = pauses.pause_s(max(1, failures - self.LIMIT + 1), chance, requested_s)
        return Circuit(failures, now + timedelta(seconds=pause_s))


def retry_after_s(header: str, now: datetime) -> float | None:
    """Read the seconds that a `Retry-After` header asks for, as a number or a date (RFC 9110, 10.2.3).

    None when the header is not usable.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (TypeError, ValueError):
        return None
