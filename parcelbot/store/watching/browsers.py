"""Keep which browsers of a conversation take notifications, from its shopper's yes until they want no more."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import BROWSER_PUSH, PUSH_DELAY
from parcelbot.core.watching.browsers import BrowserAddress
from parcelbot.store.ledger import in_transaction
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.transactions import committed
from parcelbot.store.watching.tables import browsers, watches

#: A shopper has a phone or two and a computer.
MOST_BROWSERS = 5


class SqlBrowsers:
    """The browsers of all conversations. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, conversation_id: str, browser: BrowserAddress, now: datetime) -> bool:
        """Keep a browser, with the moment of its yes; False where a conversation has enough of them."""
        return committed(self._engine, lambda connection: _add(connection, conversation_id, browser, now))

    def remove(self, conversation_id: str, endpoint: str) -> None:
        """Forget a browser of a conversation."""
        here = (browsers.c.conversation_id == conversation_id) & (browsers.c.id == _id(conversation_id, endpoint))
        with self._engine.begin() as connection:
            connection.execute(browsers.delete().where(here))

    def get(self, browser_id: str) -> BrowserAddress | None:
        """Read a browser; None where it wants no more notifications."""
        with self._engine.connect() as connection:
            row = connection.execute(select(browsers).where(browsers.c.id == browser_id)).first()
        return BrowserAddress(row.endpoint, row.p256dh, row.auth) if row else None

    def is_gone(self, browser_id: str) -> None:
        """Forget a browser whose push service knows it no more."""
        with self._engine.begin() as connection:
            connection.execute(browsers.delete().where(browsers.c.id == browser_id))


def push_news(connection: Connection, conversation_id: str, watch_id: str, event: str, seq: int, now: datetime) -> None:
    """Have line `seq` pushed to a conversation's browsers unless it is seen in the chat before; once for each event."""
    mine = select(browsers.c.id).where(browsers.c.conversation_id == conversation_id)
    for browser_id in connection.execute(mine).scalars().all():
        key = f"push:{browser_id}:{hashlib.sha256(event.encode()).hexdigest()[:40]}"
        payload = {"seq": seq, "browser": browser_id}
        made = NewDelivery(BROWSER_PUSH, DeliveryKind.NEWS_PUSH, watch_id, key, now + PUSH_DELAY, payload)
        enqueue(connection, [made], now)


def forget_browsers_without_watch(connection: Connection, conversation_id: str) -> None:
    """Forget the browsers of a conversation in which nothing is watched any more."""
    active = (watches.c.conversation_id == conversation_id) & watches.c.ended_at.is_(None)
    if connection.execute(select(watches.c.id).where(active).limit(1)).first() is None:
        connection.execute(browsers.delete().where(browsers.c.conversation_id == conversation_id))


def _add(connection: Connection, conversation_id: str, browser: BrowserAddress, now: datetime) -> bool:
    if in_transaction.lock_if_known(connection, conversation_id) is None:
        return False
    browser_id = _id(conversation_id, browser.endpoint)
    connection.execute(browsers.delete().where(browsers.c.id == browser_id))
    mine = select(func.count()).select_from(browsers).where(browsers.c.conversation_id == conversation_id)
    if connection.execute(mine).scalar_one() >= MOST_BROWSERS:
        return False
    keys: dict[str, Any] = {"endpoint": browser.endpoint, "p256dh": browser.p256dh, "auth": browser.auth}
    row = {"id": browser_id, "conversation_id": conversation_id, "agreed_at": now, **keys}
    connection.execute(browsers.insert().values(**row))
    return True


def _id(conversation_id: str, endpoint: str) -> str:
    return hashlib.sha256(f"{conversation_id}|{endpoint}".encode()).hexdigest()[:32]
