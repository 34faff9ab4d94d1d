"""Keep watches as shoppers and agents make, change and end them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.conversation import Conversation
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.watching.watch import MailConsent, SeenChange, Watch, WatchEnd, WatchOrder, watch_until
from parcelbot.store.ledger import in_transaction
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.schema.transactions import committed
from parcelbot.store.watching.browsers import forget_browsers_without_watch
from parcelbot.store.watching.due import note
from parcelbot.store.watching.mails import mail_confirmation
from parcelbot.store.watching.rows import order_columns, watch_of
from parcelbot.store.watching.tables import watches

#: Takes a watch away from a worker that judges it as it was before.
_FROM_ANYBODY = {"fence": watches.c.fence + 1, "runner": None, "lease_until": None}


class SqlWatches:
    """`usecases.watching.keeping.WatchStore` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine, clock: Now = database_now) -> None:
        self._engine = engine
        self._clock = clock

    def knows(self, conversation_id: str) -> bool:
        """Tell whether there is a ledger of this conversation, into which can be written."""
        return self._conversation(conversation_id) is not None

    def language_of(self, conversation_id: str) -> str:
        """Give the code of the language that is spoken in a conversation; "" for none."""
        conversation = self._conversation(conversation_id)
        return conversation.language if conversation else ""

    def time_zone_of(self, conversation_id: str) -> str:
        """Give the name of the time zone of a conversation's shopper; "" where it is not known."""
        conversation = self._conversation(conversation_id)
        return conversation.time_zone if conversation else ""

    def begin(self, watch_id: str, conversation_id: str, order: WatchOrder, made_by: str = "") -> None:
        """Keep an agreement; one about the same parcel in the same conversation is changed to it."""

        def work(connection: Connection) -> None:
            if in_transaction.lock_if_known(connection, conversation_id) is not None:
                begin_watch(connection, watch_id, conversation_id, order, made_by, self._clock(connection))

        committed(self._engine, work)

    def saw(self, conversation_id: str, change: SeenChange) -> None:
        """Note what a conversation was told of a parcel in answer to a question."""
        key = f"{conversation_id}|{change.number}"
        values = {"seen": change.seen.to_json(), "promised": change.promised, "held": "", "held_event": ""}
        with self._engine.begin() as connection:
            values["due_at"] = self._clock(connection)
            connection.execute(update(watches).where(watches.c.active_key == key).values({**values, **_FROM_ANYBODY}))

    def give_address(self, conversation_id: str, email: str, vouched: bool) -> None:
        """Have the news of a conversation's watches go to an address as well; one not vouched for is asked first."""
        mine = (watches.c.conversation_id == conversation_id) & watches.c.ended_at.is_(None)
        with self._engine.begin() as connection:
            now = self._clock(connection)
            for watch_id in connection.execute(select(watches.c.id).where(mine)).scalars().all():
                _give_address(connection, watch_id, email, vouched, now)

    def confirm(self, watch_id: str) -> bool:
        """Note that an address was confirmed by its owner, for all watches of the conversation that wait for it."""
        with self._engine.begin() as connection:
            row = _row(connection, watch_id)
            if row is None or row["consent"] not in (MailConsent.ASKED.value, MailConsent.CONFIRMED.value):
                return False
            same = (watches.c.conversation_id == row["conversation_id"]) & (watches.c.email == row["email"])
            asked = same & (watches.c.consent == MailConsent.ASKED.value)
            confirmed = {"consent": MailConsent.CONFIRMED.value, "consent_at": self._clock(connection)}
            connection.execute(update(watches).where(asked).values(confirmed))
        return True

    def bounced(self, watch_id: str) -> None:
        """Note that a watch's address takes no mail."""
        values = {"consent": MailConsent.BOUNCED.value}
        with self._engine.begin() as connection:
            connection.execute(update(watches).where(watches.c.id == watch_id).values(values))

    def stop(self, watch_ids: Collection[str], end: WatchEnd) -> int:
        """End watches for this reason; gives how many went on until now."""
        with self._engine.begin() as connection:
            return sum(_stop(connection, watch_id, end, self._clock(connection)) for watch_id in watch_ids)

    def withdraw_page(self, watch_id: str) -> None:
        """Close the parcel's page for whoever has its link."""
        with self._engine.begin() as connection:
            connection.execute(update(watches).where(watches.c.id == watch_id).values(page_withdrawn=True))

    def of_conversation(self, conversation_id: str) -> Sequence[Watch]:
        """Read all watches of a conversation, oldest first, also those that are over."""
        query = select(watches).where(watches.c.conversation_id == conversation_id).order_by(watches.c.made_at)
        with self._engine.connect() as connection:
            return [watch_of(row) for row in connection.execute(query).mappings()]

    def get(self, watch_id: str) -> Watch | None:
        """Read a watch; None where there is none."""
        with self._engine.connect() as connection:
            row = _row(connection, watch_id)
        return watch_of(row) if row else None

    def _conversation(self, conversation_id: str) -> Conversation | None:
        with self._engine.connect() as connection:
            return in_transaction.find(connection, conversation_id)


