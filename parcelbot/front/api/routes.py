"""Answer the calls of docs/protocol.md, except the event stream and the attachments."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy import text
from sqlalchemy.engine import Engine

from parcelbot.front.api import access
from parcelbot.front.api.errors import ApiError, bad_request, forbidden, unauthorized
from parcelbot.front.api.http import read_after, read_object
from parcelbot.front.api.identity import MAX_AGE, IdentityRefused, verify
from parcelbot.front.api.message_json import iso, message_json
from parcelbot.front.api.request_body import read_language, read_posted_message, read_time_zone
from parcelbot.front.api.taking import take
from parcelbot.front.api.timely import DatabaseAway, in_time, not_taken
from parcelbot.front.runtime import Runtime

_HEALTH_TIMEOUT_S = 3.0


async def open_session(runtime: Runtime, request: Request) -> HTTPResponse:
    """Open a conversation, and mint the token for it: `POST /sessions`."""
    await access.limit_sessions(runtime, request)
    now = datetime.now(timezone.utc)
    body = await read_object(request)
    conversation_id = uuid.uuid4().hex
    visitor = runtime.tokens.alias(access.visitor_address(request))
    try:
        await in_time(runtime, _open(runtime, conversation_id, now, body, visitor))
    except DatabaseAway as error:
        raise not_taken(runtime, request, read_language(body)) from error
    token, expires_at = runtime.tokens.mint(conversation_id, now)
    session = {"conversation_id": conversation_id, "token": token, "expires_at": iso(expires_at)}
    return response.json(session, status=201)


async def take_message(runtime: Runtime, request: Request) -> HTTPResponse:
    """Take a message in, 202 as soon as it is in the ledger, 200 when it was there already: `POST /messages`."""
    conversation_id = await access.token_holder(runtime, request)
    await access.limit_messages(runtime, request, conversation_id)
    body = await read_object(request)
    if body.get("conversation_id", conversation_id) != conversation_id:
        raise forbidden()
    posted = read_posted_message(body)
    try:
        with access.refusing_unknown():
            receipt = await take(runtime, conversation_id, posted, access.network(request))
    except DatabaseAway as error:
        raise not_taken(runtime, request, runtime.hub.language(conversation_id), posted.text) from error
    return response.json({"seq": receipt.message.seq}, status=200 if receipt.repeated else 202)


async def list_messages(runtime: Runtime, request: Request) -> HTTPResponse:
    """List everything said after seq N: `GET /messages?after=N`."""
    conversation = await access.authorised(runtime, request)
    said = await in_time(runtime, runtime.looking.run(runtime.ledger.after, conversation.id, read_after(request)))
    return response.json({"messages": [message_json(message) for message in said]})


async def health(runtime: Runtime, _: Request) -> HTTPResponse:
    """Answer 200 when the database answers and the model, where there is one, is loaded, else 503: `GET /health`."""
    if not runtime.is_ready():
        raise ApiError(503, "no_model", "no model is loaded")
    try:
        await asyncio.wait_for(runtime.looking.run(_ask, runtime.engine), _HEALTH_TIMEOUT_S)
    except Exception as error:
        raise ApiError(503, "no_database", "the database does not answer") from error
    return response.json({"status": "ok"})


async def _open(runtime: Runtime, conversation_id: str, now: datetime, body: Mapping[str, Any], visitor: str) -> None:
    identity = await _identity(runtime, body, now)
    told = read_language(body), read_time_zone(body)
    await runtime.threads.run(runtime.ledger.open, conversation_id, now, identity, visitor, *told)


async def _identity(runtime: Runtime, body: Mapping[str, Any], now: datetime) -> dict[str, str] | None:
    claims = body.get("identity")
    if claims is None:
        return None
    if not isinstance(claims, dict):
        raise bad_request("identity_invalid", "identity must be an object")
    try:
        identity = verify(claims, runtime.settings.identity_secret, now)
    except IdentityRefused as error:
        raise unauthorized(error.code, str(error)) from error
    # a signature lives MAX_AGE on either side of its timestamp
    if not await runtime.threads.run(runtime.secret_store.use_signature, identity.signature, now, 2 * MAX_AGE):
        raise unauthorized("identity_replayed", "this signature was used before")
    return identity.metadata()


def _ask(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
