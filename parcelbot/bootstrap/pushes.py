"""Build where tracking providers call by themselves when a parcel has news."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.parcel_news import build_parcel_news
from parcelbot.bootstrap.tracking import aftership_words
from parcelbot.core.parcel.news import PushedNews
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import AFTERSHIP, SEVENTEENTRACK
from parcelbot.tracking import aftership_push, seventeentrack_push
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.web.tracking_hook import TrackingHook

Payload = Mapping[str, Any]

IGNORED = "ignored"


def build_tracking_hooks(settings: Settings, engine: Engine, services: Services) -> list[TrackingHook]:
    """Wire the webhooks of the providers that are asked, over an opened database; of nobody else a push is taken."""
    news, providers = build_parcel_news(settings, engine, services), settings.providers
    account, asks_17track = providers.aftership, SEVENTEENTRACK in providers.asked
    hooks = [_seventeentrack(settings.tracking_key, news, services)] if asks_17track else []
    return [*hooks, _aftership(account.webhook_secret, news, services)] if account and account.webhook_secret else hooks


def _seventeentrack(key: str, news: ParcelNews, services: Services) -> TrackingHook:
    vocabulary, clock = services.knowledge.statuses[SEVENTEENTRACK], services.clock
    take = _taking(news, lambda payload: seventeentrack_push.parse_push(payload, vocabulary, clock()))
    return TrackingHook(lambda body, sign: seventeentrack_push.is_signed(body, sign, key), take)


def _aftership(secret: str, news: ParcelNews, services: Services) -> TrackingHook:
    words, clock = aftership_words(services.knowledge), services.clock
    return TrackingHook(
        is_genuine=lambda body, sign: aftership_push.is_signed(body, sign, secret),
        take=_taking(news, lambda payload: aftership_push.parse_push(payload, words, clock())),
        name=AFTERSHIP,
        signature_header=aftership_push.SIGNATURE_HEADER,
    )


def _taking(news: ParcelNews, parse: Callable[[Payload], PushedNews | None]) -> Callable[[Payload], str]:
    """Give a function that takes a push in; it raises ValueError for one that cannot be understood."""

    def take(payload: Payload) -> str:
        try:
            push = parse(payload)
        except ProviderGarbage as error:
            raise ValueError(str(error)) from error
        return news.take(push).value if push else IGNORED

    return take
