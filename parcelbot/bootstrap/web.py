"""Build the web process: the demo shop, the inbox, and where helpdesks and tracking providers call back."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask

from parcelbot.bootstrap.base import Clock, database_answers, open_database
from parcelbot.bootstrap.inbox import inbox_dependencies
from parcelbot.bootstrap.pushes import build_tracking_hooks
from parcelbot.bootstrap.watching import build_pages
from parcelbot.helpdesk.chatwoot import NAME
from parcelbot.helpdesk.chatwoot_relay import AgentsDesk, Relay
from parcelbot.locales.widget import widget_modules
from parcelbot.settings.shared import Settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.usecases.assistant import Services
from parcelbot.web import create_app, hooks, parcel_page, readiness, tracking_hook
from parcelbot.web.hooks import ChatwootHook


def web_app(config: WebConfig, settings: Settings) -> Flask:
    """Wire everything that is served on WEB_PORT; opens the database."""
    engine = open_database(settings)
    inbox = inbox_dependencies(settings, engine)
    chatwoot = _chatwoot_hook(settings, inbox.desk, Outbox(engine), inbox.clock)
    pushes = map(tracking_hook.create_blueprint, build_tracking_hooks(settings, engine, inbox.services))
    parcels = parcel_page.create_blueprint(build_pages(settings, engine, inbox.services), settings.shop_url)
    ready = readiness.create_blueprint(lambda: database_answers(engine))
    webhooks = [ready, parcels, *pushes, *([hooks.create_blueprint(chatwoot)] if chatwoot else [])]
    return create_app(config, inbox, webhooks, widget_words(inbox.services))


def widget_words(services: Services) -> Mapping[str, str]:
    """Give the modules of the widget's words in the languages that are spoken, by their names."""
    words = {code: language.widget for code, language in services.languages.items()}
    return widget_modules(services.language_table, words)


def _chatwoot_hook(settings: Settings, desk: AgentsDesk, outbox: Outbox, clock: Clock) -> ChatwootHook | None:
    """Wire Chatwoot's webhook; None where Chatwoot is not used or could not prove that it is itself."""
    account = settings.chatwoot
    if account is None or not (account.webhook_secret or account.webhook_token):
        return None
    relay = Relay(desk, lambda remote_id: outbox.reference_of(NAME, remote_id))
    return ChatwootHook(relay, clock, account.webhook_secret, account.webhook_token)
