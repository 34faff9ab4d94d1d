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

from parcelbot.core.cases.conversation import Conversation, Message
from parcelbot.front.hub import Hub
from parcelbot.front.last_resort import LastResort
from parcelbot.front.shopper_text import neutralise
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.assistant import Assistant
from parcelbot.rasa_plugins.website.turns.failures import is_away
from parcelbot.rasa_plugins.website.turns.fresh_dialogue import message_id
from parcelbot.rasa_plugins.website.turns.output import CHANNEL_NAME, TurnOutput, count_answers
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.turn_book import BegunTurn

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
        hub: Hub,
        threads: Threads,
        last_resort: LastResort,
    ) -> None:
        self._assistant = assistant
        self._ledger = ledger
        self._hub = hub
        self._threads = threads
        self._last_resort = last_resort

    async def run(self, turn: BegunTurn, faults: int) -> TurnEnd:
        """Deal with a message: pass it to the assistant unless it is, or was, a person's.

        The assistant has failed over it `faults` times before. Whatever goes wrong now is told by how the turn ends.
        """
        message = turn.waiting.message
        try:
            is_the_bots = turn.conversation.state.bot_speaks and not turn.is_a_persons
            if not is_the_bots or await self._last_resort.was_passed_on(message):
                return await self._commit(turn, ())
            self._last_resort.watch(message)
            if message.attachment and not message.text:
                return await self._commit(turn, [await self._last_resort.thanks_for_file(message)])
            return await self._answer(turn, faults)
        except Exception as error:
            logger.exception("the turn over message %s of %s broke off", message.seq, message.conversation_id)
            return TurnEnd.AWAY if is_away(error) else TurnEnd.FAILED

    async def _answer(self, turn: BegunTurn, faults: int) -> TurnEnd:
        message = turn.waiting.message
        if turn.waiting.attempt > _MAX_DEATHS:
            return await self._give_up(turn)
        output = TurnOutput(message)
        failure = await self._asked(turn, output)
        if failure is not None:
            return await self._after_failure(turn, failure, faults)
        if not output.said:
            return await self._give_up(turn)
        too_late = await self._last_resort.was_passed_on(message)
        return await self._commit(turn, () if too_late else output.said)

    async def _asked(self, turn: BegunTurn, output: TurnOutput) -> Exception | None:
        """Ask the assistant; gives what it failed over, None when all went well."""
        message, conversation = turn.waiting.message, turn.conversation
        heard = _user_message(conversation, message, output)
        await self._threads.run(self._hub.signal, conversation.id, True)
        try:
            before = await self._assistant.said_before(heard) if turn.waiting.attempt > 1 else None
            if before is None:
                # a person was here since the assistant was last heard
                if turn.broken_at:
                    await self._assistant.begin_anew(conversation.id, turn.broken_at)
                await asyncio.wait_for(self._assistant.handle(heard), _LONGEST_TURN_S)
            for said in before or ():
                await output.send_response(conversation.id, said)
        except Exception as error:
            logger.exception("the assistant failed over message %s of %s", heard.message_id, conversation.id)
            return error
        finally:
            await self._threads.run(self._hub.signal, conversation.id, False)
        return None

    async def _after_failure(self, turn: BegunTurn, failure: Exception, faults: int) -> TurnEnd:
        message = turn.waiting.message
        if await self._last_resort.pass_on_if_asked(message):
            return await self._commit(turn, ())
        if is_away(failure) and datetime.now(timezone.utc) - message.at < _KEEP_TRYING:
            return TurnEnd.AWAY
        return TurnEnd.FAILED if faults + 1 < _MAX_FAULTS else await self._give_up(turn)

    async def _give_up(self, turn: BegunTurn) -> TurnEnd:
        message = turn.waiting.message
        logger.error("giving up on message %s of %s", message.seq, message.conversation_id)
        await self._last_resort.help(message)
        return await self._commit(turn, ())

    async def _commit(self, turn: BegunTurn, said: Sequence[Message]) -> TurnEnd:
        """End the turn in the ledger; whoever has lost the claim has nothing to say."""
        message = turn.waiting.message
        if await self._threads.run(self._ledger.answer, turn.claim, message.seq, said):
            self._last_resort.unwatch(message)
            if said:
                count_answers(said, message.at)
        return TurnEnd.DONE


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
