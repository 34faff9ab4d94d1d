"""Put tickets straight into a database, without what opening one brings with it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.tickets import Ticket
from parcelbot.store.cases.ticket_rows import row_of, update_ticket
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.schema.tickets import tickets
from parcelbot.store.schema.transactions import committed


class SeededTicketStore(SqlTicketStore):
    """The tickets' store, which also takes tickets as they are."""

    def save(self, ticket: Ticket) -> None:
        """Insert the ticket or update the one with its reference; nothing else happens."""

        def write(connection: Connection) -> None:
            known = select(tickets.c.reference).where(tickets.c.reference == ticket.reference)
            if connection.execute(known).first():
                update_ticket(connection, ticket)
            else:
                connection.execute(tickets.insert(), row_of(ticket))

        committed(self._engine, write)
