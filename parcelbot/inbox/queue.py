"""Show the queue (which cases wait, whose they are) and search it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.views import QueueFilter, QueueLine
from parcelbot.core.languages import language_words
from parcelbot.core.owner.audit import ORDERS_GUESSED, AuditFilter
from parcelbot.core.paging import Page
from parcelbot.core.parcel.guessing import WINDOW
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_required, current_agent
from parcelbot.inbox.request_values import choice_of, page_number
from parcelbot.inbox.template_helpers import add_label_helpers, agent_names, time_labels

#: The tabs, in their order.
FILTERS: Mapping[QueueFilter, str] = {
    QueueFilter.NEW: "New",
    QueueFilter.MINE: "Mine",
    QueueFilter.WAITING: "Waiting",
    QueueFilter.OVERDUE: "Overdue",
    QueueFilter.SOLVED: "Solved",
    QueueFilter.ALL: "All",
}
_HEADINGS: Mapping[QueueFilter, str] = {
    QueueFilter.NEW: "New cases",
    QueueFilter.MINE: "My cases",
    QueueFilter.WAITING: "Shoppers who wait for a word",
    QueueFilter.OVERDUE: "Promises that have passed",
    QueueFilter.SOLVED: "Solved cases",
    QueueFilter.ALL: "All cases",
}
_EMPTY: Mapping[QueueFilter, str] = {
    QueueFilter.NEW: "No case waits for somebody to take it.",
    QueueFilter.MINE: "You have no open case. Take one from “New”.",
    QueueFilter.WAITING: "Nobody waits for an answer.",
    QueueFilter.OVERDUE: "No promise has been broken.",
    QueueFilter.SOLVED: "Nothing has been solved yet.",
    QueueFilter.ALL: "No case has been handed over yet.",
}
_MAX_SEARCH = 200


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the queue, its live part, and the search."""
    pages = Blueprint("inbox_queue", __name__, url_prefix="/inbox")
    add_label_helpers(pages)

    @pages.get("/")
    @agent_required
    def index() -> ResponseReturnValue:
        shown = _filter()
        return render_template("inbox/queue.html", heading=_HEADINGS[shown], **_queue(inbox, shown), **_guessing(inbox))

    @pages.get("/queue/live")
    @agent_required
    def live() -> ResponseReturnValue:
        return render_template("inbox/queue_live.html", **_queue(inbox, _filter()))

    @pages.get("/search")
    @agent_required
    def search() -> ResponseReturnValue:
        return render_template("inbox/queue.html", **_found(inbox, request.args.get("q", "").strip()[:_MAX_SEARCH]))

    return pages


def _queue(inbox: InboxDependencies, shown: QueueFilter) -> dict[str, Any]:
    agent, language = current_agent(), _language()
    page = inbox.desk.queue(shown, agent, page_number(), language)
    within: dict[str, Any] = {"show": shown.value, "language": language or None}
    return {
        **_listed(inbox, page, lambda number: url_for("inbox_queue.index", **within, page=number)),
        "language": language,
        "languages": sorted({*inbox.desk.languages(), language} - {""}, key=language_words),
        "filters": FILTERS,
        "counts": inbox.desk.counts(agent),
        "shown": shown,
        "empty": _EMPTY[shown],
        "live": url_for("inbox_queue.live", **within, page=page.page),
    }


def _guessing(inbox: InboxDependencies) -> dict[str, Any]:
    """Count for admins how often orders were closed of late because somebody guessed; {} for agents."""
    if not current_agent().is_admin:
        return {}
    lately = AuditFilter(action=ORDERS_GUESSED, since=inbox.clock() - WINDOW)
    return {"guessed": inbox.audit.page(lately).total, "guessing": ORDERS_GUESSED}


def _found(inbox: InboxDependencies, text: str) -> dict[str, Any]:
    """Search for `text`; the audit log says who searched for what, as it may be a shopper's e-mail."""
    agent = current_agent()
    if not text:
        page = Page[QueueLine]()
    else:
        inbox.audit.write(agent.email, "searched", detail=text)
        page = inbox.desk.search(text, agent, page_number())
    return {
        **_listed(inbox, page, lambda number: url_for("inbox_queue.search", q=text, page=number)),
        "heading": f"{page.total} found" if text else "Search",
        "q": text,
        "empty": f"Nothing matches “{text}”." if text else "Type an order, a tracking number, an e-mail or some words.",
        "live": "",
    }


def _listed(inbox: InboxDependencies, page: Page[QueueLine], page_address: Callable[[int], str]) -> dict[str, Any]:
    return {"page": page, "names": agent_names(inbox), "time_labels": time_labels(inbox), "page_address": page_address}


def _language() -> str:
    """Give the code of the language that the queue is filtered by; "" for all."""
    code = request.args.get("language", "")
    return code if language_words(code) != code else ""


def _filter() -> QueueFilter:
    return choice_of(QueueFilter, request.args.get("show", "")) or QueueFilter.NEW
