"""Look at those that are called: tracking provider, shop, mail server, Redis, and how far our clock is from theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import redis
import requests
from environs import EnvError
from sqlalchemy import create_engine, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.bootstrap.base import Clock, shop_clock
from parcelbot.bootstrap.checks.findings import Finding, broken, odd, well
from parcelbot.bootstrap.services import order_directory
from parcelbot.bootstrap.tracking import build_asked, build_client
from parcelbot.bootstrap.worker import destinations
from parcelbot.core.outgoing.deliveries import DeliveryFailed
from parcelbot.helpdesk.smtp import SmtpServer
from parcelbot.knowledge.loading import load_knowledge
from parcelbot.orders.protocol import OrderError
from parcelbot.orders.shopify import SEES_ALL
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import SEVENTEENTRACK
from parcelbot.tracking.errors import ProviderRejected, ProviderUnavailable, TrackingError
from parcelbot.tracking.protocol import Quota

#: A number and an order that nobody has: asking for them costs nothing and shows whether we are let in.
_NOBODYS_NUMBER, _NOBODYS_ORDER, _NOBODYS_EMAIL = "RR000000000CN", "#0", "doctor@shop.invalid"
_TIMEOUT_S = 5.0
_LITTLE = 0.1
#: A code of the second step is good for half a minute.
_FAR = timedelta(seconds=30)


def check_provider(settings: Settings, engine: Engine, database_is_current: bool) -> Finding:
    """Ask the tracking provider what it charges nothing for: its quota, or a number that nobody has."""
    if not database_is_current:
        return odd("not asked, for the limit of calls is kept in the database", "see to the database first")
    knowledge, clock = load_knowledge(settings.knowledge), shop_clock(settings)
    try:
        if settings.providers.first == SEVENTEENTRACK:
            return _quota(build_client(settings, engine, knowledge, clock).quota())
        build_asked(settings, engine, knowledge, clock).read(_NOBODYS_NUMBER)
    except ProviderRejected as error:
        return broken(f"refuses us: {error}", "check the key (TRACKING_KEY or AFTERSHIP_KEY)")
    except ProviderUnavailable as error:
        return broken(f"does not answer: {error}", f"check TRACKING_URL and the network{_sandbox_hint(settings)}")
    except TrackingError as error:
        return broken(f"answers what we do not understand: {error}", "check TRACKING_URL")
    return well(f"{settings.providers.first} answers and takes our key")


def _quota(quota: Quota) -> Finding:
    said = f"17TRACK answers and takes our key; {quota.remain} of {quota.total} new numbers left"
    if quota.remain <= 0:
        return broken(said, "buy more numbers at 17TRACK: new parcels are not looked up")
    return odd(said, "buy more numbers at 17TRACK soon") if quota.remain < _LITTLE * quota.total else well(said)


def _sandbox_hint(settings: Settings) -> str:
    return "; the sandbox runs under make run" if urlsplit(settings.tracking_url).hostname == "127.0.0.1" else ""


def check_shop(settings: Settings, clock: Clock) -> Finding:
    """Ask the shop for an order that nobody has."""
    try:
        directory = order_directory(settings, clock)
        directory.find(_NOBODYS_ORDER, _NOBODYS_EMAIL)
    except OrderError as error:
        return broken(str(error), "check SHOPIFY_URL, the app's scopes, and its client id and secret or its token")
    if settings.shopify is None:
        said = f"no shop is connected, the orders are those of {settings.demo_orders}"
        return well(said) if settings.demo_mode else odd(said, "set SHOPIFY_URL")
    if directory.recent_only():
        said = "Shopify shows us orders of the last 60 days only; shoppers with older ones are sent to a person"
        return odd(said, f"grant the app the scope {SEES_ALL}")
    return well("Shopify answers and lets us read orders")


def check_mail(settings: Settings, clock: Clock) -> Finding:
    """Log in at the mail server, and send nothing."""
    if not settings.smtp_url:
        return odd("no mail is sent: who has left the chat does not hear of an answer", "set SMTP_URL and MAIL_FROM")
    try:
        destinations(settings, clock)
        SmtpServer.from_url(settings.smtp_url).greet()
    except (EnvError, ValueError, DeliveryFailed) as error:
        return broken(str(error), "check SMTP_URL, MAIL_FROM and SUPPORT_MAILBOX")
    return well("the mail server lets us in")


def check_redis(settings: Settings) -> Finding:
    """Ask Redis for a sign of life."""
    if not settings.redis_url:
        return well("not used: pages hear what is new within a second, by the database")
    try:
        redis.Redis.from_url(settings.redis_url, socket_timeout=_TIMEOUT_S, socket_connect_timeout=_TIMEOUT_S).ping()
    except (redis.RedisError, ValueError) as error:
        return broken(str(error), "check REDIS_URL; until then pages hear what is new within a second")
    return well("answers")


def check_clock(settings: Settings) -> Finding:
    """Compare our clock with those of the database's server and of whom we call; each may be away."""
    here = shop_clock(settings)
    for name, theirs in _clocks(settings):
        away = abs(here() - theirs)
        if away > _FAR:
            return broken(
                f"{away.total_seconds():.0f} s from {name}'s", "let this machine take its time from the network (NTP)"
            )
        return well(f"as {name}'s, in {settings.timezone.key}")
    return odd("nobody to compare it with", "ask again once the tracking provider or a database server answers")


def _clocks(settings: Settings) -> Iterator[tuple[str, datetime]]:
    if not settings.database_url.startswith("sqlite"):
        try:
            with create_engine(settings.database_url, hide_parameters=True).connect() as connection:
                yield "the database", connection.execute(select(func.now())).scalar()
        except SQLAlchemyError:
            pass
    for url in filter(None, (settings.shopify.url if settings.shopify else "", settings.tracking_url)):
        try:
            told = requests.head(url, timeout=_TIMEOUT_S, allow_redirects=False).headers.get("Date", "")
            yield urlsplit(url).hostname or url, parsedate_to_datetime(told)
        except (requests.RequestException, ValueError, TypeError):
            continue
