"""The web app's settings, all from the environment; `.env.example` explains each name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from environs import Env

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class WebConfig:
    """What the web app needs to know. `assistant_url` is what a shopper's browser can reach.

    With `widget_release` the page loads `widget/dist` (made by `npm run build`) instead of the sources.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    assistant_url: str = "http://127.0.0.1:5005"
    demo_orders: Path = field(default=Path("demo/orders.yml"))
    demo_shipments: Path = field(default=Path("demo/shipments.yml"))
    widget: Path = field(default=ROOT / "widget")
    widget_release: bool = False


def config_from_env() -> WebConfig:
    """Read the environment; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    rasa_port = env.int("RASA_PORT", 5005)
    return WebConfig(
        host=env.str("HOST", "127.0.0.1"),
        port=env.int("WEB_PORT", 8080),
        assistant_url=(env.str("ASSISTANT_URL", "") or f"http://127.0.0.1:{rasa_port}").rstrip("/"),
        demo_orders=Path(env.str("DEMO_ORDERS", "") or "demo/orders.yml"),
        demo_shipments=Path(env.str("SANDBOX_SHIPMENTS", "") or "demo/shipments.yml"),
        widget_release=env.bool("WIDGET_RELEASE", False),
    )
