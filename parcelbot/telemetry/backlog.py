"""What waits in the database, asked for at each scrape: the outbox and the agents' queue."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.store.schema.tickets import outbox, tickets

logger = logging.getLogger(__name__)

_ACTIVE = [status.value for status in TicketStatus if status.active]


class BacklogGauges(Collector):
    """Gauges over the database; none while it does not answer."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges as Prometheus's client takes them."""
        try:
            with self._engine.connect() as connection:
                yield from self._gauges(connection)
        except SQLAlchemyError:
            logger.warning("no metrics of what waits: the database does not answer")

    def _gauges(self, connection: Connection) -> Iterator[GaugeMetricFamily]:
        now = self._clock()
        deliveries = GaugeMetricFamily(
            "parcelbot_outbox_deliveries", "Deliveries by state", labels=["destination", "state"]
        )
        counted = select(outbox.c.destination, outbox.c.state, func.count()).where(outbox.c.state.in_(_UNDONE))
        for destination, state, count in connection.execute(counted.group_by(outbox.c.destination, outbox.c.state)):
            deliveries.add_metric([destination, state], count)
        yield deliveries
        oldest = select(func.min(outbox.c.not_before)).where(outbox.c.state == DeliveryState.WAITING.value)
        yield _age(
            "parcelbot_outbox_oldest_seconds",
            "How long the oldest delivery is due",
            connection.execute(oldest).scalar(),
            now,
        )
        active = GaugeMetricFamily(
            "parcelbot_tickets_active", "Tickets that are not solved", labels=["status", "priority"]
        )
        cases = select(tickets.c.status, tickets.c.priority, func.count()).where(tickets.c.status.in_(_ACTIVE))
        for status, priority, count in connection.execute(cases.group_by(tickets.c.status, tickets.c.priority)):
            active.add_metric([status, priority], count)
        yield active
        unanswered = tickets.c.status.in_(_ACTIVE) & tickets.c.first_response_at.is_(None)
        overdue = select(func.count()).where(unanswered, tickets.c.first_response_due < now)
        yield GaugeMetricFamily(
            "parcelbot_tickets_overdue", "First answers that are late", connection.execute(overdue).scalar()
        )


_UNDONE = [DeliveryState.WAITING.value, DeliveryState.DEAD.value]


def _age(name: str, about: str, since: datetime | None, now: datetime) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, max(0.0, (now - since).total_seconds()) if since else 0.0)
