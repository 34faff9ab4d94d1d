"""Read the website channel's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from environs import Env

from parcelbot.settings import variables
from parcelbot.settings.demo_mode import demo_mode
from parcelbot.settings.secret_values import read_secret


@dataclass(frozen=True)
class Rate:
    """`burst` calls at once, `per_s` more with every second that passes."""

    burst: float
    per_s: float


def a_day(calls: int) -> Rate:
    """So many calls at once, and as many more with every day."""
    return Rate(calls, calls / timedelta(days=1).total_seconds())


# Per address, and an office or a forgotten SANIC_PROXIES_COUNT makes many shoppers one address: generous.
_REQUESTS = Rate(burst=2000, per_s=200)
_SESSIONS = Rate(burst=200, per_s=5)
_MESSAGES = Rate(burst=20, per_s=1)
_NETWORK_MESSAGES = Rate(burst=100, per_s=10)
_SESSIONS_A_DAY, _MESSAGES_A_DAY = 20_000, 50_000
_DAY_SESSIONS, _DAY_MESSAGES = a_day(_SESSIONS_A_DAY), a_day(_MESSAGES_A_DAY)
_MB = 1024 * 1024
_STORAGE_MB, _NETWORK_STORAGE_MB = 5000, 200
_DEMO_HOSTS = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class WebsiteSettings:
    """Settings of the channel in one server process. "" switches a feature off or to its default.

    An empty `token_secret` means: make one and keep it in the database. `silence_s` is how long the
    assistant may be silent, `keepalive_s` how often an idle stream says that it lives, `lease_s` for how long
    a worker that died keeps others from its conversations, `pause_s` how long a shopper has written nothing before the
    assistant answers a line that may go on, `first_pause_s` the same for a conversation that opens
    without a number. `helpdesks` get a copy of every ticket. Shoppers' files take
    `storage_bytes` at most, and those that came from one network within a day `network_storage_bytes`.
    """

    database_url: str = variables.DEFAULT_DATABASE_URL
    redis_url: str = ""
    token_secret: str = field(default="", repr=False)
    token_days: int = 30
    identity_secret: str = field(default="", repr=False)
    origins: tuple[str, ...] = ()
    attachments_dir: Path = variables.DEFAULT_ATTACHMENTS_DIR
    locales: Path = variables.DEFAULT_LOCALES
    knowledge: Path = variables.DEFAULT_KNOWLEDGE
    silence_s: float = 8.0
    keepalive_s: float = 15.0
    lease_s: float = variables.DEFAULT_LEASE_S
    pause_s: float = 0.6
    first_pause_s: float = 0.9
    requests_rate: Rate = _REQUESTS
    sessions_rate: Rate = _SESSIONS
    messages_rate: Rate = _MESSAGES
    network_messages_rate: Rate = _NETWORK_MESSAGES
    day_sessions_rate: Rate = _DAY_SESSIONS
    day_messages_rate: Rate = _DAY_MESSAGES
    streams_per_conversation: int = 10
    storage_bytes: int = _STORAGE_MB * _MB
    network_storage_bytes: int = _NETWORK_STORAGE_MB * _MB
    helpdesks: tuple[str, ...] = ()


def read_website_settings() -> WebsiteSettings:
    """Read the settings; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    fallback = WebsiteSettings()
    return WebsiteSettings(
        database_url=variables.database_url(),
        redis_url=variables.redis_url(),
        token_secret=read_secret("WEBSITE_TOKEN_SECRET", guessable_allowed=demo_mode()),
        token_days=env.int("WEBSITE_TOKEN_DAYS", fallback.token_days),
        identity_secret=read_secret("WEBSITE_IDENTITY_SECRET", guessable_allowed=demo_mode()),
        origins=tuple(filter(None, env.list("WEBSITE_ORIGINS", []))) or _demo_origins(),
        attachments_dir=variables.attachments_dir(),
        locales=variables.locales(),
        knowledge=variables.knowledge(),
        silence_s=env.float("WEBSITE_SILENCE_S", fallback.silence_s),
        keepalive_s=env.float("WEBSITE_KEEPALIVE_S", fallback.keepalive_s),
        lease_s=variables.lease_s(),
        pause_s=env.float("WEBSITE_PAUSE_S", fallback.pause_s),
        first_pause_s=env.float("WEBSITE_FIRST_PAUSE_S", fallback.first_pause_s),
        requests_rate=Rate(
            env.float("WEBSITE_REQUESTS_BURST", _REQUESTS.burst), env.float("WEBSITE_REQUESTS_PER_S", _REQUESTS.per_s)
        ),
        sessions_rate=Rate(
            env.float("WEBSITE_SESSIONS_BURST", _SESSIONS.burst), env.float("WEBSITE_SESSIONS_PER_S", _SESSIONS.per_s)
        ),
        messages_rate=Rate(
            env.float("WEBSITE_MESSAGES_BURST", _MESSAGES.burst), env.float("WEBSITE_MESSAGES_PER_S", _MESSAGES.per_s)
        ),
        network_messages_rate=Rate(
            env.float("WEBSITE_NETWORK_MESSAGES_BURST", _NETWORK_MESSAGES.burst),
            env.float("WEBSITE_NETWORK_MESSAGES_PER_S", _NETWORK_MESSAGES.per_s),
        ),
        day_sessions_rate=a_day(env.int("WEBSITE_NETWORK_SESSIONS_PER_DAY", _SESSIONS_A_DAY)),
        day_messages_rate=a_day(env.int("WEBSITE_NETWORK_MESSAGES_PER_DAY", _MESSAGES_A_DAY)),
        storage_bytes=env.int("WEBSITE_STORAGE_MB", _STORAGE_MB) * _MB,
        network_storage_bytes=env.int("WEBSITE_NETWORK_STORAGE_MB", _NETWORK_STORAGE_MB) * _MB,
        helpdesks=variables.helpdesks(),
    )


def _demo_origins() -> tuple[str, ...]:
    """Give where this machine's browsers see the demo shop, wherever its pages listen."""
    return tuple(f"http://{host}:{variables.WEB_PORT.read()}" for host in _DEMO_HOSTS)
