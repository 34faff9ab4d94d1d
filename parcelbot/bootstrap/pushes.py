"""Build where a tracking provider calls by itself when a parcel has news."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.desk import DOMAIN
from parcelbot.bootstrap.services import build_signal
from parcelbot.bootstrap.tracking import PROVIDER
from parcelbot.knowledge.responses import load_responses
from parcelbot.settings.shared import Settings
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.seventeentrack_push import is_signed, parse_push
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.web.tracking_hook import TrackingHook

IGNORED = "ignored"


def build_tracking_hook(settings: Settings, engine: Engine, services: Services) -> TrackingHook:
    """Wire 17TRACK's webhook over an opened database."""
    cards = SqlParcelCards(engine, build_signal(settings))
    news = ParcelNews(SqlParcelNews(engine), cards, services, load_responses(DOMAIN))
    vocabulary = services.knowledge.statuses[PROVIDER]

    def take(payload: Mapping[str, Any]) -> str:
        try:
            push = parse_push(payload, vocabulary, services.clock())
        except ProviderGarbage as error:
            raise ValueError(str(error)) from error
        return news.take(push).value if push else IGNORED

    return TrackingHook(lambda body, sign: is_signed(body, sign, settings.tracking_key), take)
