"""Put mails about watched parcels into the outbox, in the transaction that makes them necessary."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import MAIL_DELAY, NEWS_MAIL
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.tickets import outbox

#: So many questions go to one address, and for one watch, in a day.
MOST_ASKED_A_DAY = 3


def mail_news(connection: Connection, watch_id: str, address: str, event: str, seq: int, now: datetime) -> None:
    """Have line `seq` mailed unless it is seen in the chat before; of one event an address gets one mail."""
    key = f"news:{_short(f'{address.casefold()} {event}')}"
    _enqueue(connection, DeliveryKind.NEWS_MAIL, watch_id, key, now, now + MAIL_DELAY, seq)


def mail_confirmation(connection: Connection, watch_id: str, address: str, now: datetime) -> None:
    """Have an address asked whether it may be written to, once for each watch.

    Nobody is asked often, and nobody can have many addresses asked: then nothing is sent.
    """
    of_address = f"confirm:{_short(address.casefold())}:"
    to_it, by_it = outbox.c.key.startswith(of_address, autoescape=True), outbox.c.reference == watch_id
    if max(_asked(connection, to_it, now), _asked(connection, by_it, now)) < MOST_ASKED_A_DAY:
        _enqueue(connection, DeliveryKind.CONFIRM_MAIL, watch_id, f"{of_address}{watch_id}", now, now, 0)


def _asked(connection: Connection, which: Any, now: datetime) -> int:
    """Count the questions of the last day."""
    asked = (outbox.c.kind == DeliveryKind.CONFIRM_MAIL.value) & (outbox.c.created_at > now - timedelta(days=1))
    return int(connection.execute(select(func.count()).select_from(outbox).where(asked, which)).scalar_one())


def _enqueue(
    connection: Connection, kind: DeliveryKind, watch_id: str, key: str, now: datetime, at: datetime, seq: int
) -> None:
    enqueue(connection, [NewDelivery(NEWS_MAIL, kind, watch_id, key, at, {"seq": seq} if seq else {})], now)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:40]
