"""Serve a small shop page with the chat widget on it, and the widget's files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask import Blueprint, Response, jsonify, render_template, send_from_directory

from parcelbot.settings.web import WebConfig
from parcelbot.web import demo

#: What a page loads of the widget's folder: its entry, its modules, and the release; not its tests and tools.
_WIDGET_FILE = re.compile(r"(?:parcel-chat|push-worker|(?:src|dist)/[\w/.-]+)\.js", re.ASCII)


def create_blueprint(config: WebConfig, widget_words: Mapping[str, str]) -> Blueprint:
    """Build the pages of the demo shop."""
    pages = Blueprint("shop", __name__, static_folder="static", static_url_path="/shop")
    _add_shop(pages, config)
    _add_widget(pages, config, widget_words)
    return pages


def _add_shop(pages: Blueprint, config: WebConfig) -> None:
    script = "dist/parcel-chat.js" if config.widget_release else "parcel-chat.js"

    @pages.get("/")
    def index() -> str:
        to_try = demo.load(config.demo_shipments, config.demo_orders)
        return render_template("shop.html", demo=to_try, assistant_url=config.assistant_url, script=script)

    @pages.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @pages.after_request
    def protect(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy(config.assistant_url)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


def _add_widget(pages: Blueprint, config: WebConfig, widget_words: Mapping[str, str]) -> None:
    @pages.get("/widget/languages/<name>.js")
    @pages.get("/widget/dist/languages/<name>.js")
    def words(name: str) -> Response | tuple[str, int]:
        if name not in widget_words:
            return "Not found", 404
        return Response(widget_words[name], mimetype="text/javascript")

    @pages.get("/widget/<path:name>")
    def widget(name: str) -> Response | tuple[str, int]:
        if not _WIDGET_FILE.fullmatch(name):
            return "Not found", 404
        return send_from_directory(config.widget, name, mimetype="text/javascript")


def policy(assistant_url: str) -> str:
    """Write a strict Content-Security-Policy: nothing inline, no markup from strings, one server to talk to."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            f"connect-src 'self' {assistant_url}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        )
    )
