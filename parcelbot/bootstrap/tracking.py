"""Build live tracking: the providers' clients within their limits, over the stores of what was asked and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from pybreaker import STATE_OPEN
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock
from parcelbot.core.parcel.shipment import LookupRequest
from parcelbot.knowledge.loading import Knowledge
from parcelbot.reading.number_formats import load_formats, telling_carrier
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import AFTERSHIP, SEVENTEENTRACK
from parcelbot.store.call_turns import SqlCallTurns
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.telemetry.lookups import MeasuredProvider
from parcelbot.telemetry.metrics import PROVIDER_CALLS, watch_circuit
from parcelbot.tracking.aftership import BASE_URL, AfterShip
from parcelbot.tracking.aftership_answers import AfterShipWords
from parcelbot.tracking.followed import FollowedProvider, Patience
from parcelbot.tracking.protocol import ShipmentCache, TrackingProvider
from parcelbot.tracking.seventeentrack import SeventeenTrack
from parcelbot.tracking.stand_in import OwnNews, StandIn
from parcelbot.tracking.transport import CallTurns, HttpTransport

Client = SeventeenTrack | AfterShip

#: Below AfterShip's 10 requests a second.
_AFTERSHIP_CALLS_PER_S = 9.0
#: By the time it is asked, the first provider has used up most of what a shopper's turn may take.
_STAND_IN_PATIENCE = Patience(first_news_s=0.0, in_all_s=1.5)


@dataclass(frozen=True)
class CountedTurns:
    """Turns of a provider, of which each that is taken is counted: it is a call."""

    turns: CallTurns

    def wait(self, longest_s: float) -> bool:
        """Sleep until it is one's turn; False at once when that would be after `longest_s`."""
        taken = self.turns.wait(longest_s)
        PROVIDER_CALLS.labels("sent" if taken else "no_turn").inc()
        return taken


def build_tracking(
    settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock, cache: ShipmentCache
) -> TrackingProvider:
    """Wire the provider that shoppers' questions go to, with the one that stands in for it if there is one."""
    providers = settings.providers
    client = build_asked(settings, engine, knowledge, now)
    watch_circuit(lambda: bool(client.transport.breaker.current_state == STATE_OPEN))
    good_for, parcels = timedelta(seconds=settings.tracking_ttl_s), build_followed(settings, engine)
    first = FollowedProvider(client, cache, parcels, now, good_for, Patience(settings.tracking_wait_s))
    if not providers.fallback:
        return MeasuredProvider(first)
    other = _client(providers.fallback, settings, engine, knowledge, now)
    others = build_followed(settings, engine, providers.fallback)
    second = FollowedProvider(other, OwnNews(cache, others), others, now, good_for, _STAND_IN_PATIENCE)
    return MeasuredProvider(StandIn(first, second))


def build_asked(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> Client:
    """Wire the client of the provider that is asked first."""
    return _client(settings.providers.first, settings, engine, knowledge, now)


def _client(name: str, settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> Client:
    build = build_aftership if name == AFTERSHIP else build_client
    return build(settings, engine, knowledge, now)


def build_client(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> SeventeenTrack:
    """Wire 17TRACK's client; all processes together keep to its rate."""
    turns = CountedTurns(SqlCallTurns(engine, SEVENTEENTRACK, settings.tracking_rate_per_s))
    return SeventeenTrack(
        transport=HttpTransport(headers={"17token": settings.tracking_key}, turns=turns),
        vocabulary=knowledge.statuses[SEVENTEENTRACK],
        now=now,
        base_url=settings.tracking_url,
        carrier_key=_carrier_key(knowledge),
    )


def build_aftership(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> AfterShip:
    """Wire AfterShip's client; all processes together keep to its rate. It needs an account in the settings."""
    account = settings.providers.aftership
    if account is None:
        raise ValueError("AfterShip is not set up")
    turns = CountedTurns(SqlCallTurns(engine, AFTERSHIP, _AFTERSHIP_CALLS_PER_S))
    return AfterShip(
        transport=HttpTransport(headers={"as-api-key": account.key}, turns=turns),
        words=aftership_words(knowledge),
        now=now,
        base_url=account.url or BASE_URL,
        courier_slug=_courier_slug(knowledge),
    )


def aftership_words(knowledge: Knowledge) -> AfterShipWords:
    """Give AfterShip's words for ours."""
    names = {slug: carrier.name for carrier in knowledge.carriers for slug in carrier.aftership_slugs}
    return AfterShipWords(knowledge.statuses[AFTERSHIP], names)


def build_followed(settings: Settings, engine: Engine, provider: str = "") -> SqlFollowedParcels:
    """Wire the store of what was asked of a provider: of the one we usually ask, or of a stand-in by its name."""
    caps = RegistrationCaps(settings.tracking_new_per_chat, settings.tracking_new_per_address)
    return SqlFollowedParcels(engine, caps, provider)


def _carrier_key(knowledge: Knowledge) -> Callable[[LookupRequest], int | None]:
    keys, carrier = {c.id: c.seventeentrack_key for c in knowledge.carriers}, _carrier_of(knowledge)
    return lambda request: keys.get(carrier(request))


def _courier_slug(knowledge: Knowledge) -> Callable[[LookupRequest], str]:
    slugs = {c.id: c.aftership_slugs[0] for c in knowledge.carriers if len(c.aftership_slugs) == 1}
    carrier = _carrier_of(knowledge)
    return lambda request: slugs.get(carrier(request), "")


def _carrier_of(knowledge: Knowledge) -> Callable[[LookupRequest], str]:
    """Give a function from a request to its carrier's id: the one that is named, else the one its number tells."""
    formats = load_formats()
    return lambda r: knowledge.carrier_book.identify(r.carrier) or telling_carrier(r.number, formats)
