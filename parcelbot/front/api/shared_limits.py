"""Limit how often one shopper or one address may call, over all fronts that share a Redis.

Each front counts by itself as well: what it refuses never gets as far as Redis, and while Redis is away that count is
the limit, as it is without a Redis.
"""

from __future__ import annotations

import asyncio
import logging
import time

from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from parcelbot.front.api.limiter import Limiter
from parcelbot.settings.website import Rate
from parcelbot.telemetry.metrics import CALLS_REFUSED

logger = logging.getLogger(__name__)

_CONNECTIONS, _ANSWER_S = 16, 0.5
#: While Redis does not answer, no call waits for it again so long.
_REST_S = 5.0
#: The bucket of `limiter.Limiter`, kept as the moment at which it is full again, by Redis's clock. 0 when the call
#: may pass, else the seconds until one may.
_TAKE = """
local time = redis.call('TIME')
local now, burst, per_s = time[1] + time[2] / 1000000, tonumber(ARGV[1]), tonumber(ARGV[2])
local full_at = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + 1 / per_s
local wait_s = full_at - now - burst / per_s
if wait_s > 0.000001 then return tostring(wait_s) end
redis.call('SET', KEYS[1], string.format('%.6f', full_at), 'PX', math.ceil((full_at - now) * 1000))
return '0'
"""


class SharedBuckets:
    """Buckets in Redis, one for each limit and key. Answers in half a second, or lets through."""

    def __init__(self, url: str) -> None:
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=_CONNECTIONS,
            timeout=_ANSWER_S,
            socket_timeout=_ANSWER_S,
            socket_connect_timeout=_ANSWER_S,
        )
        self._take = Redis(connection_pool=pool).register_script(_TAKE)
        self._rests_until_s = 0.0

    async def wait_s(self, key: str, rate: Rate) -> float:
        """Count one call of `key`: 0 when it may pass, else the seconds until one may."""
        if time.monotonic() < self._rests_until_s:
            return 0.0
        try:
            return float(await self._take(keys=[f"parcelbot:limit:{key}"], args=[rate.burst, rate.per_s]))
        except (RedisError, OSError, asyncio.TimeoutError):
            logger.warning("Redis does not answer; each front limits by itself for %s s", _REST_S)
            self._rests_until_s = time.monotonic() + _REST_S
            return 0.0


class CallLimit:
    """One limit by name, for any number of keys: in this front, and over all of them where buckets are `shared`."""

    def __init__(self, name: str, rate: Rate, shared: SharedBuckets | None = None) -> None:
        self._name = name
        self._rate = rate
        self._own = Limiter(rate)
        self._shared = shared

    async def wait_s(self, key: str) -> float:
        """Count one call of `key`: 0 when it may pass, else the seconds until one may."""
        wait_s = self._own.wait_s(key, time.monotonic())
        if not wait_s and self._shared is not None:
            wait_s = await self._shared.wait_s(f"{self._name}:{key}", self._rate)
        if wait_s:
            CALLS_REFUSED.labels(self._name).inc()
        return wait_s
