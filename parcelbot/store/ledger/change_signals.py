"""Tell the workers that hold shoppers' streams open, through Redis, that a conversation changed.

A signal is only a hint: what was said is in the ledger, and a lost signal costs a second, not a message.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import redis

CHANNEL = "parcelbot:conversations"

logger = logging.getLogger(__name__)


def encode(conversation_id: str, typing: bool | None = None) -> str:
    """Give the message for the Redis channel; `typing` is None when something was said or the owner changed."""
    return json.dumps({"conversation": conversation_id, "typing": typing})


def decode(data: str) -> tuple[str, bool | None]:
    """Give back the arguments of `encode`; ValueError or KeyError for a message that is not ours."""
    body = json.loads(data)
    return body["conversation"], body["typing"]


def redis_relay(url: str) -> Callable[[str, bool | None], None]:
    """Give a function that tells all workers of a change in a conversation; it never raises.

    It serves as a ledger's `signal` in processes outside Rasa (inbox, action server).
    """
    client = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)

    def relay(conversation_id: str, typing: bool | None = None) -> None:
        try:
            client.publish(CHANNEL, encode(conversation_id, typing))
        except redis.RedisError:
            logger.warning("Redis does not answer; streams notice the change a little later")

    return relay
