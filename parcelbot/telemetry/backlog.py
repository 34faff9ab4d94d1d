"""Measure what waits in the database, at each scrape: the outbox and the agents' queue."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql import Select

from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.store.schema.tickets import outbox, tickets
from parcelbot.store.watching.tables import watches

logger = logging.getLogger(__name__)

_UNDONE = [DeliveryState.WAITING.value, DeliveryState.DEAD.value]
_ACTIVE = [status.value for status in TicketStatus if status.active]


class BacklogGauges(Collector):
    """Gauges over the database; none while it does not answer."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read the gauges as Prometheus's client takes them; none while the database does not answer."""
        try:
            with self._engine.connect() as connection:
                yield from self._gauges(connection)
        except SQLAlchemyError:
            logger.warning("no metrics of what waits: the database does not answer")

    def _gauges(self, connection: Connection) -> Iterator[GaugeMetricFamily]:
        undone = select(outbox.c.destination, outbox.c.state).where(outbox.c.state.in_(_UNDONE))
        yield _counted(connection, "parcelbot_outbox_deliveries", "Deliveries by state", undone)
        yield self._oldest_delivery(connection)
        active = select(tickets.c.status, tickets.c.priority).where(tickets.c.status.in_(_ACTIVE))
        yield _counted(connection, "parcelbot_tickets_active", "Tickets that are not solved", active)
        yield self._overdue(connection)
        yield from self._watches(connection)

    def _oldest_delivery(self, connection: Connection) -> GaugeMetricFamily:
        waiting = outbox.c.state == DeliveryState.WAITING.value
        since = connection.execute(select(func.min(outbox.c.not_before)).where(waiting)).scalar()
        age_s = max(0.0, (self._clock() - since).total_seconds()) if since else 0.0
        return GaugeMetricFamily("parcelbot_outbox_oldest_seconds", "How long the oldest delivery is due", age_s)

    def _overdue(self, connection: Connection) -> GaugeMetricFamily:
        unanswered = tickets.c.status.in_(_ACTIVE) & tickets.c.first_response_at.is_(None)
        late = select(func.count()).where(unanswered, tickets.c.first_response_due < self._clock())
        count = connection.execute(late).scalar()
        return GaugeMetricFamily("parcelbot_tickets_overdue", "First answers that are late", count)

    def _watches(self, connection: Connection) -> Iterator[GaugeMetricFamily]:
        going_on = select(func.count()).select_from(watches).where(watches.c.ended_at.is_(None))
        count = connection.execute(going_on).scalar()
        yield GaugeMetricFamily("parcelbot_watched_parcels", "Parcels watched for a shopper", count)
        since = connection.execute(select(func.min(watches.c.due_at))).scalar()
        late_s = max(0.0, (self._clock() - since).total_seconds()) if since else 0.0
        yield GaugeMetricFamily("parcelbot_watches_late_seconds", "How long the oldest watched parcel is due", late_s)


def _counted(connection: Connection, name: str, about: str, rows: Select) -> GaugeMetricFamily:
    """Count `rows` by the columns they select, whose names become the labels."""
    labels = list(rows.selected_columns)
    gauge = GaugeMetricFamily(name, about, labels=[label.name for label in labels])
    for *values, count in connection.execute(rows.add_columns(func.count()).group_by(*labels)):
        gauge.add_metric(values, count)
    return gauge
