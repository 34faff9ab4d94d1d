"""Build the inbox, apart from the rest, so that other processes do not load a web framework."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import open_database, shop_clock
from parcelbot.bootstrap.desk import build_desk
from parcelbot.bootstrap.privacy import build_privacy
from parcelbot.bootstrap.radar import build_radar_desk
from parcelbot.bootstrap.services import build_services
from parcelbot.bootstrap.watching import build_watch_desk
from parcelbot.core.handover.agents import SessionLimits
from parcelbot.inbox.dependencies import InboxDependencies, InboxSettings
from parcelbot.inbox.entrance import demo
from parcelbot.inbox.entrance.devices import KnownDevices
from parcelbot.inbox.entrance.invitations import Invitations
from parcelbot.inbox.entrance.throttle import Throttle
from parcelbot.knowledge.documents import read_titles
from parcelbot.knowledge.macros import load_macros
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import SEVENTEENTRACK
from parcelbot.store.cases.agents import SqlAgents
from parcelbot.store.cases.audit import Audit
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.limit_counts import SqlLimitCounts
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.store.owner.figures import SqlFigures
from parcelbot.store.provider_quota import SqlProviderQuota
from parcelbot.usecases.accounts import Accounts
from parcelbot.usecases.figures import Figures
from parcelbot.usecases.passwords import Passwords
from parcelbot.usecases.second_step import SecondStep

_DEMO_PASSWORD_LENGTH = 16


def inbox_dependencies(settings: Settings, engine: Engine) -> InboxDependencies:
    """Wire the inbox over an opened database; in demo mode, see to the demo log-in."""
    services = build_services(settings, engine)
    secret = settings.inbox_secret or SecretStore(engine).secret("inbox")
    accounts = _accounts(settings, engine)
    if settings.demo_mode:
        demo.ensure(accounts, _demo_password(engine))
    return InboxDependencies(
        accounts=accounts,
        second_step=SecondStep(accounts.store, shop_clock(settings)),
        throttle=Throttle(SqlLimitCounts(engine)),
        devices=KnownDevices(secret, shop_clock(settings), https=settings.inbox_url.startswith("https://")),
        invitations=Invitations(secret, shop_clock(settings)),
        audit=Audit(engine, shop_clock(settings), settings.timezone),
        settings=_inbox_settings(settings, secret, accounts.limits),
        clock=shop_clock(settings),
        zone=settings.timezone,
        attachments_dir=settings.attachments_dir,
        services=services,
        desk=build_desk(settings, engine, services),
        privacy=build_privacy(settings, engine),
        watched=build_watch_desk(settings, engine, services),
        radar=build_radar_desk(settings, engine, services),
        outbox=Outbox(engine),
        figures=Figures(SqlFigures(engine), shop_clock(settings), settings.timezone),
        macros=load_macros(settings.knowledge),
        titles=read_titles(settings.knowledge),
        quota=SqlProviderQuota(engine, SEVENTEENTRACK).get,
    )


def build_accounts(settings: Settings) -> Accounts:
    """Wire the accounts alone, for the command line."""
    return _accounts(settings, open_database(settings))


def build_audit(settings: Settings) -> Audit:
    """Wire the audit log alone, for the command line."""
    return Audit(open_database(settings), shop_clock(settings), settings.timezone)


def demo_log_in(settings: Settings) -> tuple[str, str] | None:
    """Give e-mail and password of the demo log-in; None outside demo mode, where it is refused."""
    return (demo.EMAIL, _demo_password(open_database(settings))) if settings.demo_mode else None


def _inbox_settings(settings: Settings, secret: str, limits: SessionLimits) -> InboxSettings:
    return InboxSettings(
        secret,
        settings.inbox_url,
        limits,
        demo_mode=settings.demo_mode,
        proxies=settings.web_proxies,
        mails=settings.mails_shoppers,
        company=settings.inbox_company,
    )


def _accounts(settings: Settings, engine: Engine) -> Accounts:
    return Accounts(
        store=SqlAgents(engine),
        passwords=Passwords(),
        clock=shop_clock(settings),
        limits=SessionLimits(settings.inbox_idle, settings.inbox_lifetime),
        demo_mode=settings.demo_mode,
    )


def _demo_password(engine: Engine) -> str:
    """Derive the password from the database's own secret: nobody knows it who does not see what `make run` prints."""
    secret = SecretStore(engine).secret("demo_password")
    return "".join(filter(str.isalnum, secret))[:_DEMO_PASSWORD_LENGTH]
