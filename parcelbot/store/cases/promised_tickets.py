"""What the watch over promises looks at: open tickets that are overdue, and those a person has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.handover.promises import CLAIM_LINE, WaitingTimes
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.message_rows import conversation_of
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import agents, tickets

_ACTIVE = tickets.c.status.in_([status.value for status in TicketStatus if status.active])
_IS_CLAIM = and_(
    *(
        messages.c.payload[("answer", part)].as_string() == value
        for part, value in zip(("table", "row"), CLAIM_LINE, strict=True)
    )
)


@dataclass(frozen=True)
class PromisedTicket:
    """A ticket somebody waits for. `conversation` is None when the ledger has none for it."""

    ticket: Ticket
    conversation: Conversation | None
    times: WaitingTimes


class PromisedTickets:
    """Reads what is promised. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tickets = SqlTicketStore(engine)

    def to_check(self, now: datetime) -> list[PromisedTicket]:
        """Active tickets whose answer is overdue and nobody has said so, or whose conversation a person has."""
        unanswered = tickets.c.first_response_at.is_(None)
        owed_at = case((unanswered, tickets.c.first_response_due), else_=tickets.c.answer_due)
        overdue = and_(tickets.c.overdue_told_at.is_(None), owed_at < now)
        joined = tickets.outerjoin(conversations, conversations.c.id == tickets.c.conversation_id)
        query = select(tickets.c.reference).select_from(joined).order_by(tickets.c.first_response_due)
        looked_at = or_(overdue, conversations.c.state == ConversationState.HUMAN.value)
        with self._engine.connect() as connection:
            references = connection.execute(query.where(_ACTIVE, looked_at)).scalars().all()
        found = (self._tickets.find(reference) for reference in references)
        return [self._with_conversation(ticket) for ticket in found if ticket]

    def _with_conversation(self, ticket: Ticket) -> PromisedTicket:
        with self._engine.connect() as connection:
            return PromisedTicket(ticket, *_conversation_and_times(connection, ticket))


def _conversation_and_times(connection: Connection, ticket: Ticket) -> tuple[Conversation | None, WaitingTimes]:
    here = conversations.c.id == ticket.draft.conversation_id
    row = connection.execute(select(conversations).where(here)).mappings().first()
    if row is None:
        return None, WaitingTimes()
    claimed = select(func.max(messages.c.at)).where(messages.c.conversation_id == row["id"], _IS_CLAIM)
    seen = select(agents.c.seen_at).where(agents.c.email == ticket.assignee)
    times = WaitingTimes(connection.execute(claimed).scalar(), connection.execute(seen).scalar())
    return conversation_of(row), times
