"""Build the radar: the listing of open orders, looks at their parcels, the judgement, and the owner's side of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock
from parcelbot.bootstrap.parcel_news import build_parcel_news
from parcelbot.bootstrap.services import open_orders
from parcelbot.bootstrap.tracking import build_asked, build_followed
from parcelbot.bootstrap.watching import known_parcels, waited_in
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.parcel.usual_arrival import Chance, chance_in_time
from parcelbot.settings.shared import Settings
from parcelbot.store.journeys import SqlJourneys
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.provider_quota import SqlProviderQuota
from parcelbot.store.radar.due import SqlDueParcels, SqlParcelLooks
from parcelbot.store.radar.listing import SqlOpenOrdersLog
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.radar.writing import SqlWarnings
from parcelbot.tracking.journeys import RememberedLanes
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.radar.desk import RadarDesk
from parcelbot.usecases.radar.listing import OpenOrderListing
from parcelbot.usecases.radar.looking import RadarLooks
from parcelbot.usecases.radar.scanning import ChanceInTime, Radar, RadarEyes
from parcelbot.usecases.radar.writing import RadarWriting

#: The secret under which parcels of erased shoppers are known again.
FORGOTTEN = "forgotten_parcels"


def build_listed(engine: Engine) -> SqlOpenOrdersLog:
    """Wire the store of what the shop lists."""
    return SqlOpenOrdersLog(engine, SecretStore(engine).secret(FORGOTTEN))


def build_listing(settings: Settings, engine: Engine, clock: Clock, runner: str) -> OpenOrderListing:
    """Wire the chore that lists open orders."""
    return OpenOrderListing(open_orders(settings, clock), build_listed(engine), settings.radar.days, clock, runner)


def build_looks(settings: Settings, engine: Engine, services: Services) -> RadarLooks:
    """Wire the chore that asks the provider about their parcels."""
    client = build_asked(settings, engine, services.knowledge, services.clock)
    return RadarLooks(
        register=client.register_all,
        read=client.read_all,
        parcels=SqlParcelLooks(engine),
        followed=build_followed(settings, engine),
        news=build_parcel_news(settings, engine, services),
        quota=SqlProviderQuota(engine, settings.providers.first).get,
        clock=services.clock,
    )


def build_radar(settings: Settings, engine: Engine, services: Services, runner: str) -> Radar:
    """Wire the chore that judges them."""
    due = SqlDueParcels(engine, tells=bool(settings.radar.webhook_url))
    return Radar(due, _eyes(settings, engine, services), _writing(settings, engine).write, runner)


def build_radar_desk(settings: Settings, engine: Engine, services: Services) -> RadarDesk:
    """Wire what the owner does with the radar."""
    eyes, writing = _eyes(settings, engine, services), _writing(settings, engine)
    return RadarDesk(SqlRadarViews(engine), eyes, writing, services.clock, settings.radar.days)


def _eyes(settings: Settings, engine: Engine, services: Services) -> RadarEyes:
    return RadarEyes(known_parcels(settings, engine), services, _chance(engine))


def _writing(settings: Settings, engine: Engine) -> RadarWriting:
    return RadarWriting(SqlWarnings(engine, settings.mails_shoppers), waited_in(settings))


def _chance(engine: Engine) -> ChanceInTime:
    lanes = RememberedLanes(SqlJourneys(engine))

    def chance(shipment: Shipment, today: date, until: date) -> Chance | None:
        return chance_in_time(shipment, today, until, lanes.of_lane(shipment.origin, shipment.destination))

    return chance
