"""Find the cards of a parcel in open conversations, and put newer ones in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.card_news import ShownCard
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.schema.conversations import conversations, messages, parcel_cards

#: Of a parcel that a great many people look at, no more are renewed.
_MOST = 50


class SqlParcelCards:
    """The newest card of each parcel in each conversation. Thread-safe; `signal` gets conversations that changed."""

    def __init__(self, engine: Engine, signal: Signal = lambda _: None) -> None:
        self._engine = engine
        self._signal = signal

    def showing(self, number: str, since: datetime) -> Sequence[ShownCard]:
        """Find the newest cards of a parcel in conversations whose page was open at or after `since`."""
        here = messages.c.conversation_id == parcel_cards.c.conversation_id
        owner = conversations.c.id == parcel_cards.c.conversation_id
        query = select(parcel_cards.c.conversation_id, parcel_cards.c.seq, messages.c.payload)
        query = query.join(messages, here & (messages.c.seq == parcel_cards.c.seq)).join(conversations, owner)
        query = query.where(parcel_cards.c.number == number, conversations.c.seen_at >= since)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(conversations.c.seen_at.desc()).limit(_MOST)).all()
        return [ShownCard(row.conversation_id, row.seq, row.payload["card"]) for row in rows if row.payload["card"]]

    def renew(self, shown: ShownCard, card: Mapping[str, Any]) -> None:
        """Put `card` in the place of one that is shown; nothing happens when its conversation was erased."""
        with self._engine.begin() as connection:
            changed = _renew(connection, shown, card)
        if changed:
            self._signal(shown.conversation_id)


def _renew(connection: Connection, shown: ShownCard, card: Mapping[str, Any]) -> bool:
    conversation = in_transaction.lock_if_known(connection, shown.conversation_id)
    at = (messages.c.conversation_id == shown.conversation_id) & (messages.c.seq == shown.seq)
    payload = connection.execute(select(messages.c.payload).where(at)).scalar()
    if conversation is None or payload is None:
        return False
    connection.execute(update(messages).where(at).values(payload={**payload, "card": dict(card)}))
    rev = conversation.card_rev + 1
    connection.execute(update(conversations).where(conversations.c.id == conversation.id).values(card_rev=rev))
    of_card = (parcel_cards.c.conversation_id == conversation.id) & (parcel_cards.c.seq == shown.seq)
    connection.execute(update(parcel_cards).where(of_card).values(rev=rev))
    return True
