"""Open the database and the shop's clock, from which every part of the composition root starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.engine import Engine

from parcelbot.settings.shared import Settings
from parcelbot.store.schema.engine import create_tables, open_engine

Clock = Callable[[], datetime]


def open_database(settings: Settings) -> Engine:
    """Open the database, with everything in it that this version needs."""
    engine = open_engine(settings.database_url)
    create_tables(engine)
    return engine


def shop_clock(settings: Settings) -> Clock:
    """Make a clock that gives now in the shop's time zone."""
    return lambda: datetime.now(settings.timezone)
