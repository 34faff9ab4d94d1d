"""Show admins what leaves the house (what waits, what arrived, what failed) and let them try again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.outgoing.deliveries import DeliveryKind, DeliveryState, OutboxLine
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required, current_agent
from parcelbot.inbox.request_values import choice_of, page_number
from parcelbot.inbox.template_helpers import time_labels

STATES: Mapping[DeliveryState, str] = {
    DeliveryState.DEAD: "Failed",
    DeliveryState.WAITING: "Waiting",
    DeliveryState.DELIVERED: "Delivered",
    DeliveryState.CANCELLED: "Not needed",
}
KINDS: Mapping[DeliveryKind, str] = {
    DeliveryKind.TICKET: "The case",
    DeliveryKind.MESSAGE: "A line of the chat",
    DeliveryKind.STATUS: "Where the case stands",
    DeliveryKind.REPLY_MAIL: "An e-mail to the shopper",
    DeliveryKind.NEWS_MAIL: "News of a watched parcel",
    DeliveryKind.CONFIRM_MAIL: "The question whether an address is theirs",
    DeliveryKind.NEWS_PUSH: "A notification of a watched parcel",
    DeliveryKind.RADAR_FINDING: "A parcel that the radar found",
}
ABOUT_PARCELS = (DeliveryKind.NEWS_MAIL, DeliveryKind.CONFIRM_MAIL, DeliveryKind.NEWS_PUSH)
DESTINATIONS: Mapping[str, str] = {
    "zendesk": "Zendesk",
    "gorgias": "Gorgias",
    "chatwoot": "Chatwoot",
    "email": "the support mailbox",
    "shopper_mail": "the shopper",
    "news_mail": "who watches it",
    "browser_push": "a browser of who watches it",
    "radar_hook": "your webhook",
}

#: The worker looks every second; what is due for so long has nobody to deliver it.
_NOBODY_AFTER = timedelta(minutes=10)


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page of deliveries by state, newest first, with retrying one that failed or all of a destination."""
    pages = Blueprint("inbox_deliveries", __name__, url_prefix="/inbox/deliveries")

    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        return _page(inbox)

    @pages.post("/<int:delivery_id>/retry")
    @admin_required
    def retry(delivery_id: int) -> ResponseReturnValue:
        return _retried(inbox, inbox.outbox.retry(delivery_id), f"delivery {delivery_id}")

    @pages.post("/retry")
    @admin_required
    def retry_all() -> ResponseReturnValue:
        destination = request.form.get("destination", "")
        return _retried(inbox, inbox.outbox.retry_all(destination), f"all failed for {destination[:40]}")

    return pages


def _page(inbox: InboxDependencies) -> str:
    counts, now = inbox.outbox.counts(), inbox.clock()
    shown = choice_of(DeliveryState, request.args.get("state", "")) or _worth_a_look(counts)
    return render_template(
        "inbox/deliveries.html",
        shown=shown,
        counts=counts,
        found=inbox.outbox.list(shown, page_number()),
        failing=inbox.outbox.dead_by_destination() if shown is DeliveryState.DEAD else {},
        time_labels=time_labels(inbox),
        forgotten=lambda line: _forgotten(line, now),
        states=STATES,
        kinds=KINDS,
        about_parcels=ABOUT_PARCELS,
        destinations=DESTINATIONS,
    )


def _retried(inbox: InboxDependencies, count: int, what: str) -> ResponseReturnValue:
    if count:
        inbox.audit.write(current_agent().email, "retried_delivery", detail=f"{what} ({count})")
        flash(f"{count} {'delivery' if count == 1 else 'deliveries'} will be tried again now.", "good")
    else:
        flash("There was nothing to try again: somebody was faster.")
    return redirect(url_for("inbox_deliveries.index", state=DeliveryState.DEAD.value), 303)


def _worth_a_look(counts: Mapping[DeliveryState, int]) -> DeliveryState:
    return DeliveryState.DEAD if counts[DeliveryState.DEAD] else DeliveryState.WAITING


def _forgotten(line: OutboxLine, now: datetime) -> bool:
    """True for what is long due and nobody tries: no worker runs, or its destination is not in HELPDESK any more."""
    due = line.state is DeliveryState.WAITING and not line.blocked and not line.delivery.runner
    return due and now - line.not_before > _NOBODY_AFTER
