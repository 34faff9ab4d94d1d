"""Model a conversation: what was said, by whom, and who owns it now. Pure; the store keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any


class Author(str, Enum):
    """A party to a conversation."""

    SHOPPER = "shopper"
    BOT = "bot"
    AGENT = "agent"


class ConversationState(str, Enum):
    """The owner of a conversation: the bot, nobody yet, a person, or the bot again after a person."""

    BOT = "bot"
    REQUESTED = "requested"
    HUMAN = "human"
    SOLVED = "solved"

    @property
    def bot_speaks(self) -> bool:
        """False only while a person owns the conversation."""
        return self is not ConversationState.HUMAN


class OwnershipMove(str, Enum):
    """An event that may change the owner."""

    REQUEST = "request"
    WITHDRAW = "withdraw"
    CLAIM = "claim"
    RELEASE = "release"
    SOLVE = "solve"
    SHOPPER_WRITES = "shopper_writes"


#: An agent may claim from any state: stepping in unasked and reopening a solved case are both claims.
_MOVES: Mapping[ConversationState, Mapping[OwnershipMove, ConversationState]] = {
    ConversationState.BOT: {
        OwnershipMove.REQUEST: ConversationState.REQUESTED,
        OwnershipMove.CLAIM: ConversationState.HUMAN,
        OwnershipMove.SHOPPER_WRITES: ConversationState.BOT,
    },
    ConversationState.REQUESTED: {
        OwnershipMove.REQUEST: ConversationState.REQUESTED,
        OwnershipMove.WITHDRAW: ConversationState.BOT,
        OwnershipMove.CLAIM: ConversationState.HUMAN,
        OwnershipMove.SOLVE: ConversationState.SOLVED,
        OwnershipMove.SHOPPER_WRITES: ConversationState.REQUESTED,
    },
    ConversationState.HUMAN: {
        OwnershipMove.REQUEST: ConversationState.HUMAN,
        OwnershipMove.CLAIM: ConversationState.HUMAN,
        OwnershipMove.RELEASE: ConversationState.REQUESTED,
        OwnershipMove.SOLVE: ConversationState.SOLVED,
        OwnershipMove.SHOPPER_WRITES: ConversationState.HUMAN,
    },
    ConversationState.SOLVED: {
        OwnershipMove.REQUEST: ConversationState.REQUESTED,
        OwnershipMove.CLAIM: ConversationState.HUMAN,
        OwnershipMove.SHOPPER_WRITES: ConversationState.BOT,
    },
}


class IllegalMove(ValueError):
    """A move that the conversation's state does not allow."""


def moved(state: ConversationState, move: OwnershipMove) -> ConversationState:
    """Give the state after `move`; IllegalMove when `state` does not allow it."""
    if move not in _MOVES[state]:
        raise IllegalMove(f"{move.value} is not possible while {state.value}")
    return _MOVES[state][move]


@dataclass(frozen=True)
class Choice:
    """A button: `id` is all a client sees of what pressing it means; `payload` stays with us."""

    id: str
    title: str
    payload: str


@dataclass(frozen=True)
class Message:
    """One line of a conversation, at its place `seq` (1, 2, 3 … without gaps).

    `command` is the payload of the choice a shopper pressed, "" for typed text. `in_reply_to` is the
    seq of the shopper's message that a bot's one answers, None for everybody else's and for pushes. `agent`
    is the name of the person who said it, as the shopper sees it; "" for shopper and bot. `language` is the code of the
    one that the bot says it in, "" for what people write.
    """

    conversation_id: str
    seq: int
    author: Author
    at: datetime
    text: str = ""
    choices: tuple[Choice, ...] = ()
    card: Mapping[str, Any] | None = None
    attachment: Mapping[str, Any] | None = None
    answer: Mapping[str, Any] | None = None
    command: str = ""
    in_reply_to: int | None = None
    agent: str = ""
    language: str = ""


@dataclass(frozen=True)
class TurnClaim:
    """The right to answer a conversation. A later claim has a higher `fence`, and ends what an earlier one allowed."""

    conversation_id: str
    fence: int


@dataclass(frozen=True)
class Conversation:
    """The state of a conversation. `identity` is what the shop vouched for, None for a visitor.

    A shopper's page has shown everything up to `seen_seq` and was last open at `seen_at` (None: never).
    `waiting_since` is when the shopper began to wait for a person's word, None while nobody is waited for.
    `writing_until` is how long the agent counts as writing, None while nothing was begun since they last spoke.
    `language` is the one that the bot last spoke, before its first word that of the shopper's page, "" for none.
    `time_zone` is that of the shopper's browser by its name in the IANA database, "" where it told none.
    """

    id: str
    state: ConversationState
    last_seq: int
    created_at: datetime
    agent: str = ""
    identity: Mapping[str, Any] | None = None
    seen_seq: int = 0
    seen_at: datetime | None = None
    waiting_since: datetime | None = None
    writing_until: datetime | None = None
    card_rev: int = 0
    language: str = ""
    time_zone: str = ""

    def agent_writes(self, now: datetime) -> bool:
        """Tell whether the person who has the conversation is writing."""
        return self.state is ConversationState.HUMAN and self.writing_until is not None and now < self.writing_until
