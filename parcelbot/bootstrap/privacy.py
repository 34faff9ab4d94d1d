"""Build erasing, exporting, and forgetting in time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock, build_signal, shop_clock
from parcelbot.bootstrap.radar import FORGOTTEN
from parcelbot.bootstrap.services import order_directory
from parcelbot.reading.number_formats import find_numbers
from parcelbot.settings.shared import Settings
from parcelbot.store.cases.audit import Audit
from parcelbot.store.ledger.claims import SqlTurnClaims, runner_name
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.owner.erasure import SqlShopperRecords
from parcelbot.store.owner.trackers import SqlTrackers
from parcelbot.usecases.privacy.removal import Remover
from parcelbot.usecases.privacy.retention import Retention
from parcelbot.usecases.privacy.shopper import Privacy


def build_privacy(settings: Settings, engine: Engine) -> Privacy:
    """Wire the use cases over an opened database."""
    clock = shop_clock(settings)
    return Privacy(
        remover=_remover(settings, engine, clock),
        orders=order_directory(settings, clock),
        audit=Audit(engine, clock, settings.timezone),
        secret=SecretStore(engine).secret("erased_addresses"),
        read_numbers=find_numbers,
    )


def build_retention(settings: Settings, engine: Engine, clock: Clock) -> Retention:
    """Wire the worker's removal of old conversations, journal and audit lines."""
    periods = (settings.retention_days, settings.journal_days, settings.audit_days)
    return Retention(_remover(settings, engine, clock), *(timedelta(days=days) if days else None for days in periods))


def _remover(settings: Settings, engine: Engine, clock: Clock) -> Remover:
    return Remover(
        records=SqlShopperRecords(engine, SecretStore(engine).secret(FORGOTTEN)),
        trackers=SqlTrackers(settings.conversations_db),
        claims=SqlTurnClaims(engine, settings.lease_s),
        attachments_dir=settings.attachments_dir,
        clock=clock,
        runner=runner_name(),
        signal=build_signal(settings),
    )
