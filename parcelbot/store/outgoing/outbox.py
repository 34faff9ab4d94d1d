"""Keep the outbox: deliveries to the outside, written in the transaction that makes them necessary.

A worker claims a delivery for a while (a lease, by the database's clock). When it dies or stands still, another takes
the delivery over, and it has no say any more: its name and the attempt are a fencing token. Of one destination and
ticket only the first waiting delivery can be claimed, so none overtakes another. First is the one that belongs behind
the earliest line of the conversation: a line is forwarded a moment after it was said, and deliveries that belong behind
it wait until then. A dead delivery holds up no other, unless the case itself never arrived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, func, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.outgoing.deliveries import (
    Delivery,
    DeliveryKind,
    DeliveryState,
    NewDelivery,
    OutboxLine,
)
from parcelbot.core.paging import Page, existing_page, lines_before, page_count
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.schema.tickets import outbox, remote_tickets

PAGE_LINES = 50

_MAX_ERROR = 400
_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_FREE = {"runner": None, "lease_until": None}
_EARLIER = outbox.alias("earlier")
_SAME_CASE = and_(
    _EARLIER.c.destination == outbox.c.destination,
    _EARLIER.c.reference == outbox.c.reference,
    or_(
        _EARLIER.c.after_seq < outbox.c.after_seq,
        and_(_EARLIER.c.after_seq == outbox.c.after_seq, _EARLIER.c.id < outbox.c.id),
    ),
)
_THERE = and_(remote_tickets.c.destination == outbox.c.destination, remote_tickets.c.reference == outbox.c.reference)
_KNOWN_THERE = exists().where(_THERE).correlate(outbox)
_LINES_TO_COME = exists().where(_THERE, remote_tickets.c.seq < outbox.c.after_seq).correlate(outbox)
# messages and statuses of a case cannot arrive before the case itself; a later copy of the case can
_WITHOUT_ITS_TICKET = and_(
    _EARLIER.c.state == DeliveryState.DEAD.value,
    _EARLIER.c.kind == DeliveryKind.TICKET.value,
    outbox.c.kind != DeliveryKind.TICKET.value,
    not_(_KNOWN_THERE),
)
_BLOCKED = or_(
    exists()
    .where(_SAME_CASE, or_(_EARLIER.c.state == DeliveryState.WAITING.value, _WITHOUT_ITS_TICKET))
    .correlate(outbox),
    _LINES_TO_COME,
)


def enqueue(connection: Connection, deliveries: Iterable[NewDelivery], now: datetime) -> None:
    """Add deliveries within the caller's transaction, but none whose key the destination has already."""
    insert = _INSERT[connection.dialect.name](outbox).on_conflict_do_nothing()
    rows = [
        {
            "destination": delivery.destination,
            "kind": delivery.kind.value,
            "reference": delivery.reference,
            "key": delivery.key,
            "payload": dict(delivery.payload),
            "after_seq": delivery.after_seq,
            "state": DeliveryState.WAITING.value,
            "not_before": delivery.not_before,
            "created_at": now,
        }
        for delivery in deliveries
    ]
    for row in rows:
        connection.execute(insert.values(**row))


