"""Put mails about watched parcels into the outbox, in the transaction that makes them necessary."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy.engine import Connection

from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import MAIL_DELAY, NEWS_MAIL
from parcelbot.store.outgoing.outbox import enqueue


def mail_news(connection: Connection, watch_id: str, address: str, event: str, seq: int, now: datetime) -> None:
    """Have line `seq` mailed unless it is seen in the chat before; of one event an address gets one mail."""
    key = f"news:{_short(f'{address.casefold()} {event}')}"
    _enqueue(connection, DeliveryKind.NEWS_MAIL, watch_id, key, now, now + MAIL_DELAY, seq)


def mail_confirmation(connection: Connection, watch_id: str, address: str, now: datetime) -> None:
    """Have an address asked whether it may be written to, once for each watch."""
    key = f"confirm:{watch_id}:{_short(address.casefold())}"
    _enqueue(connection, DeliveryKind.CONFIRM_MAIL, watch_id, key, now, now, 0)


def _enqueue(
    connection: Connection, kind: DeliveryKind, watch_id: str, key: str, now: datetime, at: datetime, seq: int
) -> None:
    enqueue(connection, [NewDelivery(NEWS_MAIL, kind, watch_id, key, at, {"seq": seq} if seq else {})], now)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:40]
