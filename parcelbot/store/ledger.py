"""The ledger: the truth of what was said in every conversation, in order, once.

Every write begins with an UPDATE of the conversation's row. That lock (the whole file in SQLite, the
row in PostgreSQL) makes seq gapless and each echo_id count once, with any number of processes writing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.conversation import Author, Choice, Conversation, Message, Move, State, moved
from parcelbot.store.rows import conversation_of, message_of, payload_of
from parcelbot.store.tables import conversations, messages

Signal = Callable[[str], None]

# Built once: making a statement costs as much as running it.
_HERE = conversations.c.id == bindparam("here")
_SAID_HERE = messages.c.conversation_id == bindparam("here")
_LOCK = update(conversations).where(_HERE).values(last_seq=conversations.c.last_seq)
_READ = select(conversations).where(_HERE)
_SET_LAST_SEQ = update(conversations).where(_HERE).values(last_seq=bindparam("seq"))
_SET_OWNER = update(conversations).where(_HERE).values(state=bindparam("owner"), agent=bindparam("name"))
_BY_ECHO = select(messages).where(_SAID_HERE, messages.c.echo_id == bindparam("echo"))
_AFTER = select(messages).where(_SAID_HERE, messages.c.seq > bindparam("after")).order_by(messages.c.seq)


class UnknownConversation(LookupError):
    """No conversation has this id."""


class BotSilenced(RuntimeError):
    """A person owns the conversation; the bot must not speak."""


class ChoiceNotOffered(ValueError):
    """The choice is not among those last offered in this conversation."""


class ChoiceSpent(ChoiceNotOffered):
    """One of the choices offered together with this one was used already."""


@dataclass(frozen=True)
class Receipt:
    """What became of a shopper's message; `repeated` when its echo_id had been taken in before."""

    message: Message
    repeated: bool


class Ledger:
    """Conversations and their messages. Thread-safe; `signal` is told the id of each that changed."""

    def __init__(self, engine: Engine, signal: Signal = lambda _: None) -> None:
        self._engine = engine
        self._signal = signal

    def open(self, conversation_id: str, now: datetime, identity: Mapping[str, Any] | None = None) -> None:
        """Begin a conversation that belongs to the bot."""
        values = {"id": conversation_id, "state": State.BOT.value, "created_at": now}
        with self._engine.begin() as connection:
            connection.execute(conversations.insert().values(**values, identity=identity))

    def conversation(self, conversation_id: str) -> Conversation:
        """Where the conversation stands; UnknownConversation when there is none."""
        with self._engine.connect() as connection:
            return _read(connection, conversation_id)

    def positions(self, conversation_ids: Collection[str]) -> dict[str, tuple[int, str, str]]:
        """`(last_seq, state, agent)` of each conversation that exists: what a change shows in."""
        columns = conversations.c
        query = select(columns.id, columns.last_seq, columns.state, columns.agent)
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(columns.id.in_(list(conversation_ids)))).all()
        return {row.id: (row.last_seq, row.state, row.agent) for row in rows}

    def after(self, conversation_id: str, seq: int) -> list[Message]:
        """Everything said after `seq`, in order; [] when there is nothing new."""
        with self._engine.connect() as connection:
            rows = connection.execute(_AFTER, {"here": conversation_id, "after": seq}).mappings()
            return [message_of(row) for row in rows]

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
    ) -> Message:
        """Add what the bot or an agent says; an echo_id seen before gives the message it belongs to.

        BotSilenced when the bot speaks while a person owns the conversation.
        """
        draft = Message(
            conversation_id, 0, author, now, text, tuple(choices), card, attachment, answer, "", in_reply_to
        )
        with self._engine.begin() as connection:
            message = _say(connection, draft, echo_id)
        self._signal(conversation_id)
        return message

    def accept(
        self,
        conversation_id: str,
        echo_id: str,
        *,
        now: datetime,
        text: str = "",
        choice_id: str = "",
        attachment: Mapping[str, Any] | None = None,
    ) -> Receipt:
        """Take in what a shopper says; it waits for the assistant unless a person owns the conversation.

        With `choice_id` the text is the choice's title; ChoiceNotOffered or ChoiceSpent when it cannot
        be taken. A solved conversation goes back to the bot.
        """
        draft = Message(conversation_id, 0, Author.SHOPPER, now, text, attachment=attachment)
        with self._engine.begin() as connection:
            receipt = _take_in(connection, draft, echo_id, choice_id)
        if not receipt.repeated:
            self._signal(conversation_id)
        return receipt

    def move(self, conversation_id: str, move: Move, agent: str = "") -> State:
        """Change the owner; IllegalMove when the state does not allow it. `agent` names who claims."""
        with self._engine.begin() as connection:
            state = _move(connection, _lock(connection, conversation_id), move, agent)
        self._signal(conversation_id)
        return state


