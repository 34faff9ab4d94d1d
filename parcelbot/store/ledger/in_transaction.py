"""Read and write conversations inside the caller's transaction.

Writers begin with `lock`: its UPDATE makes every other writer of the conversation wait until the transaction ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import (
    Author,
    Choice,
    Conversation,
    ConversationState,
    Message,
    OwnershipMove,
    moved,
)
from parcelbot.store.ledger import card_rows
from parcelbot.store.ledger.message_rows import conversation_of, message_of, row_of
from parcelbot.store.schema.conversations import UtcDateTime, conversations, messages

#: The states in which the conversation is for a person, who has it or was asked for.
_OF_PERSONS = (ConversationState.REQUESTED, ConversationState.HUMAN)

# Built once: making a statement costs as much as running it.
_HERE = conversations.c.id == bindparam("here")
_LOCK = update(conversations).where(_HERE).values(last_seq=conversations.c.last_seq)
_READ = select(conversations).where(_HERE)
_SAY = update(conversations).where(_HERE).values(last_seq=bindparam("seq"))
_SPEAK = _SAY.values(language=bindparam("spoken"))
_ANSWER = _SAY.values(waiting_since=None, writing_until=None)
_OWNED = update(conversations).where(_HERE).values(state=bindparam("owner"), agent=bindparam("name"))
_LEFT = _OWNED.values(waiting_since=None)
_SINCE = func.coalesce(conversations.c.waiting_since, bindparam("since", type_=UtcDateTime()))
_WAITS = update(conversations).where(_HERE).values(waiting_since=_SINCE)
_FROM = update(conversations).where(_HERE).values(network=bindparam("where"))
_SAID_HERE = messages.c.conversation_id == bindparam("here")
_AFTER = select(messages).where(_SAID_HERE, messages.c.seq > bindparam("after")).order_by(messages.c.seq)
_BY_ECHO = select(messages).where(_SAID_HERE, messages.c.echo_id == bindparam("echo"))


class UnknownConversation(LookupError):
    """No conversation has this id."""


class ChoiceNotOffered(ValueError):
    """The choice is not among those last offered in this conversation."""


class ChoiceSpent(ChoiceNotOffered):
    """One of the choices offered together with this one was used already."""


def lock(connection: Connection, conversation_id: str) -> Conversation:
    """Keep other writers from the conversation until the transaction ends; UnknownConversation when there is none."""
    return _known(lock_if_known(connection, conversation_id), conversation_id)


def lock_if_known(connection: Connection, conversation_id: str) -> Conversation | None:
    """Keep other writers from the conversation until the transaction ends; None when the ledger has none."""
    connection.execute(_LOCK, {"here": conversation_id})
    return find(connection, conversation_id)


def read(connection: Connection, conversation_id: str) -> Conversation:
    """Read the conversation as it stands; UnknownConversation when there is none."""
    return _known(find(connection, conversation_id), conversation_id)


def find(connection: Connection, conversation_id: str) -> Conversation | None:
    """Read the conversation as it stands; None when the ledger has none."""
    row = connection.execute(_READ, {"here": conversation_id}).mappings().first()
    return None if row is None else conversation_of(row)


def messages_after(connection: Connection, conversation_id: str, seq: int) -> list[Message]:
    """Read everything said after `seq` (0 for all of it), in order; [] when there is nothing."""
    rows = connection.execute(_AFTER, {"here": conversation_id, "after": seq}).mappings()
    return [message_of(row) for row in rows]


def last_answer_after(connection: Connection, conversation_id: str, seq: int) -> Mapping[str, Any] | None:
    """Give the `answer` of what the bot said last after `seq`; None when it has said nothing."""
    said = [m.answer for m in messages_after(connection, conversation_id, seq) if m.author is Author.BOT]
    return said[-1] if said else None


def find_by_echo_id(connection: Connection, conversation_id: str, echo_id: str | None) -> Message | None:
    """Find the message that came with this echo_id; None when none did."""
    if echo_id is None:
        return None
    row = connection.execute(_BY_ECHO, {"here": conversation_id, "echo": echo_id}).mappings().first()
    return None if row is None else message_of(row)


def add_message(
    connection: Connection, conversation: Conversation, draft: Message, echo_id: str | None, pending: bool = False
) -> Message:
    """Add `draft` as the next line of the locked conversation; `pending` when it waits for the assistant.

    An agent's message carries the name of the conversation's owner unless the draft names somebody else.
    """
    owner = conversation.agent if draft.author is Author.AGENT else ""
    message = replace(draft, seq=conversation.last_seq + 1, agent=draft.agent or owner)
    connection.execute(messages.insert(), {**row_of(message), "echo_id": echo_id, "pending": pending})
    card_rows.note_card(connection, message)
    _note_said(connection, message)
    if message.author is Author.SHOPPER and conversation.state in _OF_PERSONS:
        mark_waiting(connection, conversation.id, message.at)
    return message


def _note_said(connection: Connection, message: Message) -> None:
    """Keep on the conversation how far it has come, whether an agent has answered, and the language the bot speaks."""
    said = _ANSWER if message.author is Author.AGENT else _SAY
    values = {"here": message.conversation_id, "seq": message.seq}
    if message.language:
        said, values = _SPEAK, {**values, "spoken": message.language}
    connection.execute(said, values)


def mark_waiting(connection: Connection, conversation_id: str, now: datetime) -> None:
    """Note that the shopper waits for a person since `now`; an earlier moment stays."""
    connection.execute(_WAITS, {"here": conversation_id, "since": now})


def note_network(connection: Connection, conversation_id: str, network: str) -> None:
    """Keep the network that the shopper writes from."""
    connection.execute(_FROM, {"here": conversation_id, "where": network})


def change_owner(connection: Connection, before: Conversation, move: OwnershipMove, agent: str = "") -> Conversation:
    """Change the locked conversation's owner; IllegalMove when its state does not allow it."""
    state = moved(before.state, move)
    owner = agent or before.agent if state is ConversationState.HUMAN else ""
    if (state, owner) != (before.state, before.agent):
        changed = _OWNED if state in _OF_PERSONS else _LEFT
        connection.execute(changed, {"here": before.id, "owner": state.value, "name": owner})
    return replace(before, state=state, agent=owner)


def use_choice(connection: Connection, conversation_id: str, choice_id: str) -> Choice:
    """Use up the choices of the answer that offered this one, and give it; ChoiceNotOffered or ChoiceSpent.

    A choice above newer ones still counts: whoever comes back to it later means it.
    """
    here = messages.c.conversation_id == conversation_id
    rows = connection.execute(select(messages).where(here, messages.c.offers)).mappings().all()
    offering = next((row for row in rows if choice_id in _choices_of(row)), None)
    if offering is None:
        raise ChoiceNotOffered(choice_id)
    turn = offering["in_reply_to"]
    together = [row for row in rows if row is offering or (turn is not None and row["in_reply_to"] == turn)]
    if any(row["spent"] for row in together):
        raise ChoiceSpent(choice_id)
    seqs = [row["seq"] for row in together]
    connection.execute(update(messages).where(here, messages.c.seq.in_(seqs)).values(spent=True))
    return _choices_of(offering)[choice_id]


def _choices_of(row: Mapping[str, Any]) -> dict[str, Choice]:
    """Give a row's choices by their ids."""
    return {choice.id: choice for choice in message_of(row).choices}


def _known(conversation: Conversation | None, conversation_id: str) -> Conversation:
    if conversation is None:
        raise UnknownConversation(conversation_id)
    return conversation
