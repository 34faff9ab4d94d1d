"""Find where in a conversation a person took over or gave it back, in the ledger's lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.store.schema.conversations import messages

_HANDOVER = "handover"

#: The `answer` of the line with which the channel itself passes a case on because the assistant is down.
RESCUED: Mapping[str, Any] = {"table": _HANDOVER, "row": "assistant_down", "source": _HANDOVER}

_ENDS_A_DIALOGUE = ("claimed", "released", "solved", RESCUED["row"])

_HERE = messages.c.conversation_id == bindparam("here")
_BY_AGENT = messages.c.author == Author.AGENT.value
_TABLE = messages.c.payload[("answer", "table")].as_string()
_ROW = messages.c.payload[("answer", "row")].as_string()


def _handover_line(*rows: str) -> Any:
    return and_(_TABLE == _HANDOVER, _ROW.in_(rows))


_TAKEN_OVER = (
    select(messages.c.seq)
    .where(_HERE, messages.c.seq > bindparam("after"), or_(_BY_AGENT, _handover_line("claimed")))
    .limit(1)
)
_LAST_BREAK = select(func.max(messages.c.seq)).where(
    _HERE, messages.c.seq < bindparam("before"), or_(_BY_AGENT, _handover_line(*_ENDS_A_DIALOGUE))
)


class HandoverMarks:
    """The marks that persons leave in a conversation. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def took_over(self, conversation_id: str, after: int) -> bool:
        """True when a person claimed the conversation or spoke in it after the line `after` (a seq)."""
        with self._engine.connect() as connection:
            return took_over(connection, conversation_id, after)


def took_over(connection: Connection, conversation_id: str, after: int) -> bool:
    """Tell, in the caller's transaction, whether a person claimed the conversation or spoke in it after `after`."""
    return connection.execute(_TAKEN_OVER, {"here": conversation_id, "after": after}).first() is not None


def last_break(connection: Connection, conversation_id: str, before: int) -> int:
    """Give the newest seq below `before` at which a person came, spoke or went; 0 when there is none."""
    return connection.execute(_LAST_BREAK, {"here": conversation_id, "before": before}).scalar() or 0
