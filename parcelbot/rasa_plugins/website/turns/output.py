"""Take what the assistant says: collected over a turn, or written into the ledger at once when it is pushed."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from rasa.core.channels.channel import OutputChannel

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.language import ENGLISH
from parcelbot.front.choices import choices
from parcelbot.front.threads import Threads
from parcelbot.store.ledger.ledger import BotSilenced, Ledger
from parcelbot.telemetry.metrics import ANSWERS, first_word

logger = logging.getLogger(__name__)

CHANNEL_NAME = "website"


class _WebsiteOutput(OutputChannel, ABC):
    """Rasa's output channel: text, buttons, and a `custom` with a `card` or an `answer` become one message."""

    @classmethod
    def name(cls) -> str:
        """Give the channel's name, as trackers keep it."""
        return CHANNEL_NAME

    @abstractmethod
    async def take(self, draft: Message) -> None:
        """Take one thing that the assistant says."""

    async def send_response(self, recipient_id: str, message: Mapping[str, Any]) -> None:
        """Take one of Rasa's messages; one without anything to show is left out."""
        custom = message.get("custom") or {}
        draft = Message(
            conversation_id=recipient_id,
            seq=0,
            author=Author.BOT,
            at=datetime.now(timezone.utc),
            text=(message.get("text") or "").strip(),
            choices=choices(message.get("buttons") or message.get("quick_replies") or ()),
            card=custom.get("card"),
            answer=custom.get("answer"),
            attachment=message.get("attachment") or custom.get("attachment"),
            language=custom.get("language", ENGLISH),
        )
        if draft.text or draft.card or draft.attachment:
            await self.take(draft)

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        """Take a plain text."""
        await self.send_response(recipient_id, {"text": text})

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: list[dict[str, Any]], **_: Any
    ) -> None:
        """Take a text and choices."""
        await self.send_response(recipient_id, {"text": text, "buttons": buttons})

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **_: Any) -> None:
        """Take a card or an answer without text."""
        await self.send_response(recipient_id, {"custom": json_message})


class TurnOutput(_WebsiteOutput):
    """The output of one turn: `said` is all of it, in order, to be committed together."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self.said: list[Message] = []

    async def take(self, draft: Message) -> None:
        """Add it to what is said in reply to the shopper's message."""
        self.said.append(replace(draft, in_reply_to=self._message.seq))


class LedgerOutput(_WebsiteOutput):
    """The output of what is pushed: reminders, triggered intents. While a person has the conversation it is dropped."""

    def __init__(self, ledger: Ledger, threads: Threads) -> None:
        self._ledger = ledger
        self._threads = threads

    async def take(self, draft: Message) -> None:
        """Write it into the ledger."""
        try:
            await self._threads.run(
                self._ledger.append,
                draft.conversation_id,
                draft.author,
                draft.text,
                now=draft.at,
                choices=draft.choices,
                card=draft.card,
                attachment=draft.attachment,
                answer=draft.answer,
                language=draft.language,
            )
            count_answers([draft])
        except BotSilenced:
            logger.info("a person owns %s; what the bot pushed is dropped", draft.conversation_id)


def count_answers(said: Iterable[Message], heard_at: datetime | None = None) -> None:
    """Count what was said by the rows it came from, and measure how long the shopper waited who wrote at `heard_at`."""
    if heard_at:
        first_word(heard_at, datetime.now(timezone.utc))
    for message in said:
        if message.answer:
            ANSWERS.labels(message.answer["table"], message.answer["row"]).inc()
            logger.info("answered by %s/%s", message.answer["table"], message.answer["row"])
