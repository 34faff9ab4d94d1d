"""Begin a turn and put one back that came to nothing, each in one transaction; `Ledger.answer` ends one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Conversation, TurnClaim
from parcelbot.store.ledger import backlog, claims, in_transaction
from parcelbot.store.ledger.backlog import WaitingMessage
from parcelbot.store.ledger.claims import HeldClaim, SqlTurnClaims
from parcelbot.store.ledger.handover_marks import last_break, took_over
from parcelbot.store.schema.conversations import conversations, messages

_COLUMNS = conversations.c
_HERE = _COLUMNS.id == bindparam("here")
_WAITS_HERE = (messages.c.conversation_id == _COLUMNS.id) & messages.c.pending
_STANDING = select(
    _COLUMNS.runner, _COLUMNS.fence, _COLUMNS.beat, select(messages.c.seq).where(_WAITS_HERE).exists().label("waits")
).where(_HERE)


class NoTurn(Enum):
    """The reason why no turn was begun."""

    NOTHING_WAITS = "nothing waits"
    ELSEWHERE = "another process has the conversation"


@dataclass(frozen=True)
class BegunTurn:
    """A turn that this process is to run, and the conversation as it stood when it was begun.

    `is_a_persons` when a person came after the message; `broken_at` is where one came or went before it, 0 for never.
    """

    claim: TurnClaim
    waiting: WaitingMessage
    conversation: Conversation
    is_a_persons: bool = False
    broken_at: int = 0


class TurnBook:
    """Turns of all conversations, over the claims of one process. Thread-safe."""

    def __init__(self, engine: Engine, turn_claims: SqlTurnClaims) -> None:
        self._engine = engine
        self._claims = turn_claims

    def begin(self, conversation_id: str, runner: str) -> BegunTurn | NoTurn:
        """Take the conversation for `runner` and begin its oldest waiting message once more."""
        with self._engine.connect() as connection:
            row = connection.execute(_STANDING, {"here": conversation_id}).mappings().first()
        if row is None or not row["waits"]:
            return NoTurn.NOTHING_WAITS
        if not self._claims.is_free(conversation_id, held := claims.held_claim(row)):
            return NoTurn.ELSEWHERE
        with self._engine.begin() as connection:
            return self._begin(connection, conversation_id, runner, held)

    def put_back(self, turn: BegunTurn) -> None:
        """Give back a conversation whose message still waits; no process died over this attempt, so it does not count.

        Nothing happens when another process has the conversation now.
        """
        with self._engine.begin() as connection:
            if claims.give_back(connection, turn.claim):
                backlog.postpone(connection, turn.waiting.message)

    def _begin(self, connection: Connection, conversation_id: str, runner: str, held: HeldClaim) -> BegunTurn | NoTurn:
        claim = self._claims.take_in(connection, conversation_id, runner, held)
        if claim is None:
            return NoTurn.ELSEWHERE
        waiting = backlog.begin(connection, conversation_id)
        if waiting is None:
            claims.give_back(connection, claim)
            return NoTurn.NOTHING_WAITS
        conversation, seq = in_transaction.read(connection, conversation_id), waiting.message.seq
        is_a_persons = took_over(connection, conversation_id, seq)
        broken_at = last_break(connection, conversation_id, seq)
        together = takewhile(lambda m: last_break(connection, conversation_id, m.seq) == broken_at, waiting.followers)
        return BegunTurn(claim, replace(waiting, followers=tuple(together)), conversation, is_a_persons, broken_at)
