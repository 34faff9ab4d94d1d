"""Limit how often one may try to log in, for each account and for each address."""

from __future__ import annotations

import hashlib

from limits import RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

from parcelbot.core.networks import network_of

_PER_ACCOUNT = RateLimitItemPerMinute(10, 15, "inbox-account")
_PER_ADDRESS = RateLimitItemPerMinute(30, 15, "inbox-address")
_REPORTS = RateLimitItemPerMinute(1, 15, "inbox-report")

WAIT_MIN = 15


class Throttle:
    """Counts attempts in `storage`. Unknown e-mails count like known ones, so that the two cannot be told apart."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage  # limits itself holds it by a weak reference only
        self._limiter = FixedWindowRateLimiter(storage)

    def allows(self, email: str, address: str) -> bool:
        """Count an attempt; False when there have been too many for this account or from this address."""
        by_account = self._limiter.hit(_PER_ACCOUNT, _account(email))
        by_address = self._limiter.hit(_PER_ADDRESS, network_of(address))
        return by_account and by_address

    def forgive(self, email: str) -> None:
        """Forget the attempts of an account that has logged in."""
        self._limiter.clear(_PER_ACCOUNT, _account(email))

    def worth_a_report(self, address: str) -> bool:
        """True once in a while for each address, so that refusing cannot flood the audit log."""
        return self._limiter.hit(_REPORTS, network_of(address))


def _account(email: str) -> str:
    return hashlib.sha256(email.encode()).hexdigest()
