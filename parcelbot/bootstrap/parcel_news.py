"""Build what takes news of parcels in, whether they were pushed or read."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import build_signal
from parcelbot.settings.shared import Settings
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews


def build_parcel_news(settings: Settings, engine: Engine, services: Services) -> ParcelNews:
    """Wire what takes news in and renews cards."""
    cards = SqlParcelCards(engine, build_signal(settings))
    return ParcelNews(SqlParcelNews(engine), cards, services)
