"""The stage for browser tests and screenshots: a browser, the demo shop, the stand-in assistant."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from parcelbot.locales.widget import widget_modules
from parcelbot.settings.web import read_web_config
from parcelbot.web import create_app
from tests.support.languages import all_spoken

FIXTURES = Path(__file__).with_name("fixtures")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

#: A slow machine is not a mistake of the page.
PATIENCE_MS = 30_000
_FLAGS = ["--disable-background-networking", "--disable-gpu", "--no-sandbox"]


def chromium_path() -> str | None:
    """Debian's Chromium, whatever it is called; None when there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium; what is expected of its pages has time to come true."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=_FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def shop(assistant_url: str, port: int = 0) -> Iterator[str]:
    """The demo shop, on a free port if none is given; gives its address.

    WIDGET_RELEASE=1 tries the built widget instead of its sources.
    """
    orders, shipments = FIXTURES / "orders.yml", FIXTURES / "shipments.yml"
    known = read_web_config()
    config = replace(known, assistant_url=assistant_url, demo_orders=orders, demo_shipments=shipments)
    app = create_app(config, widget_words=_words())
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@cache
def _words() -> Mapping[str, str]:
    """The widget's words in every language that can be spoken."""
    languages = all_spoken()
    return widget_modules(languages.table, {code: language.widget for code, language in languages.items()})


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Requests are not news in a test."""


def phone_context() -> dict[str, Any]:
    return {"viewport": PHONE, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}


def desktop_context() -> dict[str, Any]:
    return {"viewport": DESKTOP}