def _say(connection: Connection, draft: Message, echo_id: str | None) -> Message:
    conversation = _lock(connection, draft.conversation_id)
    if draft.author is Author.BOT and not conversation.state.bot_speaks:
        raise BotSilenced(conversation.id)
    earlier = _by_echo(connection, conversation.id, echo_id)
    return earlier or _insert(connection, conversation, draft, echo_id)


def _take_in(connection: Connection, draft: Message, echo_id: str, choice_id: str) -> Receipt:
    conversation = _lock(connection, draft.conversation_id)
    earlier = _by_echo(connection, conversation.id, echo_id)
    if earlier is not None:
        return Receipt(earlier, repeated=True)
    if choice_id:
        choice = _spend(connection, conversation.id, choice_id)
        draft = replace(draft, text=choice.title, command=choice.payload)
    state = _move(connection, conversation, Move.SHOPPER_WRITES)
    message = _insert(connection, conversation, draft, echo_id, pending=state.bot_speaks)
    return Receipt(message, repeated=False)


def _lock(connection: Connection, conversation_id: str) -> Conversation:
    connection.execute(_LOCK, {"here": conversation_id})
    return _read(connection, conversation_id)


def _read(connection: Connection, conversation_id: str) -> Conversation:
    row = connection.execute(_READ, {"here": conversation_id}).mappings().first()
    if row is None:
        raise UnknownConversation(conversation_id)
    return conversation_of(row)


def _by_echo(connection: Connection, conversation_id: str, echo_id: str | None) -> Message | None:
    if echo_id is None:
        return None
    row = connection.execute(_BY_ECHO, {"here": conversation_id, "echo": echo_id}).mappings().first()
    return None if row is None else message_of(row)


def _insert(
    connection: Connection,
    conversation: Conversation,
    draft: Message,
    echo_id: str | None,
    pending: bool = False,
) -> Message:
    message = replace(draft, seq=conversation.last_seq + 1)
    values = {
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "author": message.author.value,
        "echo_id": echo_id,
        "payload": payload_of(message),
        "at": message.at,
        "in_reply_to": message.in_reply_to,
        "pending": pending,
        "offers": bool(message.choices),
    }
    connection.execute(messages.insert(), values)
    connection.execute(_SET_LAST_SEQ, {"here": conversation.id, "seq": message.seq})
    return message


def _spend(connection: Connection, conversation_id: str, choice_id: str) -> Choice:
    """Use up the choices last offered, all that came in one answer, and give the chosen one."""
    here = messages.c.conversation_id == conversation_id
    newest = select(func.max(messages.c.seq)).where(here, messages.c.offers)
    newest_row = messages.alias()
    turn = select(newest_row.c.in_reply_to).where(
        newest_row.c.conversation_id == conversation_id, newest_row.c.seq == newest.scalar_subquery()
    )
    together = (messages.c.seq == newest.scalar_subquery()) | (messages.c.in_reply_to == turn.scalar_subquery())
    offered = and_(here, messages.c.offers, together)
    rows = connection.execute(select(messages).where(offered)).mappings().all()
    choices = {choice.id: choice for row in rows for choice in message_of(row).choices}
    if choice_id not in choices:
        raise ChoiceNotOffered(choice_id)
    if any(row["spent"] for row in rows):
        raise ChoiceSpent(choice_id)
    seqs = [row["seq"] for row in rows]
    connection.execute(update(messages).where(here, messages.c.seq.in_(seqs)).values(spent=True))
    return choices[choice_id]


def _move(connection: Connection, before: Conversation, move: Move, agent: str = "") -> State:
    state = moved(before.state, move)
    owner = agent or before.agent if state is State.HUMAN else ""
    if (state, owner) != (before.state, before.agent):
        connection.execute(_SET_OWNER, {"here": before.id, "owner": state.value, "name": owner})
    return state
