"""Put the agents' inbox together: its blueprints below /inbox, and what protects them."""

from __future__ import annotations

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFProtect

from parcelbot.inbox.admin.audit_page import create_blueprint as audit_page
from parcelbot.inbox.admin.deliveries import create_blueprint as deliveries
from parcelbot.inbox.admin.figures import create_blueprint as figures
from parcelbot.inbox.admin.privacy import create_blueprint as privacy
from parcelbot.inbox.admin.radar_page import create_blueprint as radar
from parcelbot.inbox.admin.team import create_blueprint as team
from parcelbot.inbox.case.ticket import create_blueprint as ticket
from parcelbot.inbox.dependencies import InboxDependencies, InboxSettings
from parcelbot.inbox.entrance.auth import require_log_in
from parcelbot.inbox.entrance.pages import create_blueprint as entrance
from parcelbot.inbox.navigation import show_navigation
from parcelbot.inbox.protection import protect
from parcelbot.inbox.queue import create_blueprint as queue
from parcelbot.inbox.watched import create_blueprint as watched

__all__ = ["InboxDependencies", "InboxSettings", "create_blueprints", "install"]


def create_blueprints(inbox: InboxDependencies) -> tuple[Blueprint, ...]:
    """Build every page of the inbox."""
    makers = (entrance, queue, ticket, watched, radar, figures, deliveries, team, privacy, audit_page)
    return tuple(make(inbox) for make in makers)


def install(app: Flask, inbox: InboxDependencies) -> CSRFProtect:
    """Give `app` the inbox.

    Returns the CSRF guard, which refuses every POST without a token: a webhook has to be exempted by name.
    """
    protect(app, inbox.settings)
    require_log_in(app, inbox.accounts)
    guard = CSRFProtect(app)
    for blueprint in create_blueprints(inbox):
        app.register_blueprint(blueprint)
    show_navigation(app, inbox)
    return guard
