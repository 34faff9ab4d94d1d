"""Read the settings that the action server, the worker, the web app and the commands share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from environs import Env, EnvError

from parcelbot.settings import variables
from parcelbot.settings.company_log_in import IdentityProvider, read_identity_provider
from parcelbot.settings.demo_mode import demo_mode, inbox_url, tracking_key, tracking_url, web_proxies
from parcelbot.settings.helpdesks import (
    ChatwootAccount,
    GorgiasAccount,
    ZendeskAccount,
    read_chatwoot,
    read_gorgias,
    read_zendesk,
)
from parcelbot.settings.radar import RadarSettings, read_radar
from parcelbot.settings.secret_values import read_secret
from parcelbot.settings.shopify import ShopifyShop, read_shopify
from parcelbot.settings.tracking import TrackingProviders, read_providers

#: Numbers are compared with last year's; the audit log outlives what it is about.
_JOURNAL_DAYS = 2 * 365
_AUDIT_DAYS = 3 * 365


@dataclass(frozen=True)
class Settings:
    """Settings of the action server, the worker and the command-line tools.

    `helpdesks` are the names of the places that get a copy of every ticket. `inbox_url` and `shop_url` are where
    agents and shoppers reach us, `pages_url` where parcels' pages are, for links in mails. A log-in to the inbox ends
    after `inbox_idle` without being used, or `inbox_lifetime` in all; `web_proxies` stand in front of the pages and
    tell an agent's own address. A process that shows no life for `lease_s` loses its conversations to others.
    `demo_mode` is true only where nobody else can reach the pages and no real shop stands behind them.
    """

    database_url: str
    tracking_url: str
    tracking_key: str
    tracking_ttl_s: float
    tracking_wait_s: float
    tracking_rate_per_s: float
    tracking_new_per_chat: int
    tracking_new_per_address: int
    providers: TrackingProviders
    demo_orders: Path
    shopify: ShopifyShop | None
    knowledge: Path
    locales: Path
    timezone: ZoneInfo
    support_opens: time
    support_closes: time
    support_country: str
    support_languages: tuple[str, ...]
    helpdesks: tuple[str, ...] = ()
    smtp_url: str = ""
    mail_from: str = ""
    support_mailbox: str = ""
    inbox_url: str = "http://127.0.0.1:8080/inbox"
    shop_url: str = "http://127.0.0.1:8080"
    pages_url: str = "http://127.0.0.1:8080"
    attachments_dir: Path = variables.DEFAULT_ATTACHMENTS_DIR
    inbox_secret: str = ""
    inbox_company: IdentityProvider | None = None
    inbox_idle: timedelta = timedelta(minutes=60)
    inbox_lifetime: timedelta = timedelta(hours=12)
    web_proxies: int = 0
    demo_mode: bool = False
    conversations_db: str = variables.DEFAULT_CONVERSATIONS_DB
    retention_days: int = 365
    journal_days: int = _JOURNAL_DAYS
    audit_days: int = _AUDIT_DAYS
    redis_url: str = ""
    lease_s: float = variables.DEFAULT_LEASE_S
    radar: RadarSettings = field(default_factory=RadarSettings)
    zendesk: ZendeskAccount | None = None
    gorgias: GorgiasAccount | None = None
    chatwoot: ChatwootAccount | None = None

    @property
    def mails_shoppers(self) -> bool:
        """True when an agent's answer can follow a shopper who has left the chat."""
        return bool(self.smtp_url)


