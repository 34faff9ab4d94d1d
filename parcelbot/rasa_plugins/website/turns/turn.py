"""Take one shopper's message through the assistant; if nothing comes of it, the channel helps itself."""

from __future__ import annotations

import functools
import logging
from typing import Any

from rasa.core.channels.channel import UserMessage

from parcelbot.core.cases.conversation import Conversation, Message
from parcelbot.rasa_plugins.shopper_text import neutralise
from parcelbot.rasa_plugins.website.hub import Hub
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.rasa_plugins.website.turns.assistant import Assistant
from parcelbot.rasa_plugins.website.turns.fallback import LastResort
from parcelbot.rasa_plugins.website.turns.fresh_dialogue import message_id
from parcelbot.rasa_plugins.website.turns.output import CHANNEL_NAME, LedgerOutput
from parcelbot.store.ledger.backlog import WaitingMessage
from parcelbot.store.ledger.handover_marks import HandoverMarks
from parcelbot.store.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

_MAX_ATTEMPTS = 3


class Turns:
    """Runs turns. A person who has the conversation, or had it since, leaves nothing for the assistant to do."""

    def __init__(
        self,
        assistant: Assistant,
        ledger: Ledger,
        persons: HandoverMarks,
        hub: Hub,
        threads: Threads,
        last_resort: LastResort,
    ) -> None:
        self._assistant = assistant
        self._ledger = ledger
        self._persons = persons
        self._hub = hub
        self._threads = threads
        self._last_resort = last_resort

    async def run(self, waiting: WaitingMessage) -> None:
        """Deal with a message: pass it to the assistant unless it is, or was, a person's."""
        message = waiting.message
        conversation = await self._threads.run(self._ledger.conversation, message.conversation_id)
        if not conversation.state.bot_speaks or await self._last_resort.is_too_late(message):
            return
        self._last_resort.watch(message)
        if message.attachment and not message.text:
            await self._last_resort.thank_for_file(message)
        elif not await self._answered(conversation, waiting):
            await self._last_resort.help(message)

    async def _answered(self, conversation: Conversation, waiting: WaitingMessage) -> bool:
        """True when the assistant said something, now or before a worker died over this message."""
        message = waiting.message
        if waiting.attempt > _MAX_ATTEMPTS:
            logger.error("giving up on message %s of %s", message.seq, conversation.id)
            return False
        is_too_late = functools.partial(self._last_resort.is_too_late, message)
        output = LedgerOutput(self._ledger, self._threads, message.seq, is_too_late, message.at)
        heard = _user_message(conversation, message, output)
        await self._threads.run(self._hub.signal, conversation.id, True)
        try:
            if waiting.attempt > 1 and await self._assistant.has_handled(heard):
                return True
            await self._leave_off(message)
            await self._assistant.handle(heard)
        except Exception:
            logger.exception("the assistant failed over message %s of %s", heard.message_id, conversation.id)
            return False
        finally:
            await self._threads.run(self._hub.signal, conversation.id, False)
        return output.said > 0

    async def _leave_off(self, message: Message) -> None:
        """Begin a clean dialogue when a person was here since the assistant was last heard."""
        broken_at = await self._threads.run(self._persons.last_break, message.conversation_id, message.seq)
        if broken_at:
            await self._assistant.begin_anew(message.conversation_id, broken_at)


def _user_message(conversation: Conversation, message: Message, output: LedgerOutput) -> UserMessage:
    """Write `message` as Rasa takes it: what was typed is defused, what was pressed is the button's payload."""
    metadata: dict[str, Any] = {}
    if conversation.identity:
        metadata["identity"] = conversation.identity
    if message.attachment:
        metadata["attachment"] = message.attachment
    return UserMessage(
        message.command or neutralise(message.text),
        output,
        conversation.id,
        input_channel=CHANNEL_NAME,
        message_id=message_id(conversation.id, message.seq),
        metadata=metadata,
    )
