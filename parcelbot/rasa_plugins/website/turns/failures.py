"""Tell the failure of a part that is away for a while from one that comes again with every attempt."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from aiohttp import ClientError
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import ClientResponseError
from redis.exceptions import RedisError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

_AWAY = (OSError, asyncio.TimeoutError, ClientError, DBAPIError, NoConnection, RedisError, LockError)
#: What a proxy answers whose server is away.
_AWAY_STATUS = (502, 503, 504)


def is_away(error: BaseException | None) -> bool:
    """Tell whether a part of ours was away: a database, the action server, a network; False for None."""
    return any(_is_away(cause) for cause in _causes(error))


def _is_away(error: BaseException) -> bool:
    if isinstance(error, ClientResponseError):
        return error.status in _AWAY_STATUS
    return isinstance(error, _AWAY)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Walk from an error to what it was raised over."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
