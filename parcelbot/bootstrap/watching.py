"""Build what keeps the promise to write: agreements, the watcher, looks at watched parcels, links in mails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock, build_signal
from parcelbot.bootstrap.desk import build_desk
from parcelbot.bootstrap.tracking import build_followed
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.settings.shared import Settings
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.held import SqlHeldNews
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.tracking.zones import home_zone
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.desk import WatchDesk
from parcelbot.usecases.watching.keeping import Watching
from parcelbot.usecases.watching.links import WatchLinks
from parcelbot.usecases.watching.pages import ParcelPages
from parcelbot.usecases.watching.stored import KnownParcels


def build_watching(settings: Settings, engine: Engine, services: Services) -> Watching:
    """Wire the agreements to write."""
    desk = build_desk(settings, engine, services)
    return Watching(SqlWatches(engine), settings.mails_shoppers, desk.withdraw)


def build_watch_desk(settings: Settings, engine: Engine, services: Services) -> WatchDesk:
    """Wire what agents do about watches."""
    held = SqlHeldNews(engine, build_signal(settings))
    return WatchDesk(held, build_watching(settings, engine, services), services)


def build_links(settings: Settings, engine: Engine, clock: Clock) -> WatchLinks:
    """Wire the links to parcels' pages and in mails."""
    return WatchLinks(SecretStore(engine).secret("watch_links"), settings.pages_url, clock)


def build_pages(settings: Settings, engine: Engine, services: Services) -> ParcelPages:
    """Wire the pages of watched parcels and the links in mails."""
    links = build_links(settings, engine, services.clock)
    return ParcelPages(SqlWatches(engine), links, services, SqlShipmentCache(engine).get)


def known_parcels(settings: Settings, engine: Engine) -> KnownParcels:
    """Wire the parcels as they are stored."""
    followed, orders = build_followed(settings, engine), SqlRadarViews(engine)
    return KnownParcels(SqlShipmentCache(engine).get, followed.get, orders.order_of)


def waited_in(settings: Settings) -> Callable[[Shipment | None], tzinfo]:
    """Give a function from a parcel to the time zone in which it is waited for; the shop's where that is not known."""

    def zone_of(shipment: Shipment | None) -> tzinfo:
        places = [scan.location for scan in shipment.checkpoints] if shipment else []
        return home_zone(shipment.destination if shipment else "", places) or settings.timezone

    return zone_of
