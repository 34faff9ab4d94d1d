"""Keep the ledger: the truth of what was said in every conversation, in order, once.

Every write begins with an UPDATE of the conversation's row. That locks the whole file in SQLite, the row in
PostgreSQL; so seqs have no gaps and each echo_id counts once, with any number of processes writing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, select, update
from sqlalchemy.engine import Engine

from parcelbot.core.cases.card_news import RenewedCard
from parcelbot.core.cases.conversation import (
    Author,
    Choice,
    Conversation,
    ConversationState,
    Message,
    OwnershipMove,
    TurnClaim,
)
from parcelbot.store.ledger import backlog, card_rows, in_transaction, saying
from parcelbot.store.ledger.in_transaction import ChoiceNotOffered, ChoiceSpent, UnknownConversation
from parcelbot.store.ledger.saying import BotSilenced, OnMessageToPerson, Receipt
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.transactions import unhurried

__all__ = ["BotSilenced", "ChoiceNotOffered", "ChoiceSpent", "Ledger", "Receipt", "UnknownConversation"]

Signal = Callable[[str], None]
Position = tuple[int, str, str, "datetime | None", int]

# Built once: making a statement costs as much as running it.
_FARTHEST = case((conversations.c.seen_seq < bindparam("shown"), bindparam("shown")), else_=conversations.c.seen_seq)
_SEEN = (
    update(conversations)
    .where(conversations.c.id == bindparam("here"))
    .values(seen_seq=_FARTHEST, seen_at=bindparam("now"))
)


class Ledger:
    """Conversations and their messages. Thread-safe; `signal` gets the id of each conversation that changed.

    `on_message_to_person` gets what a shopper writes while a person has the conversation; it must not raise.
    """

    def __init__(
        self, engine: Engine, signal: Signal = lambda _: None, on_message_to_person: OnMessageToPerson = lambda *_: None
    ) -> None:
        self._engine = engine
        self._signal = signal
        self._to_person = on_message_to_person

    def open(
        self,
        conversation_id: str,
        now: datetime,
        identity: Mapping[str, Any] | None = None,
        visitor: str = "",
        language: str = "",
        time_zone: str = "",
    ) -> None:
        """Begin a conversation that belongs to the bot.

        `visitor` is the same for all from one address; `language` and `time_zone` are those of the shopper's page.
        """
        values = {"id": conversation_id, "state": ConversationState.BOT.value, "created_at": now, "visitor": visitor}
        with self._engine.begin() as connection:
            told = {"language": language, "time_zone": time_zone}
            connection.execute(conversations.insert().values(**values, **told, identity=identity))

    def mark_zone(self, conversation_id: str, time_zone: str) -> None:
        """Note in which time zone the conversation's shopper lives, as their page tells."""
        here = update(conversations).where(conversations.c.id == conversation_id)
        with self._engine.begin() as connection:
            connection.execute(here.values(time_zone=time_zone))

    def conversation(self, conversation_id: str) -> Conversation:
        """Read the conversation as it stands; UnknownConversation when there is none."""
        with self._engine.connect() as connection:
            return in_transaction.read(connection, conversation_id)

    def positions(self, conversation_ids: Collection[str]) -> dict[str, Position]:
        """Read `(last_seq, state, agent, writing_until, card_rev)` of existing conversations; it shows every change."""
        columns = conversations.c
        query = select(
            columns.id, columns.last_seq, columns.state, columns.agent, columns.writing_until, columns.card_rev
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(columns.id.in_(list(conversation_ids)))).all()
        return {row.id: (row.last_seq, row.state, row.agent, row.writing_until, row.card_rev) for row in rows}

    def after(self, conversation_id: str, seq: int) -> list[Message]:
        """Read everything said after `seq`, in order; [] when there is nothing new."""
        with self._engine.connect() as connection:
            return in_transaction.messages_after(connection, conversation_id, seq)

    def news(self, conversation_id: str, seq: int) -> tuple[Conversation, list[Message]]:
        """Read the conversation and everything said after `seq`; UnknownConversation when there is none."""
        with self._engine.connect() as connection:
            conversation = in_transaction.read(connection, conversation_id)
            is_news = conversation.last_seq > seq
            return conversation, in_transaction.messages_after(connection, conversation_id, seq) if is_news else []

    def renewed_cards(self, conversation_id: str, rev: int) -> list[RenewedCard]:
        """Read the cards that were renewed after the conversation's `card_rev` was `rev`, in that order."""
        with self._engine.connect() as connection:
            return card_rows.renewed_since(connection, conversation_id, rev)

    def append(
        self,
        conversation_id: str,
        author: Author,
        text: str,
        *,
        now: datetime,
        echo_id: str | None = None,
        choices: Sequence[Choice] = (),
        card: Mapping[str, Any] | None = None,
        attachment: Mapping[str, Any] | None = None,
        answer: Mapping[str, Any] | None = None,
        in_reply_to: int | None = None,
        language: str = "",
    ) -> Message:
        """Add what the bot or an agent says; an echo_id seen before gives the message that came with it.

        BotSilenced when the bot speaks while a person owns the conversation.
        """
        draft = Message(
            conversation_id,
            0,
            author,
            now,
            text,
            tuple(choices),
            card,
            attachment,
            answer,
            in_reply_to=in_reply_to,
            language=language,
        )
        return self.say(draft, echo_id)

    def say(self, draft: Message, echo_id: str | None) -> Message:
        """Add a message; an echo_id seen before gives the one that came with it.

        BotSilenced when the bot speaks while a person owns the conversation.
        """
        with self._engine.begin() as connection:
            message = saying.append(connection, draft, echo_id)
        self._signal(draft.conversation_id)
        return message

    def answer(self, claim: TurnClaim, to: int, said: Sequence[Message]) -> bool:
        """Add all that was `said` in reply to the message `to`, which waits no longer: at once and once, or not at all.

        The conversation is given back with it. False, and nothing is said, when the claim was lost or the message is
        dealt with already. What the bot says after a person came is dropped.
        """
        with self._engine.begin() as connection:
            answered = saying.answer(connection, claim, to, said)
        if answered:
            self._signal(claim.conversation_id)
        return answered

    def give_up(self, claim: TurnClaim, to: int, last_word: Message) -> bool:
        """End the turn over the message `to` with the last word, as `answer` does.

        It is not said twice in a row: what the bot said last, after `to` was written, was said of that, too.
        """
        with self._engine.begin() as connection:
            in_transaction.lock_if_known(connection, claim.conversation_id)
            was_said = in_transaction.last_answer_after(connection, claim.conversation_id, to) == last_word.answer
            ended = saying.answer(connection, claim, to, () if was_said else (last_word,))
        if ended:
            self._signal(claim.conversation_id)
        return ended

    def say_meanwhile(self, draft: Message, echo_id: str, waits: int) -> bool:
        """Add what the channel itself says, but only while the message `waits` does wait; False otherwise.

        Said once, whichever process is the first: not when the same was said to that message, or a later one, before.
        BotSilenced while a person owns the conversation.
        """
        with self._engine.begin() as connection:
            in_transaction.lock(connection, draft.conversation_id)
            waiting = backlog.is_waiting(connection, draft.conversation_id, waits)
            still = waiting and not saying.was_said(connection, draft, waits)
            if still:
                saying.append(connection, draft, echo_id)
        if still:
            self._signal(draft.conversation_id)
        return still

    def accept(
        self,
        conversation_id: str,
        echo_id: str,
        *,
        now: datetime,
        text: str = "",
        choice_id: str = "",
        attachment: Mapping[str, Any] | None = None,
        network: str = "",
    ) -> Receipt:
        """Add what a shopper says; it waits for the assistant unless a person owns the conversation.

        With `choice_id` the text is the choice's title; ChoiceNotOffered or ChoiceSpent when it cannot be taken.
        A solved conversation goes back to the bot. `network` is where the shopper writes from.
        """
        draft = Message(conversation_id, 0, Author.SHOPPER, now, text, attachment=attachment)
        with self._engine.begin() as connection:
            receipt = saying.accept(connection, draft, echo_id, choice_id, self._to_person)
            in_transaction.note_network(connection, conversation_id, network)
        if not receipt.repeated:
            self._signal(conversation_id)
        return receipt

    def change_owner(self, conversation_id: str, move: OwnershipMove, agent: str = "") -> ConversationState:
        """Change the conversation's owner; IllegalMove when its state does not allow it. `agent` names who claims."""
        with self._engine.begin() as connection:
            before = in_transaction.lock(connection, conversation_id)
            state = in_transaction.change_owner(connection, before, move, agent).state
        self._signal(conversation_id)
        return state

    def mark_seen(self, shown: Mapping[str, int], now: datetime) -> None:
        """Note of each conversation that a page is open at `now` and has shown all up to a seq, which never goes back.

        Nobody is signalled; unknown conversations are ignored.
        """
        seen = [{"here": conversation_id, "shown": seq, "now": now} for conversation_id, seq in sorted(shown.items())]
        with unhurried(self._engine) as connection:
            connection.execute(_SEEN, seen)
