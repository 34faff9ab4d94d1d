"""Hear of what other processes wrote into the ledger: through Redis, by a socket, and by looking."""

from __future__ import annotations

import asyncio
import logging
import socket

import redis.asyncio
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.front.hub import Hub
from parcelbot.front.threads import Threads
from parcelbot.store.ledger.change_signals import CHANNEL, decode
from parcelbot.store.ledger.ledger import Ledger, Position
from parcelbot.store.ledger.signal_sockets import SignalSockets, received

logger = logging.getLogger(__name__)

_LOOK_ALONE_S = 1.0
_LOOK_BESIDE_REDIS_S = 3.0
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
    """Hear what other processes say through Redis, for ever; reconnects by itself."""
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


async def listen_to_socket(hub: Hub, database_url: str) -> None:
    """Hear what other processes of this machine say, for ever; without a socket all is found by looking."""
    loop = asyncio.get_running_loop()
    try:
        with SignalSockets(database_url).listening() as ours:
            loop.add_reader(ours, _hear_all, hub, ours)
            try:
                await asyncio.Event().wait()
            finally:
                loop.remove_reader(ours)
    except OSError:
        logger.warning("no socket for signals; what other processes write is noticed a little later", exc_info=True)


def _hear_all(hub: Hub, ours: socket.socket) -> None:
    for data in received(ours):
        _pass_on(hub, data)


def _pass_on(hub: Hub, data: bytes) -> None:
    try:
        signal = decode(data.decode())
    except (ValueError, TypeError):
        logger.warning("not a signal of ours")
        return
    hub.hear(signal)
