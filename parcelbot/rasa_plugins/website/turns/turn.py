"""Take one shopper's message through the assistant; if nothing comes of it, the channel helps itself.

A turn is done when the ledger holds its reply: all that was said in it is committed at once, under the claim, and
what failed before that leaves no trace.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

from rasa.core.channels.channel import UserMessage

from parcelbot.core.cases.conversation import Conversation, Message, TurnClaim
from parcelbot.front.hub import Hub
from parcelbot.front.last_resort import LastResort
from parcelbot.front.shopper_text import neutralise
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.assistant import Assistant
from parcelbot.rasa_plugins.website.turns.failures import is_away
from parcelbot.rasa_plugins.website.turns.fresh_dialogue import message_id
from parcelbot.rasa_plugins.website.turns.output import CHANNEL_NAME, TurnOutput, count_answers
from parcelbot.store.ledger.backlog import WaitingMessage
from parcelbot.store.ledger.handover_marks import HandoverMarks
from parcelbot.store.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

#: A message is given up when the assistant fails over it so often, or three processes have died over it.
_MAX_FAULTS, _MAX_DEATHS = 3, 4
#: While parts are away it is tried again for so long.
_KEEP_TRYING = timedelta(hours=1)
#: A turn that takes longer hangs.
_LONGEST_TURN_S = 60.0


class TurnEnd(str, Enum):
    """The end of a turn.

    DONE: the message is dealt with. FAILED: the assistant failed over it. AWAY: a part of ours was away.
    ELSEWHERE: another process has the conversation.
    """

    DONE = "done"
    FAILED = "failed"
    AWAY = "away"
    ELSEWHERE = "elsewhere"


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

    async def run(self, waiting: WaitingMessage, claim: TurnClaim, faults: int) -> TurnEnd:
        """Deal with a message: pass it to the assistant unless it is, or was, a person's.

        The assistant has failed over it `faults` times before. Whatever goes wrong now is told by how the turn ends.
        """
        message = waiting.message
        try:
            conversation = await self._threads.run(self._ledger.conversation, message.conversation_id)
            if not conversation.state.bot_speaks or await self._last_resort.is_too_late(message):
                return await self._commit(claim, message, ())
            self._last_resort.watch(message)
            if message.attachment and not message.text:
                return await self._commit(claim, message, [await self._last_resort.thanks_for_file(message)])
            return await self._answer(conversation, waiting, claim, faults)
        except Exception as error:
            logger.exception("the turn over message %s of %s broke off", message.seq, message.conversation_id)
            return TurnEnd.AWAY if is_away(error) else TurnEnd.FAILED

    async def _answer(
        self, conversation: Conversation, waiting: WaitingMessage, claim: TurnClaim, faults: int
    ) -> TurnEnd:
        message = waiting.message
        if waiting.attempt > _MAX_DEATHS:
            return await self._give_up(claim, message)
        output = TurnOutput(message)
        failure = await self._asked(conversation, waiting, output)
        if failure is not None:
            return await self._after_failure(message, claim, failure, faults)
        if not output.said:
            return await self._give_up(claim, message)
        too_late = await self._last_resort.is_too_late(message)
        return await self._commit(claim, message, () if too_late else output.said)

    async def _asked(self, conversation: Conversation, waiting: WaitingMessage, output: TurnOutput) -> Exception | None:
        """Ask the assistant; gives what it failed over, None when all went well."""
        message = waiting.message
        heard = _user_message(conversation, message, output)
        await self._threads.run(self._hub.signal, conversation.id, True)
        try:
            before = await self._assistant.said_before(heard) if waiting.attempt > 1 else None
            if before is None:
                await self._leave_off(message)
                await asyncio.wait_for(self._assistant.handle(heard), _LONGEST_TURN_S)
            for said in before or ():
                await output.send_response(conversation.id, said)
        except Exception as error:
            logger.exception("the assistant failed over message %s of %s", heard.message_id, conversation.id)
            return error
        finally:
            await self._threads.run(self._hub.signal, conversation.id, False)
        return None

    async def _after_failure(self, message: Message, claim: TurnClaim, failure: Exception, faults: int) -> TurnEnd:
        if await self._last_resort.pass_on_if_asked(message):
            return await self._commit(claim, message, ())
        if is_away(failure) and datetime.now(timezone.utc) - message.at < _KEEP_TRYING:
            return TurnEnd.AWAY
        return TurnEnd.FAILED if faults + 1 < _MAX_FAULTS else await self._give_up(claim, message)

    async def _give_up(self, claim: TurnClaim, message: Message) -> TurnEnd:
        logger.error("giving up on message %s of %s", message.seq, message.conversation_id)
        await self._last_resort.help(message)
        return await self._commit(claim, message, ())

    async def _commit(self, claim: TurnClaim, message: Message, said: Sequence[Message]) -> TurnEnd:
        """End the turn in the ledger; whoever has lost the claim has nothing to say."""
        if await self._threads.run(self._ledger.answer, claim, message.seq, said) and said:
            count_answers(said, message.at)
        return TurnEnd.DONE

    async def _leave_off(self, message: Message) -> None:
        """Begin a clean dialogue when a person was here since the assistant was last heard."""
        broken_at = await self._threads.run(self._persons.last_break, message.conversation_id, message.seq)
        if broken_at:
            await self._assistant.begin_anew(message.conversation_id, broken_at)


def _user_message(conversation: Conversation, message: Message, output: TurnOutput) -> UserMessage:
    """Write `message` as Rasa takes it: what was typed is defused, what was pressed is the button's payload."""
    metadata: dict[str, Any] = {"language": conversation.language} if conversation.language else {}
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
