"""Name what can go wrong when a provider is asked.

TrackingError
├── ProviderUnavailable   worth asking again: time-out, reset, 5xx, 429, open circuit
│   └── OurTurnTooLate    so many ask at once that our share of calls is used up for this turn
├── ProviderRejected      asking again changes nothing: bad key, refused request
│   └── QuotaSpent        no more numbers can be registered for now
└── ProviderGarbage       an answer that is no answer: not JSON (asked again), or of another shape
"""

from __future__ import annotations


class TrackingError(Exception):
    """A provider did not answer the question; says nothing about the parcel."""


class ProviderUnavailable(TrackingError):
    """The provider cannot be reached or asks to slow down; `retry_after_s` when it named a pause."""

    def __init__(self, message: str, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class OurTurnTooLate(ProviderUnavailable):
    """The provider may be called so often only, and others come first; it was not called."""


class ProviderRejected(TrackingError):
    """The provider refuses: the key, the quota or the request is at fault."""


class QuotaSpent(ProviderRejected):
    """The provider takes no more new numbers: the day's or the month's share is used up."""


class ProviderGarbage(TrackingError):
    """The answer cannot be understood."""
