"""Tell other processes that a conversation changed: through Redis, or by the sockets of those on this machine.

A signal is only a hint: what was said is in the ledger, and a lost signal costs a second, not a message.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import redis

from parcelbot.store.ledger.signal_sockets import SignalSockets

CHANNEL = "parcelbot:conversations"
#: A Redis that does not answer is asked again after so long; each try may take its whole time-out.
_REDIS_REST_S = 2.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ChangeSignal:
    """A conversation that changed. `typing` is None when something was said or the owner changed.

    With a `network` it is a message from there that waits for whoever answers.
    """

    conversation_id: str
    typing: bool | None = None
    network: str | None = None


Relay = Callable[[ChangeSignal], None]


def encode(signal: ChangeSignal) -> str:
    """Write a signal."""
    return json.dumps(asdict(signal))


def decode(data: str) -> ChangeSignal:
    """Read a signal; ValueError or TypeError for a text that is none of ours."""
    return ChangeSignal(**json.loads(data))


def build_relay(database_url: str, redis_url: str) -> Relay:
    """Make the call that tells all other processes over the same database; it never raises.

    Where there is no Redis, or while it is away, those on this machine are told.
    """
    sockets = SignalSockets(database_url)
    near: Relay = lambda signal: sockets.send(encode(signal).encode())  # noqa: E731
    return _RedisRelay(redis_url, near).tell if redis_url else near


class _RedisRelay:
    """Tells all machines through Redis, and this one by `instead` while Redis is away."""

    def __init__(self, url: str, instead: Relay) -> None:
        self._client = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)
        self._instead = instead
        self._rests_until_s = 0.0

    def tell(self, signal: ChangeSignal) -> None:
        """Pass a signal on."""
        if time.monotonic() < self._rests_until_s:
            self._instead(signal)
            return
        try:
            self._client.publish(CHANNEL, encode(signal))
        except redis.RedisError:
            logger.warning("Redis does not answer; other machines notice changes a little later")
            self._rests_until_s = time.monotonic() + _REDIS_REST_S
            self._instead(signal)
