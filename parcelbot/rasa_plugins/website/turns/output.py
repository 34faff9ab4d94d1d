"""Put what the assistant says into the ledger: one row for each thing it says."""

from __future__ import annotations

import functools
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timezone
from typing import Any

from rasa.core.channels.channel import OutputChannel

from parcelbot.core.cases.conversation import Author, Choice
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.store.ledger.ledger import BotSilenced, Ledger
from parcelbot.telemetry.metrics import ANSWERS, first_word

logger = logging.getLogger(__name__)

CHANNEL_NAME = "website"
_CHOICE_ID_BYTES = 9


class LedgerOutput(OutputChannel):
    """Rasa's output channel for one turn (`in_reply_to` is the shopper's message) or for pushes (None).

    The n-th thing said in a turn has an echo_id of its own, so a turn that is repeated because a
    worker died in it says nothing twice. While a person owns the conversation the bot is not heard, nor
    when its answer has become `is_too_late` since: a person came, and perhaps went, while it was thinking.
    """

    def __init__(
        self,
        ledger: Ledger,
        threads: Threads,
        in_reply_to: int | None = None,
        is_too_late: Callable[[], Awaitable[bool]] | None = None,
        heard_at: datetime | None = None,
    ) -> None:
        self._ledger = ledger
        self._threads = threads
        self._in_reply_to = in_reply_to
        self._is_too_late = is_too_late
        self._heard_at = heard_at
        self.said = 0

    @classmethod
    def name(cls) -> str:
        """Give the channel's name, as trackers keep it."""
        return CHANNEL_NAME

    async def send_response(self, recipient_id: str, message: Mapping[str, Any]) -> None:
        """Write one of Rasa's messages: text, buttons, and a `custom` with a `card` or an `answer`."""
        custom = message.get("custom") or {}
        parts = {
            "text": (message.get("text") or "").strip(),
            "choices": choices(message.get("buttons") or message.get("quick_replies") or ()),
            "card": custom.get("card"),
            "answer": custom.get("answer"),
            "attachment": message.get("attachment") or custom.get("attachment"),
        }
        if parts["text"] or parts["card"] or parts["attachment"]:
            await self._write(recipient_id, parts)

    async def _write(self, conversation_id: str, parts: dict[str, Any]) -> None:
        echo_id = None if self._in_reply_to is None else f"~{self._in_reply_to}.{self.said}"
        self.said += 1
        if self._is_too_late and await self._is_too_late():
            logger.info("a person has dealt with %s meanwhile; the bot's answer is dropped", conversation_id)
            return
        append = functools.partial(self._ledger.append, now=datetime.now(timezone.utc), echo_id=echo_id)
        try:
            await self._threads.run(append, conversation_id, Author.BOT, in_reply_to=self._in_reply_to, **parts)
            self._count(parts["answer"])
        except BotSilenced:
            logger.info("a person owns %s; the bot's answer is dropped", conversation_id)

    def _count(self, answer: Mapping[str, Any] | None) -> None:
        if self._heard_at and self.said == 1:
            first_word(self._heard_at, datetime.now(timezone.utc))
        if answer:
            ANSWERS.labels(answer["table"], answer["row"]).inc()
            logger.info("answered by %s/%s", answer["table"], answer["row"])

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        """Write a plain text."""
        await self.send_response(recipient_id, {"text": text})

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: list[dict[str, Any]], **_: Any
    ) -> None:
        """Write a text and choices."""
        await self.send_response(recipient_id, {"text": text, "buttons": buttons})

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **_: Any) -> None:
        """Write a card or an answer without text."""
        await self.send_response(recipient_id, {"custom": json_message})


def choices(buttons: Iterable[Mapping[str, Any]]) -> tuple[Choice, ...]:
    """Give Rasa's buttons ids that tell nothing."""
    return tuple(
        Choice(secrets.token_urlsafe(_CHOICE_ID_BYTES), button["title"], button.get("payload") or button["title"])
        for button in buttons
    )
