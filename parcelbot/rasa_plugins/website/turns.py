"""One shopper's message through the assistant; if nothing comes of it, the channel speaks itself."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timezone
from typing import Any

from rasa.core.channels.channel import UserMessage

from parcelbot.core.conversation import Author, Conversation, Message
from parcelbot.rasa_plugins.shopper_text import neutralise
from parcelbot.rasa_plugins.website.assistant import Assistant
from parcelbot.rasa_plugins.website.hub import Hub
from parcelbot.rasa_plugins.website.output import CHANNEL_NAME, LedgerOutput, choices
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.store.backlog import Backlog, Waiting
from parcelbot.store.ledger import BotSilenced, Ledger

logger = logging.getLogger(__name__)

_MAX_ATTEMPTS = 3

#: The `answer` of an apology: how one is told from what the assistant says.
APOLOGY: Mapping[str, str] = {"table": "channel", "row": "watchdog", "source": "channel"}


class Turns:
    """Runs turns and watches over them; `silence_s` is how long a shopper waits for the first word."""

    def __init__(
        self,
        assistant: Assistant,
        ledger: Ledger,
        backlog: Backlog,
        hub: Hub,
        threads: Threads,
        silence_s: float,
    ) -> None:
        self._assistant = assistant
        self._ledger = ledger
        self._backlog = backlog
        self._hub = hub
        self._threads = threads
        self._silence_s = silence_s
        self._watches: dict[tuple[str, int], asyncio.Task[None]] = {}

    def watch(self, message: Message) -> None:
        """From now on the shopper hears something about `message` within `silence_s`, whatever happens."""
        key = (message.conversation_id, message.seq)
        if key not in self._watches:
            self._watches[key] = asyncio.create_task(self._apologise_if_silent(message))
            self._watches[key].add_done_callback(lambda _: self._watches.pop(key, None))

    async def run(self, waiting: Waiting) -> None:
        """Deal with a message: pass it to the assistant unless a person owns the conversation."""
        message = waiting.message
        conversation = await self._threads.run(self._ledger.conversation, message.conversation_id)
        if not conversation.state.bot_speaks:
            return
        self.watch(message)
        if message.attachment and not message.text:
            await self._say("utter_attachment_received", message, message.seq)
        elif not await self._answered(conversation, waiting):
            await self._apologise(message)

    def close(self) -> None:
        """Stop watching; what still waits is watched over again after the restart."""
        for task in list(self._watches.values()):
            task.cancel()

    async def _answered(self, conversation: Conversation, waiting: Waiting) -> bool:
        """True when the assistant said something, now or before a worker died over this message."""
        if waiting.attempt > _MAX_ATTEMPTS:
            logger.error("giving up on message %s of %s", waiting.message.seq, conversation.id)
            return False
        output = LedgerOutput(self._ledger, self._threads, waiting.message.seq)
        heard = _user_message(conversation, waiting.message, output)
        await self._threads.run(self._hub.signal, conversation.id, True)
        try:
            if waiting.attempt > 1 and await self._assistant.has_handled(heard):
                return True
            await self._assistant.handle(heard)
        except Exception:
            logger.exception("the assistant failed over message %s of %s", heard.message_id, conversation.id)
            return False
        finally:
            await self._threads.run(self._hub.signal, conversation.id, False)
        return output.said > 0

    async def _apologise_if_silent(self, message: Message) -> None:
        await asyncio.sleep(self._silence_s)
        waiting = await self._threads.run(self._backlog.waiting, message.conversation_id)
        if message.seq in waiting and not await self._replies(message):
            logger.warning("the assistant is silent in %s", message.conversation_id)
            await self._apologise(message)

    async def _apologise(self, message: Message) -> None:
        """Say sorry once for everything that waits: a stuck assistant must not make it a litany."""
        if any(reply.answer == APOLOGY for reply in await self._replies(message)):
            return
        waiting = await self._threads.run(self._backlog.waiting, message.conversation_id)
        await self._say("utter_watchdog", message, max([message.seq, *waiting]), answer=APOLOGY)

    async def _replies(self, message: Message) -> list[Message]:
        """What was said in reply to `message` or to a later one."""
        said = await self._threads.run(self._ledger.after, message.conversation_id, message.seq)
        return [reply for reply in said if (reply.in_reply_to or 0) >= message.seq]

    async def _say(self, name: str, message: Message, in_reply_to: int, **parts: Any) -> None:
        own = self._assistant.own_answer(name)
        with suppress(BotSilenced):
            await self._threads.run(
                self._ledger.append,
                message.conversation_id,
                Author.BOT,
                own.text,
                now=datetime.now(timezone.utc),
                echo_id=f"~{in_reply_to}.{name}",
                in_reply_to=in_reply_to,
                choices=choices(own.buttons),
                **parts,
            )


def _user_message(conversation: Conversation, message: Message, output: LedgerOutput) -> UserMessage:
    """`message` as Rasa takes it. What was typed is defused; what was pressed is the button's payload."""
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
        message_id=f"{conversation.id}:{message.seq}",
        metadata=metadata,
    )
