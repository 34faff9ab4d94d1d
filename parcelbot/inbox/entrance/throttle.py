"""Limit how often one may try to log in, without letting a stranger's tries keep the owner out."""

from __future__ import annotations

import hashlib

from limits import RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

from parcelbot.core.networks import network_of

_PER_DEVICE = RateLimitItemPerMinute(10, 15, "inbox-device")
_PER_ACCOUNT_AND_NETWORK = RateLimitItemPerMinute(10, 15, "inbox-account-network")
_PER_ACCOUNT = RateLimitItemPerMinute(100, 15, "inbox-account")
_PER_NETWORK = RateLimitItemPerMinute(30, 15, "inbox-network")
_REPORTS = RateLimitItemPerMinute(1, 15, "inbox-report")

WAIT_MIN = 15


class Throttle:
    """Counts attempts in `storage`. Unknown e-mails count like known ones, so that the two cannot be told apart.

    Attempts in a browser that the account's owner has used before count by themselves. All others share limits: for
    the account and a network, for a network, and for the account from everywhere.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage  # limits itself holds it by a weak reference only
        self._limiter = FixedWindowRateLimiter(storage)

    def allows(self, email: str, address: str, device: str = "") -> bool:
        """Count an attempt; False when there have been too many. `device` is "" for a browser that is not known."""
        if device:
            return self._limiter.hit(_PER_DEVICE, _account(email), device)
        network = network_of(address)
        hits = (
            self._limiter.hit(_PER_ACCOUNT_AND_NETWORK, _account(email), network),
            self._limiter.hit(_PER_NETWORK, network),
            self._limiter.hit(_PER_ACCOUNT, _account(email)),
        )
        return all(hits)

    def forgive(self, email: str, address: str, device: str = "") -> None:
        """Forget the attempts of who has logged in, made from there."""
        self._limiter.clear(_PER_ACCOUNT_AND_NETWORK, _account(email), network_of(address))
        if device:
            self._limiter.clear(_PER_DEVICE, _account(email), device)

    def worth_a_report(self, address: str) -> bool:
        """True once in a while for each network, so that refusing cannot flood the audit log."""
        return self._limiter.hit(_REPORTS, network_of(address))


def _account(email: str) -> str:
    return hashlib.sha256(email.encode()).hexdigest()
