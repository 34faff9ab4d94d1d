"""Do what needs the database within the time that a shopper is given, or say that it could not be done."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable
from typing import TypeVar

from sanic.request import Request
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.languages import language_of_tag
from parcelbot.front.api.errors import ApiError
from parcelbot.front.notices import PassingNotice
from parcelbot.front.runtime import Runtime

logger = logging.getLogger(__name__)

T = TypeVar("T")

#: The rest of the limit is for the way to the shopper, also on a busy machine.
_OF_THE_LIMIT = 5 / 8
_AGAIN_AFTER_S = 2


class DatabaseAway(Exception):
    """The database does not answer in time, or cannot be written."""


async def in_time(runtime: Runtime, work: Awaitable[T]) -> T:
    """Await `work`; DatabaseAway when the database fails it, or keeps it so long that the shopper has to hear so."""
    try:
        return await asyncio.wait_for(work, runtime.settings.silence_s * _OF_THE_LIMIT)
    except (SQLAlchemyError, asyncio.TimeoutError) as error:
        logger.warning("the database does not do in time what a shopper asks for: %s", type(error).__name__)
        raise DatabaseAway from error


def not_taken(runtime: Runtime, request: Request, language: str, words: str = "") -> ApiError:
    """Make the 503 that tells a shopper that their `words` are not here; without a `language` in the browser's."""
    return ApiError(
        503,
        "not_taken",
        "nothing can be written just now; send it again, unchanged",
        {"Retry-After": str(_AGAIN_AFTER_S)},
        notice=worded(runtime, request, PassingNotice.NOT_TAKEN, language, words),
    )


def worded(runtime: Runtime, request: Request, notice: PassingNotice, language: str = "", words: str = "") -> str:
    """Word a notice for who wrote `words`, without a `language` in the browser's."""
    return runtime.speaking.to(words, language or _first_language(request)).text(notice)


def _first_language(request: Request) -> str:
    """Give the language that the browser names first, "" for none."""
    return language_of_tag(re.split("[,;]", str(request.headers.get("accept-language", "")))[0])
