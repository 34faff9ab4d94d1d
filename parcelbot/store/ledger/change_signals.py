"""Telling the workers that hold shoppers' streams open that a conversation changed, through Redis.

Only a hint: what was said is in the ledger, and a lost hint costs a second, not a message.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import redis

CHANNEL = "parcelbot:conversations"

logger = logging.getLogger(__name__)


def encode(conversation_id: str, typing: bool | None = None) -> str:
    """The message on the channel; `typing` is None when something was said or the owner changed."""
    return json.dumps({"conversation": conversation_id, "typing": typing})


def decode(data: str) -> tuple[str, bool | None]:
    """What `encode` was given; ValueError or KeyError for anything else."""
    body = json.loads(data)
    return body["conversation"], body["typing"]


def redis_relay(url: str) -> Callable[[str, bool | None], None]:
    """Tells all workers that something happened in a conversation; never raises.

    Good as a ledger's `signal` in processes outside Rasa (inbox, action server).
    """
    client = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)

    def relay(conversation_id: str, typing: bool | None = None) -> None:
        try:
            client.publish(CHANNEL, encode(conversation_id, typing))
        except redis.RedisError:
            logger.warning("Redis does not answer; streams notice the change a little later")

    return relay
