"""Find and remove a shopper's rows, and take an address out of what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table, and_, delete, exists, false, func, or_, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.owner.privacy import IdentityTraces, KeptData, without_email
from parcelbot.core.watching.watch import MailConsent
from parcelbot.store.cases.ticket_rows import IS_ACTIVE
from parcelbot.store.following import followed_parcels
from parcelbot.store.journeys import SqlJourneys
from parcelbot.store.order_guesses import order_guesses
from parcelbot.store.owner import dossiers, identities
from parcelbot.store.radar.listing import mark_of
from parcelbot.store.radar.tables import forgotten_parcels, open_parcels
from parcelbot.store.schema.conditions import chunks, may_contain
from parcelbot.store.schema.conversations import attachments, conversations, messages, parcel_cards
from parcelbot.store.schema.tickets import audit, journal, outbox, private_notes, remote_tickets, ticket_reads, tickets
from parcelbot.store.schema.transactions import removed_for_good
from parcelbot.store.shipments import shipments
from parcelbot.store.watching.tables import browsers, watch_events, watches

#: The columns in which an address may stand.
_TEXTS: Mapping[Table, tuple[str, ...]] = {
    messages: ("payload",),
    attachments: ("name",),
    tickets: ("summary", "snapshot", "checklist", "transcript", "also_given"),
    private_notes: ("text",),
    outbox: ("payload", "last_error"),
    audit: ("detail",),
    watches: ("held",),
}


class SqlShopperRecords:
    """`usecases.privacy.removal.Records` over SQLAlchemy. Thread-safe.

    `secret` keys the marks by which parcels of erased shoppers are kept out, though the shop still lists them.
    """

    def __init__(self, engine: Engine, secret: str) -> None:
        self._engine = engine
        self._secret = secret

    def mentioning(self, texts: Collection[str]) -> Sequence[IdentityTraces]:
        """Find every conversation in which one of `texts` may appear, whoever said it."""
        with self._engine.connect() as connection:
            return identities.conversations_mentioning(connection, texts)

    def findings(self, conversation_ids: Collection[str]) -> KeptData:
        """Count what is kept of these conversations, and list what of it has left the house."""
        with self._engine.connect() as connection:
            return dossiers.findings(connection, conversation_ids)

    def dossier(self, conversation_ids: Collection[str]) -> Mapping[str, Any]:
        """Read all that is kept of them, as `parcelbot.usecases.privacy.dossier.archive` takes it."""
        with self._engine.connect() as connection:
            return dossiers.dossier(connection, conversation_ids)

    def files(self, conversation_ids: Collection[str]) -> Sequence[str]:
        """Read the names that their files have in the attachments' directory."""
        return self._values(attachments.c.file_name, attachments.c.conversation_id, conversation_ids)

    def remove(self, conversation_ids: Collection[str], parcels: Collection[str], journal: bool) -> Counter[str]:
        """Remove them and what is known of the parcels, with `journal` also their lines in it.

        Gives how many rows of each kind were removed.
        """
        return removed_for_good(
            self._engine, lambda connection: _remove(connection, conversation_ids, parcels, journal)
        )

    def open_parcels(self, email: str) -> Sequence[Mapping[str, Any]]:
        """Read what the radar keeps of the parcels of this address's orders."""
        with self._engine.connect() as connection:
            return dossiers.open_parcels_of(connection, email)

    def forget_open(self, email: str, now: datetime) -> int:
        """Remove the open parcels of this address's orders, and keep them out; gives their number."""
        return removed_for_good(self._engine, lambda connection: _forget_open(connection, email, self._secret, now))

    def mask(self, email: str) -> int:
        """Take the address out of everything that is kept; gives the number of rows in which it stood."""
        return removed_for_good(
            self._engine, lambda connection: _mask_all(connection, email) + _forget_address(connection, email)
        )

    def outlived(self, before: datetime, limit: int) -> Sequence[str]:
        """Find up to `limit` conversations with nothing going on, in which nothing has happened since `before`."""
        with self._engine.connect() as connection:
            return [*connection.execute(_silent_since(before).limit(limit)).scalars()]

    def forget_rest(self, before: datetime) -> Counter[str]:
        """Remove look-ups from before `before`, and tickets and watches that ended before it.

        Those are left of conversations that go on or had no ledger. Gives counts as `remove` does.
        """
        return removed_for_good(self._engine, lambda connection: _forget_rest(connection, before))

    def forget_journal(self, before: datetime) -> int:
        """Remove the journal's lines from before `before`, but not those of open cases; gives their number."""
        open_cases = select(tickets.c.conversation_id).where(IS_ACTIVE)
        return self._forget_lines(journal, before, journal.c.conversation_id.in_(open_cases))

    def forget_audit(self, before: datetime) -> int:
        """Remove the audit log's lines from before `before`, but not those of open cases; gives their number."""
        open_cases = select(tickets.c.reference).where(IS_ACTIVE)
        return self._forget_lines(audit, before, audit.c.reference.in_(open_cases))

    def forget_journeys(self, before: datetime) -> int:
        """Remove the journeys of parcels that were delivered before `before`; gives their number."""
        return SqlJourneys(self._engine).forget(before.date())

    def in_ledger(self, conversation_ids: Collection[str]) -> frozenset[str]:
        """Give those of the conversations that the ledger knows."""
        return frozenset(self._values(conversations.c.id, conversations.c.id, conversation_ids))

    def has_file(self, file_name: str) -> bool:
        """True when a file of the attachments' directory belongs to a conversation."""
        query = select(attachments.c.id).where(attachments.c.file_name == file_name)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def _values(self, column: Column, key: Column, keys: Collection[str]) -> list[str]:
        query = select(column)
        with self._engine.connect() as connection:
            found = [connection.execute(query.where(key.in_(some))).scalars() for some in chunks(keys)]
            return [value for values in found for value in values]

    def _forget_lines(self, table: Table, before: datetime, of_open_cases: ColumnElement) -> int:
        old = delete(table).where(table.c.at < before, ~of_open_cases)
        return removed_for_good(self._engine, lambda connection: int(connection.execute(old).rowcount))


