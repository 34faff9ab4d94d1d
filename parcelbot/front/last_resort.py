"""Fall back when the assistant is silent or crashes: apologise, or pass the case to a person."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.cases.cards import ticket_card
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.language import Language
from parcelbot.front.choices import choices
from parcelbot.front.emergency_ticket import ASK_FOR_A_PERSON, Rescue, Rescued
from parcelbot.front.notices import PassingNotice
from parcelbot.front.own_answers import OwnAnswer, own_answer
from parcelbot.front.speaking import Speaking
from parcelbot.front.threads import Threads
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.store.ledger.handover_marks import RESCUED, HandoverMarks
from parcelbot.store.ledger.ledger import BotSilenced, Ledger

logger = logging.getLogger(__name__)

#: An apology that is to be heard within the limit begins before it is over.
_IN_TIME = 11 / 16
#: What is not written after this part of the limit is told to open pages without being written.
_FOR_WRITING = 1 / 16
#: How often to look for messages that others took in.
_LOOK_S = 1.0
#: Their clocks may be hours behind ours: what they took in just now would seem to have waited for long.
_SEEN_WAITING_S = 1.0
#: After so many seconds each it is tried again to tell of a ticket that was opened.
_TELL_AGAIN_S = (0.5, 1, 2, 4, 8, 15, 30)
#: The `answer` of an apology: how one is told from what the assistant says.
APOLOGY: Mapping[str, str] = {"table": "channel", "row": "watchdog", "source": "channel"}
#: The `answer` of the last word over a message that is given up.
GIVEN_UP: Mapping[str, str] = {"table": "channel", "row": "given_up", "source": "channel"}


class LastResort:
    """Watches over messages; `silence_s` is how long a shopper waits for the first word.

    `notify` tells the open pages of a conversation what cannot be written into the ledger, of a shopper's words.
    """

    def __init__(
        self,
        speaking: Speaking,
        ledger: Ledger,
        backlog: Backlog,
        persons: HandoverMarks,
        rescue: Rescue,
        threads: Threads,
        silence_s: float,
        notify: Callable[[str, PassingNotice, str], None],
    ) -> None:
        self._speaking = speaking
        self._ledger = ledger
        self._backlog = backlog
        self._persons = persons
        self._rescue = rescue
        self._threads = threads
        self._silence_s = silence_s
        self._notify = notify
        self._watches: dict[tuple[str, int], asyncio.Task[None]] = {}

    def watch(self, message: Message, not_before_s: float = 0.0) -> None:
        """See to it that the shopper hears something about `message` within `silence_s`, whatever happens.

        Nothing is said before `not_before_s` from now.
        """
        key = (message.conversation_id, message.seq)
        if key not in self._watches:
            self._watches[key] = asyncio.create_task(self._help_if_silent(message, not_before_s))
            self._watches[key].add_done_callback(lambda _: self._watches.pop(key, None))

    def unwatch(self, message: Message) -> None:
        """Stop watching over a message that is dealt with."""
        watch = self._watches.get((message.conversation_id, message.seq))
        if watch is not None:
            watch.cancel()

    async def watch_over_all(self) -> None:
        """Watch over every message that waits, for ever, whoever took it in and whoever is to answer it."""
        while True:
            try:
                for waiting in await self._threads.run(self._backlog.everywhere):
                    self.watch(waiting.message, _SEEN_WAITING_S)
            except Exception:
                logger.exception("cannot look for messages that wait")
            await asyncio.sleep(_LOOK_S)

    def close(self) -> None:
        """Stop watching; what still waits is watched over again after the restart."""
        for task in list(self._watches.values()):
            task.cancel()

    async def _is_too_late(self, message: Message) -> bool:
        """True when an answer of the assistant comes too late: a person came, or the case was passed on."""
        if await self._threads.run(self._persons.took_over, message.conversation_id, message.seq):
            return True
        return await self.was_passed_on(message)

    async def was_passed_on(self, message: Message) -> bool:
        """True when the message asks for a person and the channel itself has passed the case on over it."""
        return _asks_for_a_person(message) and _told(await self._replies(message), RESCUED)

    async def help(self, message: Message) -> None:
        """Pass the case on if that is what was asked for, else say sorry; once for everything that waits."""
        if not await self.is_a_persons(message) and not _told(await self._replies(message), APOLOGY, RESCUED):
            await self._apologise(message)

    async def is_a_persons(self, message: Message) -> bool:
        """True when a person came, or the case is passed on, now at the latest, because the message asks for that."""
        return await self._is_too_late(message) or await self.pass_on_if_asked(message)

    async def last_word(self, message: Message) -> Message:
        """Word that `message` is given up and what its shopper can do, to be said with the end of its turn."""
        language = await self._language_of(message)
        return _draft(language, own_answer(language, "utter_given_up"), message, message.seq, answer=GIVEN_UP)

    async def pass_on_if_asked(self, message: Message) -> bool:
        """Open the ticket that was asked for and say so; False when none was, or even that is not possible."""
        return _asks_for_a_person(message) and await self._pass_on(message)

    async def thanks_for_file(self, message: Message) -> Message:
        """Word the thanks for a file without words, which is kept; the assistant could say nothing else about it."""
        language = await self._language_of(message)
        return _draft(language, own_answer(language, "utter_attachment_received"), message, message.seq)

    async def _language_of(self, message: Message) -> Language:
        """Give the language of the message's conversation; nobody may have answered there yet."""
        conversation, said = await self._threads.run(self._ledger.news, message.conversation_id, 0)
        return await self._threads.run(self._speaking.within, conversation, said)

    async def _help_if_silent(self, message: Message, not_before_s: float) -> None:
        waited = datetime.now(timezone.utc) - message.at
        speaks_after_s = self._silence_s * _IN_TIME
        waits_s = speaks_after_s - min(max(waited.total_seconds(), 0.0), speaks_after_s)
        await asyncio.sleep(max(waits_s, not_before_s))
        # a case that is being opened is also told, even if an answer ends the watch
        speaking = asyncio.ensure_future(self._speak_if_silent(message))
        written, _ = await asyncio.wait({speaking}, timeout=self._silence_s * _FOR_WRITING)
        if not written or isinstance(speaking.exception(), SQLAlchemyError):
            self._notify(message.conversation_id, PassingNotice.DELAYED, message.text)
        await asyncio.shield(speaking)

    async def _speak_if_silent(self, message: Message) -> None:
        waiting = await self._threads.run(self._backlog.waiting, message.conversation_id)
        if message.seq in waiting and not await self._replies(message):
            logger.warning("the assistant is silent in %s", message.conversation_id)
            await self.help(message)

    async def _pass_on(self, message: Message) -> bool:
        """Open the ticket and say so; False when even that is not possible."""
        try:
            conversation, said = await self._threads.run(self._ledger.news, message.conversation_id, 0)
            language = await self._threads.run(self._speaking.within, conversation, said)
            spoken = replace(conversation, language=language.code)
            rescued = await self._threads.run(self._rescue.open, spoken, said)
        except Exception:
            logger.exception("no ticket could be opened for %s", message.conversation_id)
            return False
        await self._tell(message, language, rescued)
        return True

    async def _tell(self, message: Message, language: Language, rescued: Rescued) -> None:
        """Say what became of a case, once and whatever else was said meanwhile: who has one knows its reference."""
        own, parts = _promise(language, rescued)
        for wait_s in (*_TELL_AGAIN_S, None):
            try:
                in_reply_to = await self._newest_waiting(message)
                draft = _draft(language, own, message, in_reply_to, answer=RESCUED, **parts)
                with suppress(BotSilenced):
                    await self._threads.run(self._ledger.say, draft, f"~{message.seq}.{RESCUED['row']}")
                return
            except SQLAlchemyError:
                if wait_s is None:
                    raise
                logger.warning("cannot tell %s of its ticket just now", message.conversation_id)
                await asyncio.sleep(wait_s)

    async def _newest_waiting(self, message: Message) -> int:
        """Give the newest seq that waits: a stuck assistant must not make it a litany, one word answers all."""
        waiting = await self._threads.run(self._backlog.waiting, message.conversation_id)
        return max([message.seq, *waiting])

    async def _replies(self, message: Message) -> list[Message]:
        """List what was said in reply to `message` or to a later one."""
        said = await self._threads.run(self._ledger.after, message.conversation_id, message.seq)
        return [reply for reply in said if (reply.in_reply_to or 0) >= message.seq]

    async def _apologise(self, message: Message) -> None:
        """Say sorry while the message waits: after its answer nobody is."""
        language = await self._language_of(message)
        in_reply_to = await self._newest_waiting(message)
        draft = _draft(language, own_answer(language, "utter_watchdog"), message, in_reply_to, answer=APOLOGY)
        with suppress(BotSilenced):
            echo_id = f"~{in_reply_to}.{APOLOGY['row']}"
            await self._threads.run(self._ledger.say_meanwhile, draft, echo_id, message.seq)


def _promise(language: Language, rescued: Rescued) -> tuple[OwnAnswer, dict[str, Any]]:
    ticket = rescued.ticket
    due = ticket.promised or ticket.first_response_due
    words = {"reference": ticket.reference, "due": language.moment_said(due, rescued.clock)}
    own = own_answer(language, rescued.response)
    promise = language.worded("utter_ticket_promise", due=language.moment(due, rescued.clock))
    return OwnAnswer(own.text.format_map(words), own.buttons), {"card": ticket_card(ticket, promise).to_json()}


def _draft(language: Language, own: OwnAnswer, message: Message, in_reply_to: int, **parts: Any) -> Message:
    return Message(
        message.conversation_id,
        0,
        Author.BOT,
        datetime.now(timezone.utc),
        own.text,
        choices(own.buttons),
        in_reply_to=in_reply_to,
        language=language.code,
        **parts,
    )


def _asks_for_a_person(message: Message) -> bool:
    return message.command == ASK_FOR_A_PERSON


def _told(replies: list[Message], *answers: Mapping[str, Any]) -> bool:
    return any(reply.answer in answers for reply in replies)
