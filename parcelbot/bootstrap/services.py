"""Build the assistant's use cases from what they need: tables, tracking, orders, tickets."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import ZONES, Clock, build_signal, open_database, shop_clock
from parcelbot.bootstrap.tracking import build_tracking
from parcelbot.bootstrap.watching import build_watching
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.parcel.arrival import UsualArrival
from parcelbot.core.parcel.settling import ReadWording, settle
from parcelbot.core.parcel.shipment import Estimate, Shipment
from parcelbot.core.parcel.usual_arrival import usual_arrival
from parcelbot.knowledge.holidays import calendar_for
from parcelbot.knowledge.loading import load_knowledge
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.locales.languages import Languages, load_languages
from parcelbot.orders.cached import CachedOrders
from parcelbot.orders.demo import DemoOrders
from parcelbot.orders.protocol import OpenOrders, OrderDirectory
from parcelbot.orders.shopify import ShopifyOrders
from parcelbot.orders.shopify_access import ClientCredentials, LastingToken, ShopifyAccess
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.shopify import ShopifyShop
from parcelbot.store.cases.notices import SqlNotices
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.journeys import SqlJourneys
from parcelbot.store.ledger.transcripts import SqlTranscripts
from parcelbot.store.order_guesses import SqlGuessBook
from parcelbot.store.owner.journal import SqlJournal
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.telemetry.metrics import ENGLISH_SENTENCES
from parcelbot.tracking.journeys import JourneyKeeper, RememberedLanes
from parcelbot.tracking.protocol import ShipmentCache
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.guarded_orders import GuardedOrders

logger = logging.getLogger(__name__)

#: Carriers have few wordings, and the same ones come again with every look-up.
_WORDINGS_REMEMBERED = 20_000


@cache
def services() -> Services:
    """Build this process's use cases from the environment, at the first call."""
    settings = read_settings()
    return build_services(settings, open_database(settings))


@cache
def languages() -> Languages:
    """Load the languages of shoppers, at the first call."""
    return build_languages(read_settings())


def build_languages(settings: Settings) -> Languages:
    """Load the languages of shoppers; a sentence that had to be said in English is logged and counted."""
    return load_languages(settings.locales, settings.knowledge, _said_in_english)


def _said_in_english(language: str, response: str) -> None:
    ENGLISH_SENTENCES.labels(language).inc()
    logger.error("%s is not worded in %s, so it was said in English", response, language)


def build_services(settings: Settings, engine: Engine) -> Services:
    """Wire the use cases over an opened database."""
    knowledge, now = load_knowledge(settings.knowledge), shop_clock(settings)
    languages = build_languages(settings)
    read_wording = lru_cache(_WORDINGS_REMEMBERED)(load_wordings(settings.knowledge).read)
    wired = Services(
        knowledge=knowledge,
        languages=languages,
        language_table=languages.table,
        team_speaks=settings.support_languages,
        tracking=build_tracking(settings, engine, knowledge, now, shipment_cache(engine, read_wording, now)),
        orders=_orders(settings, engine, now),
        tickets=SqlTicketStore(engine, settings.helpdesks, build_signal(settings)),
        record=SqlTranscripts(engine),
        journal=SqlJournal(engine),
        hours=_support_hours(settings, now()),
        clock=now,
        calendar_for=calendar_for,
        read_wording=read_wording,
        usual_arrival=_usual_arrival(engine),
        zones=ZONES,
    )
    return replace(wired, watching=build_watching(settings, engine, wired))


def shipment_cache(engine: Engine, read_wording: ReadWording, now: Clock) -> ShipmentCache:
    """Wire the store of shipments, which also keeps the journeys of those that were delivered."""
    return JourneyKeeper(
        SqlShipmentCache(engine), SqlJourneys(engine), lambda shipment: settle(shipment, read_wording, now())
    )


def _usual_arrival(engine: Engine) -> UsualArrival:
    lanes = RememberedLanes(SqlJourneys(engine))

    def estimate(shipment: Shipment, today: date) -> Estimate | None:
        return usual_arrival(shipment, today, lanes.of_lane(shipment.origin, shipment.destination))

    return estimate


def _orders(settings: Settings, engine: Engine, now: Clock) -> GuardedOrders:
    directory = CachedOrders(order_directory(settings, now))
    return GuardedOrders(directory, SqlGuessBook(engine), SqlNotices(engine), now)


def order_directory(settings: Settings, now: Clock) -> OrderDirectory:
    """Wire the shop's orders, as who knows number and e-mail finds them."""
    return _shop(settings, now)


def open_orders(settings: Settings, now: Clock) -> OpenOrders:
    """Wire the shop's orders, as they are listed while they are under way."""
    return _shop(settings, now)


def _shop(settings: Settings, now: Clock) -> DemoOrders | ShopifyOrders:
    shop = settings.shopify
    if shop is None:
        return DemoOrders.load(settings.demo_orders, now())
    return ShopifyOrders(shop.url, _shopify_access(shop))


def _shopify_access(shop: ShopifyShop) -> ShopifyAccess:
    if shop.client_id:
        return ClientCredentials(shop.url, shop.client_id, shop.client_secret)
    return LastingToken(shop.token)


def _support_hours(settings: Settings, now: datetime) -> SupportHours:
    country = settings.support_country
    calendar = calendar_for(country, country, range(now.year, now.year + 2))
    return SupportHours(settings.support_opens, settings.support_closes, calendar)
