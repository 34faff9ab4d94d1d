"""Have a shopper written to whose parcel is late: in the chat that knows it, else in a new one and by mail."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.conversation import ConversationState
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.core.watching.watch import WatchEnd, WatchOrder, make_watch_id
from parcelbot.store.cases.ticket_rows import IS_ACTIVE
from parcelbot.store.radar.tables import keep_others_out, open_parcels
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.schema.tickets import tickets
from parcelbot.store.schema.transactions import committed
from parcelbot.store.watching.keeping import begin_watch, warn_by
from parcelbot.store.watching.tables import watches

_OPTED_OUT = tuple(end.value for end in WatchEnd if end.opted_out)


@dataclass(frozen=True)
class SqlWarnings:
    """`usecases.radar.writing.Warnings` over SQLAlchemy. Thread-safe.

    The word itself is written by the watcher, at a decent hour: what is done here is the agreement to it, once.
    `mails` is true when mails can be sent.
    """

    engine: Engine
    mails: bool
    clock: Now = database_now

    def agree(self, parcel_id: str, order: WatchOrder, by: str, day: date) -> WarningOutcome:
        """Have a parcel's shopper told of `order.warning`; `day` is their date, `by` who wants it, "" for a rule."""
        return committed(self.engine, lambda connection: self._agree(connection, parcel_id, order, by, day))

    def _agree(self, connection: Connection, parcel_id: str, order: WatchOrder, by: str, day: date) -> WarningOutcome:
        keep_others_out(connection)
        here = open_parcels.c.id == parcel_id
        row = connection.execute(select(open_parcels).where(here).with_for_update()).mappings().first()
        refused = _refusal(connection, row, order, day)
        if refused is not None or row is None:
            return refused or WarningOutcome.OVER
        now = self.clock(connection)
        if not self._write(connection, row, order, by, now):
            return WarningOutcome.NO_WAY
        told = {"warned_row": order.warning, "warned_at": now, "warned_by": by}
        connection.execute(update(open_parcels).where(here).values(told))
        return WarningOutcome.AGREED

    def _write(self, connection: Connection, row: Mapping[str, Any], order: WatchOrder, by: str, now: datetime) -> bool:
        active = (watches.c.number == row["number"]) & watches.c.ended_at.is_(None)
        if warn_by(connection, _theirs(row) & active, order.warning, now):
            return True
        chat = _known_chat(connection, row)
        if chat is None and not (self.mails and row["email"]):
            return False
        begin_watch(connection, make_watch_id(secrets.choice), chat or _new_chat(connection, row, now), order, by, now)
        return True


def _refusal(
    connection: Connection, row: Mapping[str, Any] | None, order: WatchOrder, day: date
) -> WarningOutcome | None:
    """Give the reason why this shopper is not to be written to now; None where nothing speaks against it."""
    if row is None or row["end"]:
        return WarningOutcome.OVER
    if row["warned_row"] == order.warning:
        return WarningOutcome.TOLD_ALREADY
    same_person = _theirs(row)
    if _any(connection, watches, same_person & watches.c.end.in_(_OPTED_OUT)):
        return WarningOutcome.OPTED_OUT
    if _any(connection, watches, same_person & (watches.c.told_on >= day)):
        return WarningOutcome.WRITTEN_TODAY
    case = or_(tickets.c.tracking_number == row["number"], tickets.c.order_number == row["order_number"])
    return WarningOutcome.WITH_THE_TEAM if _any(connection, tickets, IS_ACTIVE & case) else None


def _any(connection: Connection, table: Any, condition: ColumnElement[bool]) -> bool:
    return connection.execute(select(*table.primary_key).where(condition).limit(1)).first() is not None


def _theirs(row: Mapping[str, Any]) -> ColumnElement[bool]:
    """Match the watches of this parcel by whoever showed that the order is theirs, and those that go to its address."""
    of_parcel = (watches.c.number == row["number"]) & (watches.c.order_number == row["order_number"])
    if not row["email"]:
        return of_parcel
    return of_parcel | (func.lower(watches.c.email) == row["email"].lower())


def _known_chat(connection: Connection, row: Mapping[str, Any]) -> str | None:
    """Find the newest chat in which this parcel was watched, or a case, by the shopper of its order."""
    watched = select(watches.c.conversation_id).where(
        watches.c.number == row["number"], watches.c.order_number == row["order_number"]
    )
    case = select(tickets.c.conversation_id).where(
        tickets.c.order_number == row["order_number"], tickets.c.verified, tickets.c.email != ""
    )
    known = or_(conversations.c.id.in_(watched), conversations.c.id.in_(case))
    free = conversations.c.state != ConversationState.HUMAN.value
    newest = select(conversations.c.id).where(known, free).order_by(conversations.c.created_at.desc()).limit(1)
    chat: str | None = connection.execute(newest).scalar()
    return chat


def _new_chat(connection: Connection, row: Mapping[str, Any], now: datetime) -> str:
    """Begin a conversation that belongs to the order's own address."""
    chat = uuid.uuid4().hex
    values = {"id": chat, "state": ConversationState.BOT.value, "created_at": now, "language": row["language"]}
    connection.execute(conversations.insert().values(**values, identity={"email": row["email"]}))
    return chat
