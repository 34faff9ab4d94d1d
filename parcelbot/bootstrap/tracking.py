"""Build live tracking: 17TRACK's client within its limits, over the stores of what was asked and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from pybreaker import STATE_OPEN
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock
from parcelbot.core.parcel.shipment import LookupRequest
from parcelbot.knowledge.carriers import carrier_ids
from parcelbot.knowledge.loading import Knowledge
from parcelbot.reading.number_formats import load_formats, telling_carrier
from parcelbot.settings.shared import Settings
from parcelbot.store.call_turns import SqlCallTurns
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.telemetry.lookups import MeasuredProvider
from parcelbot.telemetry.metrics import PROVIDER_CALLS, watch_circuit
from parcelbot.tracking.followed import FollowedProvider, Patience
from parcelbot.tracking.protocol import TrackingProvider
from parcelbot.tracking.seventeentrack import SeventeenTrack
from parcelbot.tracking.transport import CallTurns, HttpTransport

PROVIDER = "17track"


@dataclass(frozen=True)
class CountedTurns:
    """Turns of a provider, of which each that is taken is counted: it is a call."""

    turns: CallTurns

    def wait(self, longest_s: float) -> bool:
        """Sleep until it is one's turn; False at once when that would be after `longest_s`."""
        taken = self.turns.wait(longest_s)
        PROVIDER_CALLS.labels("sent" if taken else "no_turn").inc()
        return taken


def build_tracking(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> TrackingProvider:
    """Wire the provider that shoppers' questions go to."""
    client = build_client(settings, engine, knowledge, now)
    watch_circuit(lambda: bool(client.transport.breaker.current_state == STATE_OPEN))
    followed = FollowedProvider(
        client=client,
        cache=SqlShipmentCache(engine),
        parcels=build_followed(settings, engine),
        now=now,
        good_for=timedelta(seconds=settings.tracking_ttl_s),
        patience=Patience(settings.tracking_wait_s),
    )
    return MeasuredProvider(followed)


def build_client(settings: Settings, engine: Engine, knowledge: Knowledge, now: Clock) -> SeventeenTrack:
    """Wire 17TRACK's client; all processes together keep to its rate."""
    turns = CountedTurns(SqlCallTurns(engine, PROVIDER, settings.tracking_rate_per_s))
    return SeventeenTrack(
        transport=HttpTransport(headers={"17token": settings.tracking_key}, turns=turns),
        vocabulary=knowledge.statuses[PROVIDER],
        now=now,
        base_url=settings.tracking_url,
        carrier_key=_carrier_key(knowledge),
    )


def build_followed(settings: Settings, engine: Engine) -> SqlFollowedParcels:
    """Wire the store of what was asked of the provider."""
    caps = RegistrationCaps(settings.tracking_new_per_chat, settings.tracking_new_per_address)
    return SqlFollowedParcels(engine, caps)


def _carrier_key(knowledge: Knowledge) -> Callable[[LookupRequest], int | None]:
    keys = {carrier.id: carrier.seventeentrack_key for carrier in knowledge.carriers}
    ids, formats = carrier_ids(knowledge.carriers), load_formats()

    def key(request: LookupRequest) -> int | None:
        named = ids(request.carrier)
        return keys.get(named or telling_carrier(request.number, formats))

    return key
