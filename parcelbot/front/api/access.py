"""Check who calls, by token, and how often."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import partial

from sanic.request import Request

from parcelbot.core.cases.conversation import Conversation
from parcelbot.core.networks import network_of
from parcelbot.front.api.errors import forbidden, too_many_requests, unauthorized
from parcelbot.front.api.shared_limits import CallLimit
from parcelbot.front.api.timely import in_time, worded
from parcelbot.front.api.tokens import TokenExpired, TokenInvalid
from parcelbot.front.notices import PassingNotice
from parcelbot.front.runtime import Runtime
from parcelbot.store.ledger.ledger import UnknownConversation
from parcelbot.telemetry.logs import log_conversation

_BEARER = "bearer "
_HOUSEHOLD_BITS = 64


async def authorised(runtime: Runtime, request: Request) -> Conversation:
    """Find the conversation the request's token is bound to; 401 or 403 otherwise, 429 when too many."""
    conversation_id = await token_holder(runtime, request)
    with refusing_unknown():
        return await in_time(runtime, runtime.looking.run(runtime.ledger.conversation, conversation_id))


async def token_holder(runtime: Runtime, request: Request) -> str:
    """Give the id of the conversation that the token is bound to, which may be gone; 401, 403 or 429 otherwise.

    A call may name its conversation (`conversation_id`); a token of another one is then refused.
    """
    await limit_address(runtime, request)
    conversation_id = _bearer(runtime, request)
    if request.args.get("conversation_id", conversation_id) != conversation_id:
        raise forbidden()
    log_conversation(conversation_id)
    return conversation_id


@contextmanager
def refusing_unknown() -> Iterator[None]:
    """Answer 401 when the conversation is not there any more."""
    try:
        yield
    except UnknownConversation as error:
        raise unauthorized("token_invalid", "this conversation does not exist any more") from error


async def limit_address(runtime: Runtime, request: Request) -> None:
    """Refuse an address that calls too often with 429."""
    await _limit(runtime.limits.requests, network(request))


async def limit_sessions(runtime: Runtime, request: Request) -> None:
    """Refuse a network that opens too many conversations, at once or in a day, with 429."""
    await limit_address(runtime, request)
    await _limit(runtime.limits.sessions, network(request))
    await _limit(runtime.limits.day_sessions, network(request), partial(_many_today, runtime, request))


async def limit_messages(runtime: Runtime, request: Request, conversation_id: str) -> None:
    """Refuse a conversation, or a network, that sends too much, at once or in a day, with 429."""
    await _limit(runtime.limits.messages, conversation_id)
    await _limit(runtime.limits.network_messages, network(request))
    many_today = partial(_many_today, runtime, request, conversation_id)
    await _limit(runtime.limits.day_messages, network(request), many_today)


async def _limit(limit: CallLimit, key: str, notice: Callable[[], str] = str) -> None:
    """Refuse a `key` that calls too often with 429, and `notice` for the shopper."""
    wait_s = await limit.wait_s(key)
    if wait_s:
        raise too_many_requests(wait_s, notice())


def _many_today(runtime: Runtime, request: Request, conversation_id: str = "") -> str:
    return worded(runtime, request, PassingNotice.MANY_TODAY, runtime.hub.language(conversation_id))


def network(request: Request) -> str:
    """Give the network the request comes from, by which limits are counted."""
    return network_of(address(request))


def address(request: Request) -> str:
    """Give the address the request comes from; a proxy's word counts only if SANIC_PROXIES_COUNT says so."""
    return str(request.remote_addr or request.ip)


def visitor_address(request: Request) -> str:
    """Give the address that stands for a visitor: of IPv6 the network, in which one household has many."""
    told = address(request)
    try:
        return str(ipaddress.ip_network(f"{told}/{_HOUSEHOLD_BITS}", strict=False)) if ":" in told else told
    except ValueError:
        return told


def _bearer(runtime: Runtime, request: Request) -> str:
    header = request.headers.get("authorization", "")
    if not header.lower().startswith(_BEARER):
        raise unauthorized("token_missing", "send the token as Authorization: Bearer")
    try:
        return runtime.tokens.conversation_id(header[len(_BEARER) :].strip(), datetime.now(timezone.utc))
    except TokenExpired as error:
        raise unauthorized("token_expired", "the token has expired; start a new session") from error
    except TokenInvalid as error:
        raise unauthorized("token_invalid", "the token is not valid") from error
