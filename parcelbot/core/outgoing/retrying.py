"""How long to wait before a destination is tried again, and when to let one be that does not answer. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

#: A wait a destination asks for is honoured up to here.
LONGEST_REQUESTED_S = 24 * 3600


@dataclass(frozen=True)
class RetryPolicy:
    """How often a delivery is tried: the pause doubles from `first_s` up to `longest_s`.

    With the defaults it is tried for a day before it is given up.
    """

    first_s: float = 5.0
    longest_s: float = 900.0
    attempts: int = 100

    def exhausted(self, attempts: int) -> bool:
        """True when there have been as many attempts as there may be."""
        return attempts >= self.attempts

    def pause_s(self, attempts: int, chance: float, requested_s: float | None = None) -> float:
        """Seconds until the next attempt after `attempts` failed ones.

        `chance` is a random number from 0 to 1: what failed together shall not come back together. What the
        destination itself asked for goes before our own figures.
        """
        if requested_s is not None:
            return min(requested_s, LONGEST_REQUESTED_S) + chance
        # the exponent is bounded because a float is not
        ceiling_s = min(self.first_s * 2.0 ** min(attempts - 1, 60), self.longest_s)
        return ceiling_s * (1 + chance) / 2


@dataclass(frozen=True)
class Circuit:
    """Whether a destination is worth trying: after `LIMIT` failures in a row, only now and then with one delivery."""

    failures: int = 0
    open_until: datetime | None = None

    LIMIT = 3
    FIRST_PAUSE_S = 30.0
    LONGEST_PAUSE_S = 300.0

    def lets_through(self, now: datetime) -> bool:
        """False while the destination is left alone."""
        return self.open_until is None or self.open_until <= now

    def after_success(self) -> Circuit:
        """It answers: all is well."""
        return Circuit()

    def after_failure(self, now: datetime, chance: float, requested_s: float | None = None) -> Circuit:
        """It failed once more; when it asked for a pause, that holds for everything that goes there."""
        failures = self.failures + 1
        if requested_s is None and failures < self.LIMIT:
            return replace(self, failures=failures)
        pauses = RetryPolicy(self.FIRST_PAUSE_S, self.LONGEST_PAUSE_S)
        pause_s = pauses.pause_s(max(1, failures - self.LIMIT + 1), chance, requested_s)
        return Circuit(failures, now + timedelta(seconds=pause_s))


def retry_after_s(header: str, now: datetime) -> float | None:
    """What a `Retry-After` header asks for, in seconds or as a date; None without a usable one (RFC 9110, 10.2.3)."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (TypeError, ValueError):
        return None
