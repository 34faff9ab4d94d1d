"""Show admins the audit log: who saw and did what."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import normal_email
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required
from parcelbot.inbox.request_values import day_asked_for, page_number


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page of the log, by agent, ticket and day; looking at it changes nothing and is not in it."""
    pages = Blueprint("inbox_audit", __name__, url_prefix="/inbox/audit")

    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        wanted = _wanted()
        found = inbox.audit.page(wanted, page_number())
        return render_template("inbox/audit.html", wanted=wanted, found=found, zone=inbox.zone)

    return pages


def _wanted() -> AuditFilter:
    return AuditFilter(
        agent=normal_email(request.args.get("agent", "")),
        reference=request.args.get("reference", "").strip().upper(),
        day=day_asked_for("day"),
        action=request.args.get("action", "").strip(),
    )
