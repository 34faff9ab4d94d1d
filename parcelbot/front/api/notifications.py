"""Answer the calls about notifications in a browser: what it has to know, its yes, and its no."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from parcelbot.core.watching.browsers import BrowserAddress, is_push_service
from parcelbot.front.api import access
from parcelbot.front.api.errors import ApiError, bad_request
from parcelbot.front.api.http import read_object
from parcelbot.front.api.request_body import read_time_zone
from parcelbot.front.runtime import Runtime

#: An uncompressed point of P-256, and the secret that RFC 8291 asks for.
_POINT_BYTES, _SECRET_BYTES = 65, 16
_WORDS = {"offer": "utter_push_offer", "yes": "utter_push_yes", "no": "utter_push_no", "done": "utter_push_done"}


async def tell_notifications(runtime: Runtime, request: Request) -> HTTPResponse:
    """Tell our key and the words to ask with, in the conversation's language: `GET /notifications`."""
    conversation = await access.authorised(runtime, request)
    language = runtime.words[conversation.language]
    words = {name: language.text(said) for name, said in _WORDS.items()}
    return response.json({"key": runtime.push_key, "words": words})


async def take_notifications(runtime: Runtime, request: Request) -> HTTPResponse:
    """Keep a browser that shall be notified: `POST /notifications`."""
    conversation = await access.authorised(runtime, request)
    await access.limit_messages(runtime, request, conversation.id)
    browser = _browser(await read_object(request))
    now = datetime.now(timezone.utc)
    if not await runtime.threads.run(runtime.browsers.add, conversation.id, browser, now):
        raise ApiError(409, "too_many_browsers", "this conversation notifies enough browsers")
    return response.json({"notified": True}, status=201)


async def end_notifications(runtime: Runtime, request: Request) -> HTTPResponse:
    """Forget a browser that shall be notified no more: `POST /notifications/end`."""
    conversation = await access.authorised(runtime, request)
    endpoint = (await read_object(request)).get("endpoint")
    if not isinstance(endpoint, str):
        raise bad_request("endpoint_invalid", "endpoint must be a browser's address")
    await runtime.threads.run(runtime.browsers.remove, conversation.id, endpoint)
    return response.json({"notified": False})


async def take_zone(runtime: Runtime, request: Request) -> HTTPResponse:
    """Keep in which time zone the shopper's day begins and ends: `POST /notifications/zone`."""
    conversation = await access.authorised(runtime, request)
    time_zone = read_time_zone(await read_object(request))
    if not time_zone:
        raise bad_request("time_zone_invalid", "time_zone must be one of the IANA database")
    await runtime.threads.run(runtime.ledger.mark_zone, conversation.id, time_zone)
    return response.json({"time_zone": time_zone})


def _browser(subscription: Mapping[str, Any]) -> BrowserAddress:
    endpoint, keys = subscription.get("endpoint"), subscription.get("keys")
    if not isinstance(endpoint, str) or not is_push_service(endpoint):
        raise bad_request("endpoint_invalid", "endpoint must be a browser's address")
    told = keys if isinstance(keys, dict) else {}
    point, secret = _key(told.get("p256dh"), _POINT_BYTES), _key(told.get("auth"), _SECRET_BYTES)
    return BrowserAddress(endpoint, point, secret)


def _key(value: Any, length: int) -> str:
    """Check a key in base64url of so many bytes."""
    try:
        plain = base64.urlsafe_b64decode(f"{value}==") if isinstance(value, str) else b""
    except (ValueError, binascii.Error):
        plain = b""
    if len(plain) != length:
        raise bad_request("keys_invalid", "keys must be those of a browser")
    return str(value)
