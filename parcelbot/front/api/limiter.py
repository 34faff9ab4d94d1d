"""Limit how often one shopper or one address may call: a token bucket for each, in memory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from parcelbot.settings.website import Rate

_MAX_BUCKETS = 50_000


@dataclass
class _Bucket:
    tokens: float
    at_s: float


class Limiter:
    """Buckets of one rate, one for each key; the least recently used are forgotten first."""

    def __init__(self, rate: Rate, max_buckets: int = _MAX_BUCKETS) -> None:
        self._rate = rate
        self._max_buckets = max_buckets
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait_s(self, key: str, now_s: float) -> float:
        """Count one call of `key`: 0 when it may pass, else the seconds until one may."""
        bucket = self._refilled(key, now_s)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0.0
        return (1 - bucket.tokens) / self._rate.per_s

    def _refilled(self, key: str, now_s: float) -> _Bucket:
        bucket = self._buckets.setdefault(key, _Bucket(self._rate.burst, now_s))
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._max_buckets:
            self._buckets.popitem(last=False)
        elapsed_s = max(0.0, now_s - bucket.at_s)
        bucket.tokens = min(self._rate.burst, bucket.tokens + elapsed_s * self._rate.per_s)
        bucket.at_s = now_s
        return bucket
