"""Keep, inside the caller's transaction, which message of a conversation has the newest card of a parcel."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from parcelbot.core.cases.card_news import RenewedCard
from parcelbot.core.cases.cards import parcel_of
from parcelbot.core.cases.conversation import Message
from parcelbot.store.schema.conversations import messages, parcel_cards


def note_card(connection: Connection, message: Message) -> None:
    """Note in the message's own transaction that its card is now the newest of its parcel; other messages have none."""
    number = parcel_of(message.card)
    if not number:
        return
    here = (parcel_cards.c.conversation_id == message.conversation_id) & (parcel_cards.c.number == number)
    if not connection.execute(update(parcel_cards).where(here).values(seq=message.seq, rev=0)).rowcount:
        row = {"conversation_id": message.conversation_id, "number": number, "seq": message.seq}
        connection.execute(parcel_cards.insert().values(row))


def renewed_since(connection: Connection, conversation_id: str, rev: int) -> list[RenewedCard]:
    """Read the cards of a conversation that were renewed after its `card_rev` was `rev`, in that order."""
    here = parcel_cards.c.conversation_id == conversation_id
    message = (messages.c.conversation_id == conversation_id) & (messages.c.seq == parcel_cards.c.seq)
    query = select(parcel_cards.c.seq, parcel_cards.c.rev, messages.c.payload).join(messages, message)
    rows = connection.execute(query.where(here, parcel_cards.c.rev > rev).order_by(parcel_cards.c.rev)).all()
    return [RenewedCard(row.seq, row.rev, row.payload["card"]) for row in rows]
