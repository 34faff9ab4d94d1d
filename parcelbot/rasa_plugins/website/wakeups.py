"""Hear of what other processes wrote into the ledger: through Redis, and by looking."""

from __future__ import annotations

import asyncio
import logging

import redis.asyncio
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.rasa_plugins.website.hub import Hub
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.store.ledger.change_signals import CHANNEL, decode
from parcelbot.store.ledger.ledger import Ledger, Position

logger = logging.getLogger(__name__)

_LOOK_ALONE_S = 1.0
_LOOK_BESIDE_REDIS_S = 10.0
_RECONNECT_S = 2.0


async def poll_ledger(hub: Hub, ledger: Ledger, threads: Threads, redis_url: str) -> None:
    """Wake listeners whose conversation changed, by one query every now and then, for ever."""
    known: dict[str, Position] = {}
    while True:
        await asyncio.sleep(_LOOK_BESIDE_REDIS_S if redis_url else _LOOK_ALONE_S)
        wanted = hub.listened_to()
        try:
            found = await threads.run(ledger.positions, wanted) if wanted else {}
        except SQLAlchemyError:
            logger.warning("the database does not answer; looking again soon", exc_info=True)
            continue
        for conversation_id, position in found.items():
            if known.get(conversation_id) != position:
                hub.wake(conversation_id)
        known = found


async def listen_to_redis(hub: Hub, redis_url: str) -> None:
    """Wake listeners when another worker says so through Redis, for ever; reconnects by itself."""
    while True:
        try:
            async with redis.asyncio.from_url(redis_url).pubsub() as pubsub:
                await pubsub.subscribe(CHANNEL)
                async for message in pubsub.listen():
                    if message["type"] == "message":
                        _pass_on(hub, message["data"])
        except (RedisError, OSError):
            logger.warning("Redis does not answer; trying again in %s s", _RECONNECT_S)
        await asyncio.sleep(_RECONNECT_S)


def _pass_on(hub: Hub, data: bytes) -> None:
    try:
        conversation_id, typing = decode(data.decode())
    except (ValueError, KeyError, TypeError):
        logger.warning("not a signal of ours on %s", CHANNEL)
        return
    hub.wake(conversation_id, typing)