def begin_watch(
    connection: Connection, watch_id: str, conversation_id: str, order: WatchOrder, made_by: str, now: datetime
) -> None:
    """Keep an agreement in the caller's transaction; one about the same parcel in the same conversation is changed."""
    key = f"{conversation_id}|{order.number}"
    known = connection.execute(select(watches.c.id).where(watches.c.active_key == key)).scalar()
    values = {**order_columns(order), "until": watch_until(now), "due_at": now}
    if known:
        connection.execute(update(watches).where(watches.c.id == known).values({**values, **_FROM_ANYBODY}))
    else:
        fixed = {"conversation_id": conversation_id, "number": order.number, "made_at": now, "made_by": made_by}
        row = {**values, **fixed, "id": watch_id, "active_key": key, "consent": MailConsent.NONE.value}
        connection.execute(watches.insert().values(**row))
        if not order.unasked:
            note(connection, conversation_id, JournalKind.PROMISED, now, order.wanted.value, order.row)
    if order.email:
        _give_address(connection, known or watch_id, order.email, order.vouched, now)


def warn_by(connection: Connection, which: ColumnElement[bool], warning: str, now: datetime) -> int:
    """Have the newest of these watches tell what the radar found; 0 where there is none."""
    newest = select(watches.c.id).where(which).order_by(watches.c.made_at.desc()).limit(1)
    ids = connection.execute(newest).scalars().all()
    changed = update(watches).where(watches.c.id.in_(ids)).values(warning=warning, due_at=now, **_FROM_ANYBODY)
    return int(connection.execute(changed).rowcount)


def _row(connection: Connection, watch_id: str) -> Any:
    return connection.execute(select(watches).where(watches.c.id == watch_id)).mappings().first()


def _give_address(connection: Connection, watch_id: str, email: str, vouched: bool, now: datetime) -> None:
    row = _row(connection, watch_id)
    same = row["email"] == email and row["consent"] == MailConsent.CONFIRMED.value
    if same:
        return
    consent = MailConsent.VOUCHED if vouched else MailConsent.ASKED
    values = {"email": email, "consent": consent.value, "consent_at": now if vouched else None}
    connection.execute(update(watches).where(watches.c.id == watch_id).values(values))
    if not vouched:
        mail_confirmation(connection, watch_id, email, now)


def _stop(connection: Connection, watch_id: str, end: WatchEnd, now: datetime) -> int:
    going_on = (watches.c.id == watch_id) & watches.c.ended_at.is_(None)
    values = {"ended_at": now, "end": end.value, "active_key": None, "due_at": None, "held": "", "held_event": ""}
    ended = int(connection.execute(update(watches).where(going_on).values(values)).rowcount)
    if ended:
        row = _row(connection, watch_id)
        note(connection, row["conversation_id"], JournalKind.WATCH_ENDED, now, end.value, row["row"])
        if end.opted_out:
            forget_browsers_without_watch(connection, row["conversation_id"])
    return ended
