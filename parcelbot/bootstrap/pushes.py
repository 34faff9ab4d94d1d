"""Build where a tracking provider calls by itself when a parcel has news."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.parcel_news import build_parcel_news
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import SEVENTEENTRACK
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.seventeentrack_push import is_signed, parse_push
from parcelbot.usecases.assistant import Services
from parcelbot.web.tracking_hook import TrackingHook

IGNORED = "ignored"


def build_tracking_hook(settings: Settings, engine: Engine, services: Services) -> TrackingHook:
    """Wire 17TRACK's webhook over an opened database."""
    news = build_parcel_news(settings, engine, services)
    vocabulary = services.knowledge.statuses[SEVENTEENTRACK]

    def take(payload: Mapping[str, Any]) -> str:
        try:
            push = parse_push(payload, vocabulary, services.clock())
        except ProviderGarbage as error:
            raise ValueError(str(error)) from error
        return news.take(push).value if push else IGNORED

    return TrackingHook(lambda body, sign: is_signed(body, sign, settings.tracking_key), take)
