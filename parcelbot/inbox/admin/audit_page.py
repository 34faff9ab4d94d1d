"""The admins' page about who saw and did what."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import normal_email
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required
from parcelbot.inbox.template_helpers import page_number

_FIRST_YEAR, _LAST_YEAR = 2000, 2999


def create_blueprint(parts: InboxDependencies) -> Blueprint:
    """The log, by agent, ticket and day; looking at it changes nothing and is not in it."""
    pages = Blueprint("inbox_audit", __name__, url_prefix="/inbox/audit")

    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        wanted = _wanted()
        found = parts.audit.page(wanted, page_number())
        return render_template("inbox/audit.html", wanted=wanted, found=found, zone=parts.zone)

    return pages


def _wanted() -> AuditFilter:
    return AuditFilter(
        agent=normal_email(request.args.get("agent", "")),
        reference=request.args.get("reference", "").strip().upper(),
        day=_day(request.args.get("day", "")),
    )


def _day(text: str) -> date | None:
    """A day that can have a log; None for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
