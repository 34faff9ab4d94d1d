"""Serve the web app on WEB_PORT: the demo shop page, the chat widget's files, and the agents' inbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask import Blueprint, Flask

from parcelbot import inbox
from parcelbot.inbox import InboxDependencies
from parcelbot.settings.web import WebConfig
from parcelbot.telemetry.flask_requests import watch_requests
from parcelbot.web import shop


def create_app(
    config: WebConfig,
    inbox_dependencies: InboxDependencies | None = None,
    webhooks: Iterable[Blueprint] = (),
    widget_words: Mapping[str, str] | None = None,
) -> Flask:
    """Build the app; without `inbox_dependencies` it has no inbox. `webhooks` prove by themselves who calls them.

    `widget_words` are the modules of the widget's words in other languages, by their names.
    """
    app = Flask(__name__)
    watch_requests(app)
    app.register_blueprint(shop.create_blueprint(config, widget_words or {}))
    guard = inbox.install(app, inbox_dependencies) if inbox_dependencies else None
    for blueprint in webhooks:
        app.register_blueprint(blueprint)
        if guard:
            guard.exempt(blueprint)
    return app