def read_settings() -> Settings:
    """Read the settings; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    retention_days = _days(env, "RETENTION_DAYS", 365)
    journal_days = _days(env, "JOURNAL_RETENTION_DAYS", _JOURNAL_DAYS)
    helpdesks = variables.helpdesks()
    shopify, providers, is_demo = read_shopify(env), read_providers(env), demo_mode()
    pages = f"http://127.0.0.1:{variables.WEB_PORT.read()}"
    sandbox = f"http://127.0.0.1:{variables.SANDBOX_PORT.read()}/track/v2.2"
    return Settings(
        database_url=variables.database_url(),
        tracking_url=tracking_url() or sandbox,
        tracking_key=tracking_key(),
        tracking_ttl_s=env.float("TRACKING_TTL_S", 3600.0),
        tracking_wait_s=env.float("TRACKING_WAIT_S", 3.0),
        tracking_rate_per_s=env.float("TRACKING_RATE_PER_S", 3.0),
        tracking_new_per_chat=env.int("TRACKING_NEW_PER_CHAT", 10),
        tracking_new_per_address=env.int("TRACKING_NEW_PER_ADDRESS", 300),
        providers=providers,
        demo_orders=variables.demo_orders(),
        shopify=shopify,
        knowledge=variables.knowledge(),
        locales=variables.locales(),
        timezone=_zone(env, "SHOP_TIMEZONE"),
        support_opens=_time(env, "SUPPORT_OPENS", "09:00"),
        support_closes=_time(env, "SUPPORT_CLOSES", "18:00"),
        support_country=env.str("SUPPORT_COUNTRY", ""),
        support_languages=tuple(filter(None, env.list("SUPPORT_LANGUAGES", ["en"]))) or ("en",),
        helpdesks=helpdesks,
        smtp_url=env.str("SMTP_URL", ""),
        mail_from=env.str("MAIL_FROM", ""),
        support_mailbox=env.str("SUPPORT_MAILBOX", ""),
        inbox_url=(inbox_url() or f"{pages}/inbox").rstrip("/"),
        shop_url=(env.str("SHOP_URL", "") or pages).rstrip("/"),
        pages_url=(env.str("PAGES_URL", "") or pages).rstrip("/"),
        attachments_dir=variables.attachments_dir(),
        inbox_secret=read_secret("INBOX_SECRET", guessable_allowed=is_demo),
        inbox_company=read_identity_provider(env),
        inbox_idle=timedelta(minutes=env.float("INBOX_IDLE_MIN", 60)),
        inbox_lifetime=timedelta(hours=env.float("INBOX_SESSION_H", 12)),
        web_proxies=web_proxies(),
        demo_mode=is_demo,
        conversations_db=variables.conversations_db(),
        retention_days=retention_days,
        journal_days=journal_days,
        audit_days=_audit_days(env, retention_days, journal_days),
        redis_url=variables.redis_url(),
        lease_s=variables.lease_s(),
        radar=read_radar(env),
        zendesk=read_zendesk(env) if "zendesk" in helpdesks else None,
        gorgias=read_gorgias(env) if "gorgias" in helpdesks else None,
        chatwoot=read_chatwoot(env) if "chatwoot" in helpdesks else None,
    )


def _zone(env: Env, name: str) -> ZoneInfo:
    told = env.str(name, "") or "UTC"
    try:
        return ZoneInfo(told)
    except (LookupError, ValueError, OSError) as error:
        raise EnvError(f"{name} must be a time zone as Europe/London is one, not {told!r}") from error


def _time(env: Env, name: str, default: str) -> time:
    told = env.str(name, "") or default
    try:
        return time.fromisoformat(told)
    except ValueError as error:
        raise EnvError(f"{name} must be a time as 09:00 is one, not {told!r}") from error


def _days(env: Env, name: str, default: int) -> int:
    days: int = env.int(name, default)
    if days < 0:
        raise EnvError(f"{name} must be a number of days, or 0 for ever")
    return days


def _audit_days(env: Env, *others: int) -> int:
    """Read the audit log's period: who did what is kept at least as long as what it was done to; 0 is for ever."""
    longest = 0 if 0 in others else max(others)
    days = _days(env, "AUDIT_RETENTION_DAYS", max(_AUDIT_DAYS, longest) if longest else 0)
    if days and (not longest or days < longest):
        raise EnvError("AUDIT_RETENTION_DAYS must be 0 or at least RETENTION_DAYS and JOURNAL_RETENTION_DAYS")
    return days
