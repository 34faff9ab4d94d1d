"""Take a shopper's message into the ledger and call for its answer, whoever still waits to hear that it is there."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timezone
from functools import partial
from typing import Any

from parcelbot.core.cases.conversation import Message
from parcelbot.front.api.errors import ApiError
from parcelbot.front.api.files import attachment_of
from parcelbot.front.api.request_body import PostedMessage
from parcelbot.front.api.timely import DatabaseAway, in_time
from parcelbot.front.notices import PassingNotice
from parcelbot.front.runtime import Runtime
from parcelbot.store.ledger.ledger import ChoiceNotOffered, ChoiceSpent, Receipt
from parcelbot.telemetry.metrics import SHOPPER_MESSAGES

logger = logging.getLogger(__name__)


async def take(runtime: Runtime, conversation_id: str, posted: PostedMessage, network: str) -> Receipt:
    """Take a message in; DatabaseAway when it is not here in time, which the open pages of its shopper hear, too.

    Goes on when its caller hangs up: who does not hear the answer is told all the same, by the stream.
    """
    taking = asyncio.ensure_future(_take(runtime, conversation_id, posted, network))
    taking.add_done_callback(_look_at)
    return await asyncio.shield(taking)


async def _take(runtime: Runtime, conversation_id: str, posted: PostedMessage, network: str) -> Receipt:
    try:
        return await in_time(runtime, _accept(runtime, conversation_id, posted, network))
    except DatabaseAway:
        runtime.hub.notify(conversation_id, PassingNotice.NOT_TAKEN, posted.text)
        raise


def _look_at(taking: asyncio.Future[Receipt]) -> None:
    """Retrieve what came of it, which is no error of ours when nobody waits for it any more."""
    if not taking.cancelled():
        taking.exception()


async def _accept(runtime: Runtime, conversation_id: str, posted: PostedMessage, network: str) -> Receipt:
    attachment = await attachment_of(runtime, conversation_id, posted.attachment_id)
    loop = asyncio.get_running_loop()
    accept = partial(_accept_and_call, runtime, loop, conversation_id, posted, attachment, network)
    try:
        return await runtime.threads.run(accept)
    except ChoiceSpent as error:
        raise ApiError(409, "choice_spent", "one of these choices was used already") from error
    except ChoiceNotOffered as error:
        raise ApiError(409, "choice_not_offered", "this choice is not offered any more") from error


def _accept_and_call(
    runtime: Runtime,
    loop: asyncio.AbstractEventLoop,
    conversation_id: str,
    posted: PostedMessage,
    attachment: dict[str, Any] | None,
    network: str,
) -> Receipt:
    """Accept a message and, if it is new, call for its answer; in a thread, which nobody may be waiting for any more.

    An attempt that was given up may still come through, and then the next one is only a repetition.
    """
    receipt = runtime.ledger.accept(
        conversation_id,
        posted.echo_id,
        now=datetime.now(timezone.utc),
        text=posted.text,
        choice_id=posted.choice_id,
        attachment=attachment,
        network=network,
    )
    if not receipt.repeated:
        loop.call_soon_threadsafe(_call_for_answer, runtime, receipt.message, posted.kind, network)
    return receipt


def _call_for_answer(runtime: Runtime, message: Message, kind: str, network: str) -> None:
    SHOPPER_MESSAGES.labels(kind).inc()
    logger.info("message %s taken in", message.seq)
    runtime.last_resort.watch(message)
    runtime.hub.call_for_answer(message.conversation_id, network)