class Outbox:
    """The deliveries, with their claims and marks. Thread-safe. `clock` reads the time, by default the database's own.

    A worker's report about a delivery counts only while the delivery waits and is that worker's own, at that attempt.
    """

    def __init__(self, engine: Engine, clock: Now = database_now) -> None:
        self._engine = engine
        self._clock = clock

    def claim_due(self, runner: str, lease: timedelta, limit: int = 1, destination: str = "") -> list[Delivery]:
        """Claim up to `limit` due deliveries for a `lease`, oldest first; with `destination` only those there.

        Claiming counts as an attempt, so that a delivery that kills its worker runs out of attempts too.
        """
        with self._engine.connect() as connection:
            now = self._clock(connection)
            due = _due(now, destination)
            ids = connection.execute(select(outbox.c.id).where(due).order_by(outbox.c.id).limit(limit)).scalars().all()
        claim = update(outbox).values(runner=runner, lease_until=now + lease, attempts=outbox.c.attempts + 1)
        with self._engine.begin() as connection:
            mine = [i for i in ids if connection.execute(claim.where(outbox.c.id == i, due)).rowcount]
            rows = connection.execute(select(outbox).where(outbox.c.id.in_(mine)).order_by(outbox.c.id))
            return [_delivery_of(row) for row in rows.mappings()]

    def still_held(self, delivery: Delivery, lease: timedelta) -> bool:
        """Hold a claimed delivery for another `lease`; False when somebody else has taken it over since."""
        with self._engine.begin() as connection:
            held = _own(delivery).values(lease_until=self._clock(connection) + lease)
            return bool(connection.execute(held).rowcount)

    def pin(self, delivery: Delivery, seq: int) -> None:
        """Note that the copy of the case ends at line `seq`, for later attempts and for forwarding what follows."""
        self._mark(delivery, payload={**delivery.payload, "seq": seq})

    def delivered(self, delivery: Delivery, remote_id: str = "") -> None:
        """Mark the delivery as arrived; `remote_id` is the destination's own id of the ticket, "" when it has none."""
        remote = {"destination": delivery.destination, "reference": delivery.reference, "remote_id": remote_id}
        with self._engine.begin() as connection:
            now = self._clock(connection)
            done = {"state": DeliveryState.DELIVERED.value, "delivered_at": now, "last_error": "", **_FREE}
            ours = connection.execute(_own(delivery).values(**done)).rowcount
            if ours and remote_id:
                insert = _INSERT[connection.dialect.name](remote_tickets).on_conflict_do_nothing()
                connection.execute(insert.values(**remote, at=now, seq=delivery.payload.get("seq", 0)))

    def failed(self, delivery: Delivery, error: str, pause: timedelta) -> None:
        """Note a failed attempt; the next one is made after the `pause`."""
        with self._engine.begin() as connection:
            next_at = self._clock(connection) + pause
            failure = {"not_before": next_at, "last_error": error[:_MAX_ERROR], **_FREE}
            connection.execute(_own(delivery).values(**failure))

    def dead(self, delivery: Delivery, error: str) -> None:
        """Give the delivery up; it waits for a person from now on."""
        self._end(delivery, DeliveryState.DEAD, error)

    def cancelled(self, delivery: Delivery, why: str) -> None:
        """Cancel a delivery that has become needless."""
        self._end(delivery, DeliveryState.CANCELLED, why)

    def retry(self, delivery_id: int) -> int:
        """Revive a dead delivery and all dead ones of the same case and destination; gives their number."""
        asked = select(outbox.c.destination, outbox.c.reference).where(
            outbox.c.id == delivery_id, outbox.c.state == DeliveryState.DEAD.value
        )
        with self._engine.begin() as connection:
            case = connection.execute(asked).first()
            if case is None:
                return 0
            same = and_(outbox.c.destination == case.destination, outbox.c.reference == case.reference)
            return _revive(connection, same, self._clock(connection))

    def retry_all(self, destination: str) -> int:
        """Revive every dead delivery of a destination that works again; gives their number."""
        with self._engine.begin() as connection:
            return _revive(connection, outbox.c.destination == destination, self._clock(connection))

    def retry_failed_now(self, destination: str) -> None:
        """Retry the failed deliveries of a destination at once, because it works again."""
        failed = and_(outbox.c.destination == destination, outbox.c.last_error != "", outbox.c.runner.is_(None))
        with self._engine.begin() as connection:
            now = self._clock(connection)
            waits = and_(outbox.c.state == DeliveryState.WAITING.value, outbox.c.not_before > now)
            connection.execute(update(outbox).where(waits, failed).values(not_before=now))

    def list(self, state: DeliveryState | None = None, page: int = 1) -> Page[OutboxLine]:
        """Read a page of deliveries, newest first, in one state or in all; the last page when there are fewer."""
        condition = outbox.c.state == state.value if state else outbox.c.id.isnot(None)
        query = select(outbox, _BLOCKED.label("blocked")).where(condition).order_by(outbox.c.id.desc())
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(outbox).where(condition)).scalar_one()
            pages = page_count(total, PAGE_LINES)
            page = existing_page(page, pages)
            rows = connection.execute(query.limit(PAGE_LINES).offset(lines_before(page, PAGE_LINES))).mappings()
            lines = tuple(_line_of(row) for row in rows)
        return Page(lines, total, page, pages)

    def counts(self) -> Mapping[DeliveryState, int]:
        """Count the deliveries in each state."""
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        with self._engine.connect() as connection:
            found = {DeliveryState(state): count for state, count in connection.execute(query)}
        return {state: found.get(state, 0) for state in DeliveryState}

    def dead_by_destination(self) -> Mapping[str, int]:
        """Count the dead deliveries by destination; destinations without any are left out."""
        dead = outbox.c.state == DeliveryState.DEAD.value
        query = select(outbox.c.destination, func.count()).where(dead).group_by(outbox.c.destination)
        with self._engine.connect() as connection:
            return dict(connection.execute(query.order_by(outbox.c.destination)).all())

    def remote_id(self, destination: str, reference: str) -> str:
        """Find the destination's own id of our ticket; "" when the destination does not have it."""
        query = select(remote_tickets.c.remote_id).where(
            remote_tickets.c.destination == destination, remote_tickets.c.reference == reference
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or ""

    def reference_of(self, destination: str, remote_id: str) -> str:
        """Find our reference of the ticket that the destination calls `remote_id`; "" when it is none of ours."""
        query = select(remote_tickets.c.reference).where(
            remote_tickets.c.destination == destination, remote_tickets.c.remote_id == remote_id
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or ""

    def _end(self, delivery: Delivery, state: DeliveryState, why: str) -> None:
        self._mark(delivery, state=state.value, last_error=why[:_MAX_ERROR], **_FREE)

    def _mark(self, delivery: Delivery, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(_own(delivery).values(**values))


def _due(now: datetime, destination: str) -> Any:
    free = or_(outbox.c.runner.is_(None), outbox.c.lease_until <= now)
    due = and_(outbox.c.state == DeliveryState.WAITING.value, outbox.c.not_before <= now, free, not_(_BLOCKED))
    return and_(due, outbox.c.destination == destination) if destination else due


def _own(delivery: Delivery) -> Any:
    return update(outbox).where(
        outbox.c.id == delivery.id,
        outbox.c.state == DeliveryState.WAITING.value,
        outbox.c.runner == delivery.runner,
        outbox.c.attempts == delivery.attempts,
    )


def _revive(connection: Connection, which: Any, now: datetime) -> int:
    values = {"state": DeliveryState.WAITING.value, "not_before": now, "attempts": 0}
    dead = outbox.c.state == DeliveryState.DEAD.value
    return int(connection.execute(update(outbox).where(dead, which).values(**values)).rowcount)


def _delivery_of(row: Mapping[str, Any]) -> Delivery:
    return Delivery(
        id=row["id"],
        destination=row["destination"],
        kind=DeliveryKind(row["kind"]),
        reference=row["reference"],
        key=row["key"],
        payload=row["payload"],
        attempts=row["attempts"],
        created_at=row["created_at"],
        runner=row["runner"] or "",
    )


def _line_of(row: Mapping[str, Any]) -> OutboxLine:
    return OutboxLine(
        delivery=_delivery_of(row),
        state=DeliveryState(row["state"]),
        not_before=row["not_before"],
        delivered_at=row["delivered_at"],
        last_error=row["last_error"],
        blocked=row["blocked"] and row["state"] == DeliveryState.WAITING.value,
    )
