"""The web process's part of the composition root: the demo shop, the inbox, and where helpdesks call back."""

from __future__ import annotations

from flask import Flask

from parcelbot.bootstrap_helpdesks import build_chatwoot_hook
from parcelbot.bootstrap_inbox import inbox_parts
from parcelbot.settings import Settings
from parcelbot.web import create_app, hooks
from parcelbot.web.config import WebConfig


def web_app(config: WebConfig, settings: Settings) -> Flask:
    """Everything that is served on WEB_PORT; opens the database."""
    parts = inbox_parts(settings)
    chatwoot = build_chatwoot_hook(settings, parts.desk, parts.outbox, parts.clock)
    return create_app(config, parts, [hooks.create_blueprint(chatwoot)] if chatwoot else [])
