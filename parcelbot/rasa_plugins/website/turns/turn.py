"""Take one shopper's message through the assistant; if nothing comes of it, the channel helps itself.

A turn is done when the ledger holds its reply: all that was said in it is committed at once, under the claim, and
what failed before that leaves no trace.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
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
from parcelbot.telemetry.metrics import MESSAGES_GIVEN_UP

logger = logging.getLogger(__name__)

#: A message is given up when the assistant fails over it so often, or three processes have died over it.
_MAX_FAULTS, _MAX_DEATHS = 3, 4
#: While parts are away it is tried again for so long, from the first turn that came to nothing.
_KEEP_TRYING = timedelta(hours=1)
#: Messages are read together for the last time in this attempt.
_LAST_TIME_TOGETHER = 2
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


class Reason(str, Enum):
    """The reason why a message is given up.

    AWAY: a part of ours was away for too long. FAULTS: the assistant failed over it too often. DEATHS: too many
    processes died over it. SILENCE: the assistant has nothing to say.
    """

    AWAY = "away"
    FAULTS = "faults"
    DEATHS = "deaths"
    SILENCE = "silence"


for reason in Reason:
    # a rate of what has never been counted is unknown, not none
    MESSAGES_GIVEN_UP.labels(reason.value)


class Turns:
    """Runs turns. A person who has the conversation, or had it since, leaves nothing for the assistant to do.

    What was typed in one go is one turn if it `reads_together`, else every message is.
    """

    def __init__(
        self,
        assistant: Assistant,
        ledger: Ledger,
        hub: Hub,
        threads: Threads,
        last_resort: LastResort,
        reads_together: bool,
    ) -> None:
        self._assistant = assistant
        self._ledger = ledger
        self._hub = hub
        self._threads = threads
        self._last_resort = last_resort
        self._reads_together = reads_together

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
        if turn.waiting.attempt > _MAX_DEATHS:
            return await self._give_up(turn, Reason.DEATHS)
        try:
            turn = await self._as_it_was_read(turn, faults)
        except Exception as error:
            return await self._after_failure(turn, error, faults)
        output = TurnOutput(_newest(turn))
        failure = await self._asked(turn, output)
        if failure is not None:
            return await self._after_failure(turn, failure, faults)
        if not output.said:
            return await self._give_up(turn, Reason.SILENCE)
        too_late = await self._last_resort.was_passed_on(turn.waiting.message)
        return await self._commit(turn, () if too_late else output.said)

    async def _as_it_was_read(self, turn: BegunTurn, faults: int) -> BegunTurn:
        """Give the turn with those of its followers that are read with its message.

        At first all are. Once one was begun before, those that the dialogue knows as one, so that nothing is heard
        twice; what somebody failed or died over is read alone, so that it takes nothing else with it.
        """
        waiting = turn.waiting
        followers = waiting.followers if self._reads_together else ()
        if waiting.attempt > 1:
            known = await self._known_together(turn)
            followers = followers[:known] if known or faults or waiting.attempt > _LAST_TIME_TOGETHER else followers
        return replace(turn, waiting=replace(waiting, followers=followers))

    async def _known_together(self, turn: BegunTurn) -> int:
        """Count the followers up to the newest that the dialogue has heard; 0 for none."""
        for count in range(len(turn.waiting.followers), 0, -1):
            newest = turn.waiting.followers[count - 1]
            heard = _user_message(turn.conversation, (newest,), TurnOutput(newest))
            if await self._assistant.said_before(heard) is not None:
                return count
        return 0

    async def _asked(self, turn: BegunTurn, output: TurnOutput) -> Exception | None:
        """Ask the assistant; gives what it failed over, None when all went well."""
        conversation, together = turn.conversation, (turn.waiting.message, *turn.waiting.followers)
        for message in together:
            self._last_resort.watch(message)
        heard = _user_message(conversation, together, output)
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
        away = is_away(failure)
        if away and turn.waiting.failing_for < _KEEP_TRYING:
            return TurnEnd.AWAY
        if faults + 1 < _MAX_FAULTS:
            return TurnEnd.FAILED
        return await self._give_up(turn, Reason.AWAY if away else Reason.FAULTS)

    async def _give_up(self, turn: BegunTurn, why: Reason) -> TurnEnd:
        """End the turn with the last word over its oldest message, unless that is a person's.

        What waits behind it is tried by itself. Until the ledger holds the last word the message still waits: a
        process that dies before has not given it up.
        """
        message = turn.waiting.message
        if await self._last_resort.is_a_persons(message):
            return await self._commit(turn, ())
        last_word = await self._last_resort.last_word(message)
        if await self._threads.run(self._ledger.give_up, turn.claim, message.seq, last_word):
            self._last_resort.unwatch(message)
            MESSAGES_GIVEN_UP.labels(why.value).inc()
            logger.error("gave up on message %s of %s: %s", message.seq, message.conversation_id, why.value)
        return TurnEnd.DONE

    async def _commit(self, turn: BegunTurn, said: Sequence[Message]) -> TurnEnd:
        """End the turn in the ledger; whoever has lost the claim has nothing to say.

        Without an answer only the oldest message is dealt with.
        """
        message = turn.waiting.message
        together = (message, *(turn.waiting.followers if said else ()))
        if await self._threads.run(self._ledger.answer, turn.claim, together[-1].seq, said):
            for heard in together:
                self._last_resort.unwatch(heard)
            if said:
                count_answers(said, message.at)
        return TurnEnd.DONE


def _newest(turn: BegunTurn) -> Message:
    """Give the newest message that a turn reads."""
    return (turn.waiting.message, *turn.waiting.followers)[-1]


def _user_message(conversation: Conversation, together: Sequence[Message], output: TurnOutput) -> UserMessage:
    """Write what is read together as one message of Rasa's, a line each, under the id of its newest.

    What was typed is defused, what was pressed is the button's payload.
    """
    message = together[-1]
    told: dict[str, Any] = {
        "language": conversation.language,
        "time_zone": conversation.time_zone,
        "identity": conversation.identity,
        "attachment": message.attachment,
    }
    return UserMessage(
        message.command or neutralise("\n".join(heard.text for heard in together)),
        output,
        conversation.id,
        input_channel=CHANNEL_NAME,
        message_id=message_id(conversation.id, message.seq),
        metadata={name: value for name, value in told.items() if value},
    )
