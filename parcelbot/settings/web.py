"""Read the web app's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from environs import Env

from parcelbot.settings import variables

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class WebConfig:
    """Addresses and files of the web app. `assistant_url` is what a shopper's browser can reach.

    With `widget_release` the page loads the `dist` of `widget/` (made by `npm run build`) instead of the sources.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    assistant_url: str = "http://127.0.0.1:5006"
    demo_orders: Path = field(default=Path("demo/orders.yml"))
    demo_shipments: Path = field(default=Path("demo/shipments.yml"))
    widget: Path = field(default=ROOT / "widget")
    widget_release: bool = False


def read_web_config() -> WebConfig:
    """Read the settings; a value that cannot be read raises environs.EnvError with its name."""
    return WebConfig(
        host=variables.host(),
        port=variables.WEB_PORT.read(),
        assistant_url=variables.assistant_url(),
        demo_orders=variables.demo_orders(),
        demo_shipments=variables.demo_shipments(),
        widget_release=Env().bool("WIDGET_RELEASE", False),
    )
