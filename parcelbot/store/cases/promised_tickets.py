"""Read the tickets whose promise may be broken: those that are overdue, and those that a person has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.promises import CLAIM_LINE, SIGN_LINE, WaitingTimes
from parcelbot.store.cases.ticket_rows import CASES, IS_ACTIVE, is_overdue
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger import in_transaction
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import agents, tickets


def _is(line: tuple[str, str]) -> ColumnElement[bool]:
    parts = zip(("table", "row"), line, strict=True)
    return and_(*(messages.c.payload[("answer", part)].as_string() == value for part, value in parts))


@dataclass(frozen=True)
class PromisedTicket:
    """A ticket somebody waits for. `conversation` is None when the ledger has none for it."""

    ticket: Ticket
    conversation: Conversation | None
    times: WaitingTimes


class PromisedTickets:
    """`promise_watch.PromiseReader` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tickets = SqlTicketStore(engine)

    def to_check(self, now: datetime) -> list[PromisedTicket]:
        """Read active tickets that are overdue without the shopper having been told, or whose chat a person has."""
        untold = and_(tickets.c.overdue_told_at.is_(None), is_overdue(now))
        with_a_person = and_(IS_ACTIVE, conversations.c.state == ConversationState.HUMAN.value)
        query = select(tickets.c.reference).select_from(CASES).where(or_(untold, with_a_person))
        with self._engine.connect() as connection:
            references = connection.execute(query.order_by(tickets.c.first_response_due)).scalars().all()
        found = (self._tickets.find(reference) for reference in references)
        return [self._with_conversation(ticket) for ticket in found if ticket]

    def _with_conversation(self, ticket: Ticket) -> PromisedTicket:
        with self._engine.connect() as connection:
            conversation = in_transaction.find(connection, ticket.draft.conversation_id)
            times = _waiting_times(connection, ticket) if conversation else WaitingTimes()
        return PromisedTicket(ticket, conversation, times)


def _waiting_times(connection: Connection, ticket: Ticket) -> WaitingTimes:
    here = messages.c.conversation_id == ticket.draft.conversation_id
    newest = select(func.max(messages.c.at)).where(here)
    seen = select(agents.c.seen_at).where(agents.c.email == ticket.assignee)
    return WaitingTimes(
        claimed_at=connection.execute(newest.where(_is(CLAIM_LINE))).scalar(),
        agent_seen_at=connection.execute(seen).scalar(),
        sign_at=connection.execute(newest.where(_is(SIGN_LINE))).scalar(),
    )
