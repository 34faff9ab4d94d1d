"""Handle HTTP for all calls: bodies with a limit, JSON, CORS for the shop's own pages, errors."""

from __future__ import annotations

import functools
import json
import logging
import re
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import BaseHTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.front.api.errors import ApiError, bad_request, too_large
from parcelbot.front.api.timely import DatabaseAway
from parcelbot.telemetry.logs import begin_request

logger = logging.getLogger(__name__)

Route = Callable[..., Awaitable[BaseHTTPResponse | None]]

_MAX_JSON_BYTES = 256 * 1024
_SEQ = re.compile(r"\d{1,15}")
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
    "Access-Control-Expose-Headers": "Retry-After",
    "Access-Control-Max-Age": "600",
}


def guarded(route: Route) -> Route:
    """Turn the refusals of `route`, and its accidents, into error bodies."""

    @functools.wraps(route)
    async def answered(request: Request, *args: Any, **kwargs: Any) -> BaseHTTPResponse | None:
        begin_request()
        try:
            _refuse_two_lengths(request)
            return await route(request, *args, **kwargs)
        except ApiError as error:
            return response.json(error.body(), status=error.status, headers=error.headers)
        except (DatabaseAway, SQLAlchemyError):
            logger.warning("%s %s needs the database", request.method, request.path, exc_info=True)
            away = ApiError(503, "no_database", "the database does not answer; please try again")
            return response.json(away.body(), status=away.status)
        except Exception:
            logger.exception("%s %s failed", request.method, request.path)
            oops = ApiError(500, "internal", "something went wrong on our side; please try again")
            return response.json(oops.body(), status=oops.status)

    return answered


def _refuse_two_lengths(request: Request) -> None:
    """Refuse a body that a proxy may have measured otherwise than we do: its end would pass for a request."""
    lengths = request.headers.getall("content-length", [])
    if len(lengths) > 1 or (lengths and "transfer-encoding" in request.headers):
        request.stream.keep_alive = False
        raise bad_request("length_ambiguous", "the request states its length twice")


async def read_body(request: Request, max_bytes: int, too_much: ApiError) -> bytes:
    """Read the whole body of a streaming route; raises `too_much` as soon as it is known to be longer."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > max_bytes:
        raise too_much
    body = bytearray()
    async for chunk in request.stream:
        body += chunk
        if len(body) > max_bytes:
            raise too_much
    return bytes(body)


async def read_object(request: Request) -> dict[str, Any]:
    """Read the JSON object in the body; an empty body counts as an empty object."""
    body = await read_body(request, _MAX_JSON_BYTES, too_large("body_too_large", "the request is too long"))
    try:
        data = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise bad_request("malformed_json", "the body is not JSON") from error
    if not isinstance(data, dict):
        raise bad_request("malformed_json", "the body must be a JSON object")
    return data


def read_after(request: Request) -> int:
    """Read the seq to go on after: the `Last-Event-ID` header before the `after` parameter, else 0."""
    last_event_id = request.headers.get("last-event-id", "")
    if _SEQ.fullmatch(last_event_id):
        return int(last_event_id)
    after = request.args.get("after", "0")
    if not _SEQ.fullmatch(after):
        raise bad_request("after_invalid", "after must be the seq of a message, or 0")
    return int(after)


def allow_origin(request: Request, answer: BaseHTTPResponse, origins: Collection[str]) -> None:
    """Set the CORS headers for a page on the allow-list and none for any other.

    Rasa's own CORS extension answers for every route before us; the allow-list has the last word here.
    """
    for header in [name for name in answer.headers if name.lower().startswith("access-control-")]:
        answer.headers.pop(header, None)
    answer.headers["Vary"] = "Origin"
    origin = request.headers.get("origin", "")
    if origin in origins:
        answer.headers["Access-Control-Allow-Origin"] = origin
        answer.headers.update(_PREFLIGHT)
