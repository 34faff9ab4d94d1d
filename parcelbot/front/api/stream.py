"""Stream the conversation as server-sent events, resumable by seq: `GET /events`."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sanic.request import Request
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.cases.card_news import RenewedCard
from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.front.api import access
from parcelbot.front.api.errors import too_many_requests
from parcelbot.front.api.http import read_after
from parcelbot.front.api.message_json import message_json
from parcelbot.front.hub import Subscription
from parcelbot.front.runtime import Runtime
from parcelbot.store.ledger.ledger import UnknownConversation

_RECONNECT_MS = 1000
_TIMEOUT_MARGIN_S = 5.0
_BUSY_RETRY_S = 5.0
_OPEN_EVERY_S = 30.0
#: After so long a look into the ledger the client hears that the stream lives, and what is known without the ledger.
_LOOK_S = 1.0
_STILL_HERE = ": still here\n\n"
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass
class _Told:
    """The news this stream's client has already, and how much of it was noted as seen.

    `until_s` is after how many seconds to look again, whatever happens; cards up to `card_rev` are told. `found` is
    the conversation as the ledger last had it.
    """

    found: Conversation
    seq: int
    owner: tuple[ConversationState, str] | None
    typing: bool = False
    until_s: float = math.inf
    card_rev: int = 0
    shown_seq: int = 0
    noted_seq: int = 0
    noted_s: float = -math.inf


async def stream_events(runtime: Runtime, request: Request) -> None:
    """Send what was said after `after`, then everything as it happens, until one side ends it."""
    conversation = await access.authorised(runtime, request)
    if runtime.hub.listeners(conversation.id) >= runtime.settings.streams_per_conversation:
        raise too_many_requests(_BUSY_RETRY_S)
    after = read_after(request)
    # a new client takes the bot for granted; one that comes back may have missed a change of owner
    told = _Told(conversation, after, owner=None if after else (ConversationState.BOT, ""))
    # what comes from the ledger anyway has the newest cards in it
    told.card_rev = 0 if after else conversation.card_rev
    answer = await request.respond(content_type="text/event-stream; charset=utf-8", headers=_HEADERS)
    # a conversation that is erased meanwhile ends its streams; who comes back is told that it is gone
    with suppress(UnknownConversation), runtime.hub.subscribe(conversation.id, conversation.language) as subscription:
        async for part in _parts(runtime, request, conversation.id, subscription, told):
            await answer.send(part)
    await answer.eof()


async def _parts(
    runtime: Runtime, request: Request, conversation_id: str, subscription: Subscription, told: _Told
) -> AsyncIterator[str]:
    beginning = f"retry: {_RECONNECT_MS}\n\n"
    # Sanic cuts a response off at RESPONSE_TIMEOUT; an orderly end before lets clients come back at once
    end_s = time.monotonic() + max(1.0, request.app.config.RESPONSE_TIMEOUT - _TIMEOUT_MARGIN_S)
    while not runtime.hub.closing and time.monotonic() < end_s:
        async for parts in _patient_news(runtime, conversation_id, subscription, told):
            if beginning + parts:
                yield beginning + parts
            beginning = ""
        _note_seen(runtime, conversation_id, told)
        left_s = max(0.1, end_s - time.monotonic())
        soon_s = _LOOK_S if subscription.look else math.inf
        if not await subscription.wait(min(runtime.settings.keepalive_s, left_s, told.until_s, soon_s)):
            yield _STILL_HERE


async def _patient_news(
    runtime: Runtime, conversation_id: str, subscription: Subscription, told: _Told
) -> AsyncIterator[str]:
    """Give what is new, and before it, as long as the ledger does not answer, what is known without it."""
    looking = asyncio.ensure_future(_news(runtime, conversation_id, subscription, told))
    try:
        while not (await asyncio.wait({looking}, timeout=_LOOK_S))[0]:
            yield _notices(runtime, subscription) or _STILL_HERE
            if runtime.hub.closing:
                return
        yield "".join(looking.result()) + _notices(runtime, subscription)
    finally:
        looking.cancel()


def _note_seen(runtime: Runtime, conversation_id: str, told: _Told) -> None:
    """Keep how far this page has shown the conversation, and now and then that it is open."""
    now_s = time.monotonic()
    if told.shown_seq <= told.noted_seq and now_s - told.noted_s < _OPEN_EVERY_S:
        return
    told.noted_seq, told.noted_s = told.shown_seq, now_s
    runtime.seen.put(conversation_id, told.shown_seq)


async def _news(runtime: Runtime, conversation_id: str, subscription: Subscription, told: _Told) -> list[str]:
    look, subscription.look = subscription.look, False
    try:
        parts = await _ledgers_news(runtime, conversation_id, told) if look else []
    except SQLAlchemyError:
        # what was not told is read again: `told` goes on with what was
        subscription.look, parts = True, []
    subscription.language = told.found.language
    return parts + _writing_news(told.found, subscription.typing, told)


def _notices(runtime: Runtime, subscription: Subscription) -> str:
    """Tell what stands in no ledger, in the conversation's language; its first words may tell which that is."""
    spoken = (
        (notice, runtime.speaking.to(words, subscription.language)) for notice, words in subscription.take_notices()
    )
    texts = dict.fromkeys(language.text(notice) for notice, language in spoken)
    return "".join(_event("notice", {"text": text}) for text in texts)


async def _ledgers_news(runtime: Runtime, conversation_id: str, told: _Told) -> list[str]:
    """Tell what has come to the ledger since it was last looked into."""
    conversation, said = await runtime.looking.run(runtime.ledger.news, conversation_id, told.seq)
    cards = await _renewed_cards(runtime, conversation, told)
    told.found = conversation
    parts = [_event("message", message_json(message), message.seq) for message in said]
    told.seq = said[-1].seq if said else told.seq
    # a client may claim to know more than was said
    told.shown_seq = min(told.seq, conversation.last_seq)
    parts += [_event("card", {"seq": new.seq, "card": new.card}) for new in cards if new.seq <= told.seq]
    told.card_rev = max(told.card_rev, conversation.card_rev)
    return parts + _owner_news(conversation, told)


async def _renewed_cards(runtime: Runtime, conversation: Conversation, told: _Told) -> list[RenewedCard]:
    """Read the cards that were renewed since they were said."""
    if conversation.card_rev <= told.card_rev:
        return []
    return await runtime.looking.run(runtime.ledger.renewed_cards, conversation.id, told.card_rev)


def _writing_news(conversation: Conversation, assistant: bool, told: _Told) -> list[str]:
    """Say whether somebody writes; that an agent has stopped shows in nothing but the time."""
    now = datetime.now(timezone.utc)
    agent = conversation.agent_writes(now)
    until = conversation.writing_until if agent else None
    told.until_s = max(0.1, (until - now).total_seconds()) if until else math.inf
    if (assistant or agent) == told.typing:
        return []
    told.typing = assistant or agent
    return [_event("typing", {"typing": told.typing})]


def _owner_news(conversation: Conversation, told: _Told) -> list[str]:
    owner = (conversation.state, conversation.agent)
    if owner == told.owner:
        return []
    told.owner = owner
    return [_event("handoff", {"state": conversation.state.value, "agent": conversation.agent or None})]


def _event(name: str, body: Any, seq: int | None = None) -> str:
    number = "" if seq is None else f"id: {seq}\n"
    return f"{number}event: {name}\ndata: {json.dumps(body, ensure_ascii=False)}\n\n"
