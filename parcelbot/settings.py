"""What an operator may set, all from the environment; `.env.example` explains each name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from environs import Env

from parcelbot.store.engine import DEFAULT_URL


@dataclass(frozen=True)
class Settings:
    """Settings of the action server and the command-line tools."""

    database_url: str
    tracking_url: str
    tracking_key: str
    tracking_ttl_s: float
    demo_orders: Path
    shopify_url: str
    shopify_token: str
    knowledge: Path
    timezone: ZoneInfo
    support_opens: time
    support_closes: time
    support_country: str


def read_settings() -> Settings:
    """Read the environment; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    sandbox = f"http://127.0.0.1:{env.int('SANDBOX_PORT', 8017)}/track/v2.2"
    return Settings(
        database_url=env.str("DATABASE_URL", "") or DEFAULT_URL,
        tracking_url=env.str("TRACKING_URL", "") or sandbox,
        tracking_key=env.str("TRACKING_KEY", "") or "sandbox",
        tracking_ttl_s=env.float("TRACKING_TTL_S", 15.0),
        demo_orders=Path(env.str("DEMO_ORDERS", "") or "demo/orders.yml"),
        shopify_url=env.str("SHOPIFY_URL", ""),
        shopify_token=env.str("SHOPIFY_TOKEN", ""),
        knowledge=Path(env.str("KNOWLEDGE_DIR", "") or "knowledge"),
        timezone=ZoneInfo(env.str("SHOP_TIMEZONE", "") or "UTC"),
        support_opens=time.fromisoformat(env.str("SUPPORT_OPENS", "09:00")),
        support_closes=time.fromisoformat(env.str("SUPPORT_CLOSES", "18:00")),
        support_country=env.str("SUPPORT_COUNTRY", ""),
    )
