"""Build the assistant's use cases from what they need: tables, tracking, orders, tickets."""

from __future__ import annotations

from datetime import datetime
from functools import cache, lru_cache

from pybreaker import STATE_OPEN
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock, open_database, shop_clock
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.knowledge.holidays import calendar_for
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.orders.cached import CachedOrders
from parcelbot.orders.demo import DemoOrders
from parcelbot.orders.protocol import OrderDirectory
from parcelbot.orders.shopify import ShopifyOrders
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.store.cases.notices import SqlNotices
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.change_signals import redis_relay
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.ledger.transcripts import SqlTranscripts
from parcelbot.store.order_guesses import SqlGuessBook
from parcelbot.store.owner.journal import SqlJournal
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.telemetry.lookups import MeasuredProvider
from parcelbot.telemetry.metrics import watch_circuit
from parcelbot.tracking.cached import CachedProvider
from parcelbot.tracking.protocol import TrackingProvider
from parcelbot.tracking.seventeentrack import SeventeenTrack
from parcelbot.tracking.transport import HttpTransport
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.guarded_orders import GuardedOrders

#: Carriers have few wordings, and the same ones come again with every look-up.
_WORDINGS_REMEMBERED = 20_000


@cache
def services() -> Services:
    """Build this process's use cases from the environment, at the first call."""
    settings = read_settings()
    return build_services(settings, open_database(settings))


def build_services(settings: Settings, engine: Engine) -> Services:
    """Wire the use cases over an opened database."""
    knowledge, now = load_knowledge(settings.knowledge), shop_clock(settings)
    return Services(
        knowledge=knowledge,
        tracking=_tracking(settings, engine, knowledge, now),
        orders=_orders(settings, engine, now),
        tickets=SqlTicketStore(engine, settings.helpdesks, build_signal(settings)),
        record=SqlTranscripts(engine),
        journal=SqlJournal(engine),
        hours=_support_hours(settings, now()),
        clock=now,
        calendar_for=calendar_for,
        read_wording=lru_cache(_WORDINGS_REMEMBERED)(load_wordings(settings.knowledge).read),
    )


def build_signal(settings: Settings) -> Signal:
    """Make the call that wakes the processes holding shoppers' streams; without Redis they look for themselves."""
    if not settings.redis_url:
        return lambda _: None
    relay = redis_relay(settings.redis_url)
    return lambda conversation_id: relay(conversation_id, None)


def _tracking(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> TrackingProvider:
    transport = HttpTransport(headers={"17token": settings.tracking_key})
    watch_circuit(lambda: bool(transport.breaker.current_state == STATE_OPEN))
    provider = SeventeenTrack(
        transport=transport,
        vocabulary=knowledge.statuses["17track"],
        now=now,
        base_url=settings.tracking_url,
        carrier_keys={c.id: c.seventeentrack_key for c in knowledge.carriers if c.seventeentrack_key},
    )
    return CachedProvider(MeasuredProvider(provider), SqlShipmentCache(engine), now, settings.tracking_ttl_s)


def _orders(settings: Settings, engine: Engine, now: Clock) -> GuardedOrders:
    directory = CachedOrders(order_directory(settings, now))
    return GuardedOrders(directory, SqlGuessBook(engine), SqlNotices(engine), now)


def order_directory(settings: Settings, now: Clock) -> OrderDirectory:
    """Wire the shop's orders: a Shopify shop's, or those of the demo."""
    if settings.shopify_url:
        return ShopifyOrders(settings.shopify_url, settings.shopify_token)
    return DemoOrders.load(settings.demo_orders, now())


def _support_hours(settings: Settings, now: datetime) -> SupportHours:
    country = settings.support_country
    calendar = calendar_for(country, country, range(now.year, now.year + 2))
    return SupportHours(settings.support_opens, settings.support_closes, calendar)
