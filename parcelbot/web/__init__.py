"""The web app on WEB_PORT: the demo shop page and the chat widget's files."""

from __future__ import annotations

from flask import Flask

from parcelbot.web import shop
from parcelbot.web.config import WebConfig


def create_app(config: WebConfig) -> Flask:
    """Build the app. Further parts of the site join it as blueprints."""
    app = Flask(__name__)
    app.register_blueprint(shop.create_blueprint(config))
    return app
