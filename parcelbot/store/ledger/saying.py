"""Write down, inside a transaction, what is said in a conversation: by a shopper, by the bot, in reply to a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Author, Message, OwnershipMove, TurnClaim
from parcelbot.store.ledger import backlog, claims, in_transaction
from parcelbot.store.ledger.handover_marks import took_over

#: Gets, in the same transaction, each message that a shopper writes while a person has the conversation.
OnMessageToPerson = Callable[[Connection, Message], None]


class BotSilenced(RuntimeError):
    """A person owns the conversation; the bot must not speak."""


@dataclass(frozen=True)
class Receipt:
    """An accepted message of a shopper; `repeated` when its echo_id had been accepted before."""

    message: Message
    repeated: bool


def was_said(connection: Connection, draft: Message, waits: int) -> bool:
    """Tell whether the like of `draft` was said in reply to the message `waits` or a later one."""
    later = in_transaction.messages_after(connection, draft.conversation_id, waits)
    return any((said.in_reply_to or 0) >= waits and said.answer == draft.answer for said in later)


def append(connection: Connection, draft: Message, echo_id: str | None) -> Message:
    """Add a message, or find the one that came with the echo_id; BotSilenced where the bot may not speak."""
    conversation = in_transaction.lock(connection, draft.conversation_id)
    if draft.author is Author.BOT and not conversation.state.bot_speaks:
        raise BotSilenced(conversation.id)
    earlier = in_transaction.find_by_echo_id(connection, conversation.id, echo_id)
    return earlier or in_transaction.add_message(connection, conversation, draft, echo_id)


def answer(connection: Connection, claim: TurnClaim, to: int, said: Sequence[Message]) -> bool:
    """Add all that was said in reply to the message `to`, and give the conversation back; False when it is not ours."""
    conversation = in_transaction.lock_if_known(connection, claim.conversation_id)
    if conversation is None or not claims.give_back(connection, claim):
        return False
    if not backlog.mark_done(connection, conversation.id, to):
        return False
    is_the_bots = conversation.state.bot_speaks and not (said and took_over(connection, conversation.id, to))
    for place, draft in enumerate(said if is_the_bots else ()):
        message = in_transaction.add_message(connection, conversation, draft, f"~{to}.{place}")
        conversation = replace(conversation, last_seq=message.seq)
    return True


def accept(
    connection: Connection, draft: Message, echo_id: str, choice_id: str, on_message_to_person: OnMessageToPerson
) -> Receipt:
    """Add what a shopper says, with the choice that was taken, if any; it waits unless a person owns the chat."""
    conversation = in_transaction.lock(connection, draft.conversation_id)
    earlier = in_transaction.find_by_echo_id(connection, conversation.id, echo_id)
    if earlier is not None:
        return Receipt(earlier, repeated=True)
    if choice_id:
        choice = in_transaction.use_choice(connection, conversation.id, choice_id)
        draft = replace(draft, text=choice.title, command=choice.payload)
    conversation = in_transaction.change_owner(connection, conversation, OwnershipMove.SHOPPER_WRITES)
    pending = conversation.state.bot_speaks
    message = in_transaction.add_message(connection, conversation, draft, echo_id, pending)
    if not pending:
        on_message_to_person(connection, message)
    return Receipt(message, repeated=False)
