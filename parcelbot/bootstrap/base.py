"""Open the database and the shop's clock, from which every part of the composition root starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.shopper_clock import Zones
from parcelbot.reading.time_zones import named_zone
from parcelbot.settings.shared import Settings
from parcelbot.store.ledger.change_signals import ChangeSignal, build_relay
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.schema.tickets import outbox
from parcelbot.tracking.zones import likely_zone

Clock = Callable[[], datetime]
ZONES = Zones(named_zone, likely_zone)


class DatabaseUnusable(ConnectionError):
    """Our database does not open; says why in one line."""


def open_database(settings: Settings) -> Engine:
    """Open the database, with everything in it that this version needs; DatabaseUnusable when it does not open."""
    try:
        engine = open_engine(settings.database_url)
        create_tables(engine)
    except SQLAlchemyError as error:
        raise DatabaseUnusable(f"DATABASE_URL: {str(error).splitlines()[0]}") from error
    return engine


def database_answers(engine: Engine) -> bool:
    """Tell whether the database answers a question about our own tables."""
    try:
        with engine.connect() as connection:
            connection.execute(select(outbox.c.id).limit(1))
    except SQLAlchemyError:
        return False
    return True


def shop_clock(settings: Settings) -> Clock:
    """Make a clock that gives now in the shop's time zone."""
    return lambda: datetime.now(settings.timezone)


def build_signal(settings: Settings) -> Signal:
    """Make the call that wakes the processes holding shoppers' streams."""
    relay = build_relay(settings.database_url, settings.redis_url)
    return lambda conversation_id: relay(ChangeSignal(conversation_id))