def _remove(connection: Connection, ids: Collection[str], parcels: Collection[str], with_journal: bool) -> Counter[str]:
    removed = _remove_tickets(connection, dossiers.references_of(connection, ids))
    if with_journal:
        removed["line of statistics"] = _delete(connection, journal, journal.c.conversation_id, ids)
    removed["watched parcel"] = _remove_watches(connection, dossiers.watches_of(connection, ids))
    for table in (attachments, parcel_cards, order_guesses, browsers):
        _delete(connection, table, table.c.conversation_id, ids)
    removed["message"] = _delete(connection, messages, messages.c.conversation_id, ids)
    removed["conversation"] = _delete(connection, conversations, conversations.c.id, ids)
    removed["look-up"] = _delete(connection, shipments, shipments.c.number, parcels)
    _delete(connection, followed_parcels, followed_parcels.c.number, parcels)
    for some in chunks(ids):
        connection.execute(update(followed_parcels).where(followed_parcels.c.asked_by.in_(some)).values(asked_by=""))
    return removed


def _remove_watches(connection: Connection, watch_ids: Collection[str]) -> int:
    _delete(connection, outbox, outbox.c.reference, watch_ids)
    _delete(connection, watch_events, watch_events.c.watch_id, watch_ids)
    return _delete(connection, watches, watches.c.id, watch_ids)


def _forget_address(connection: Connection, email: str) -> int:
    """Take an address away from watches of other conversations: nothing is mailed to it any more."""
    same = func.lower(watches.c.email) == email.strip().lower()
    none = {"email": "", "consent": MailConsent.NONE.value, "consent_at": None}
    return int(connection.execute(update(watches).where(same).values(none)).rowcount)


def _forget_open(connection: Connection, email: str, secret: str, now: datetime) -> int:
    theirs = dossiers.open_parcels_of(connection, email)
    numbers = [row["number"] for row in theirs]
    for number in numbers:
        connection.execute(forgotten_parcels.insert().values(mark=mark_of(number, secret), at=now))
    _delete(connection, outbox, outbox.c.reference, [row["id"] for row in theirs])
    for table in (shipments, followed_parcels):
        _delete(connection, table, table.c.number, numbers)
    return _delete(connection, open_parcels, open_parcels.c.number, numbers)


def _remove_tickets(connection: Connection, references: Collection[str]) -> Counter[str]:
    removed = Counter({"private note": _delete(connection, private_notes, private_notes.c.reference, references)})
    removed["delivery"] = _delete(connection, outbox, outbox.c.reference, references)
    for table in (ticket_reads, remote_tickets):
        _delete(connection, table, table.c.reference, references)
    removed["ticket"] = _delete(connection, tickets, tickets.c.reference, references)
    return removed


def _delete(connection: Connection, table: Table, column: Any, values: Collection[str]) -> int:
    return sum(connection.execute(delete(table).where(column.in_(some))).rowcount for some in chunks(values))


def _mask_all(connection: Connection, email: str) -> int:
    return sum(_mask(connection, table, email) for table in _TEXTS)


def _mask(connection: Connection, table: Table, email: str) -> int:
    """Mask row by row; locking the table before reading keeps others from writing the old words back."""
    connection.execute(update(table).where(false()).values({table.c[_TEXTS[table][0]]: None}))
    texts = [table.c[name] for name in _TEXTS[table]]
    keys = list(table.primary_key)
    rows = connection.execute(
        select(*keys, *texts).where(or_(*(may_contain(text, email) for text in texts))).with_for_update()
    )
    masked = 0
    for row in rows.mappings().all():
        changed = {text.name: new for text in texts if (new := without_email(email, row[text.name])) != row[text.name]}
        if changed:
            here = and_(*(key == row[key.name] for key in keys))
            connection.execute(update(table).where(here).values(changed))
            masked += 1
    return masked


def _silent_since(before: datetime) -> Any:
    here = messages.c.conversation_id == conversations.c.id
    spoken = exists().where(here, messages.c.at >= before)
    case = tickets.c.conversation_id == conversations.c.id
    going_on = exists().where(case, or_(IS_ACTIVE, tickets.c.updated_at >= before))
    watched = exists().where(watches.c.conversation_id == conversations.c.id, watches.c.ended_at.is_(None))
    old = conversations.c.created_at < before
    return select(conversations.c.id).where(old, ~spoken, ~going_on, ~watched).order_by(conversations.c.created_at)


def _forget_rest(connection: Connection, before: datetime) -> Counter[str]:
    connection.execute(update(tickets).where(false()).values(status=""))
    ended = and_(~IS_ACTIVE, tickets.c.updated_at < before)
    references = connection.execute(select(tickets.c.reference).where(ended)).scalars().all()
    removed = _remove_tickets(connection, references)
    over = connection.execute(select(watches.c.id).where(watches.c.ended_at < before)).scalars().all()
    removed["watched parcel"] = _remove_watches(connection, over)
    removed["look-up"] = connection.execute(delete(shipments).where(shipments.c.fetched_at < before)).rowcount
    connection.execute(delete(order_guesses).where(order_guesses.c.at < before))
    connection.execute(delete(followed_parcels).where(followed_parcels.c.heard_at < before))
    connection.execute(delete(open_parcels).where(open_parcels.c.listed_at < before))
    connection.execute(delete(forgotten_parcels).where(forgotten_parcels.c.at < before))
    return removed
