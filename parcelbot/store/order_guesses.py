"""Keep which pairs of order number and e-mail shoppers have tried, to count the wrong ones over all conversations."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Index, String, Table, and_, delete, false, func, select, true, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.parcel.guessing import WINDOW, CountedBy, OrderKeys, overdone
from parcelbot.store.schema.conversations import UtcDateTime, conversations, metadata

#: Numbers and e-mails stand here as hashes: they are compared, and nobody needs to read them.
order_guesses = Table(
    "order_guesses",
    metadata,
    Column("conversation_id", String(200), primary_key=True),
    Column("order_hash", String(64), primary_key=True, index=True),
    Column("email_hash", String(64), primary_key=True, index=True),
    Column("network", String(64), nullable=False, server_default="", index=True),
    Column("fits", Boolean, nullable=False, server_default=false()),
    Column("at", UtcDateTime, nullable=False),
    Index("order_guesses_at", "at"),
)

_COLUMNS = order_guesses.c


class SqlGuessBook:
    """`usecases.guarded_orders.GuessBook` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def admit(self, conversation_id: str, keys: OrderKeys, now: datetime) -> CountedBy | None:
        """Count the pair as a wrong one until it is known better; None, or what there were too many wrong pairs of.

        It is in the book before the others are counted: of any number that come at once, no more than the limit
        get through.
        """
        pair = _pair(conversation_id, keys)
        known = self._known(pair)
        if known is not None and known.fits:
            return None
        counted_by = self._overdone(pair, now)
        if counted_by is None and known is None:
            self._add(pair, now)
            counted_by = self._overdone(pair, now)
        return counted_by

    def fits(self, conversation_id: str, keys: OrderKeys) -> None:
        """Keep that the pair fits: it was no guess."""
        self._change(update(order_guesses).values(fits=true()), conversation_id, keys)

    def withdraw(self, conversation_id: str, keys: OrderKeys) -> None:
        """Forget the pair: nobody could say whether it fits."""
        self._change(delete(order_guesses), conversation_id, keys)

    def network(self, conversation_id: str) -> str:
        """Give the network that the conversation's shopper last wrote from; "" where the channel knows none."""
        with self._engine.connect() as connection:
            return _network(connection, conversation_id)

    def _known(self, pair: dict[str, str]) -> Any:
        with self._engine.connect() as connection:
            return connection.execute(select(_COLUMNS.fits).where(_is(pair))).first()

    def _add(self, pair: dict[str, str], now: datetime) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(delete(order_guesses).where(_COLUMNS.at < now - WINDOW))
                network = _network(connection, pair["conversation_id"])
                connection.execute(order_guesses.insert().values(**pair, network=network, at=now))
        except IntegrityError:
            pass  # the same pair of the same conversation, just now

    def _overdone(self, pair: dict[str, str], now: datetime) -> CountedBy | None:
        with self._engine.connect() as connection:
            network = _network(connection, pair["conversation_id"])
            row = connection.execute(_counts(pair, network, now)).one()
        return overdone({by: int(row[by.value] or 0) for by in CountedBy})

    def _change(self, statement: Any, conversation_id: str, keys: OrderKeys) -> None:
        with self._engine.begin() as connection:
            connection.execute(statement.where(_is(_pair(conversation_id, keys))))


def _pair(conversation_id: str, keys: OrderKeys) -> dict[str, str]:
    return {
        "conversation_id": conversation_id,
        "order_hash": hashlib.sha256(keys.order_number.encode()).hexdigest(),
        "email_hash": hashlib.sha256(keys.email.encode()).hexdigest(),
    }


def _is(pair: dict[str, str]) -> Any:
    return and_(*(_COLUMNS[name] == value for name, value in pair.items()))


def _network(connection: Connection, conversation_id: str) -> str:
    query = select(conversations.c.network).where(conversations.c.id == conversation_id)
    return str(connection.execute(query).scalar() or "")


def _counts(pair: dict[str, str], network: str, now: datetime) -> Any:
    """Count, for each thing, the different wrong pairs of the window apart from this one."""
    same_pair = and_(_COLUMNS.order_hash == pair["order_hash"], _COLUMNS.email_hash == pair["email_hash"])
    wrong = [~_COLUMNS.fits, _COLUMNS.at >= now - WINDOW, ~same_pair]
    pairs = func.count((_COLUMNS.order_hash + _COLUMNS.email_hash).distinct())
    in_network = _COLUMNS.network == network if network else false()
    wanted = {
        CountedBy.CONVERSATION: (pairs, _COLUMNS.conversation_id == pair["conversation_id"]),
        CountedBy.ORDER: (func.count(_COLUMNS.email_hash.distinct()), _COLUMNS.order_hash == pair["order_hash"]),
        CountedBy.EMAIL: (func.count(_COLUMNS.order_hash.distinct()), _COLUMNS.email_hash == pair["email_hash"]),
        CountedBy.NETWORK: (pairs, in_network),
    }
    columns = [
        select(count).where(*wrong, which).scalar_subquery().label(by.value) for by, (count, which) in wanted.items()
    ]
    return select(*columns)
