"""The queue: which cases wait, whose they are, and finding one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.views import QueueFilter, QueueLine
from parcelbot.core.paging import Page
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_required, current_agent
from parcelbot.inbox.template_helpers import page_number, people, say, word_helpers

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


def create_blueprint(parts: InboxDependencies) -> Blueprint:
    """The queue, its live part, and the search."""
    pages = Blueprint("inbox_queue", __name__, url_prefix="/inbox")
    word_helpers(pages)

    @pages.get("/")
    @agent_required
    def index() -> ResponseReturnValue:
        shown = _filter(request.args.get("show", ""))
        return render_template("inbox/queue.html", heading=_HEADINGS[shown], **_queue(parts, shown))

    @pages.get("/queue/live")
    @agent_required
    def live() -> ResponseReturnValue:
        return render_template("inbox/queue_live.html", **_queue(parts, _filter(request.args.get("show", ""))))

    @pages.get("/search")
    @agent_required
    def search() -> ResponseReturnValue:
        return render_template("inbox/queue.html", **_found(parts, request.args.get("q", "").strip()[:_MAX_SEARCH]))

    return pages


def _queue(parts: InboxDependencies, shown: QueueFilter) -> dict[str, Any]:
    agent = current_agent()
    page = parts.desk.queue(shown, agent, page_number())
    return {
        **_listed(parts, page, lambda number: url_for("inbox_queue.index", show=shown.value, page=number)),
        "filters": FILTERS,
        "counts": parts.desk.counts(agent),
        "shown": shown,
        "empty": _EMPTY[shown],
        "live": url_for("inbox_queue.live", show=shown.value, page=page.page),
    }


def _found(parts: InboxDependencies, text: str) -> dict[str, Any]:
    """What matches; who searched for what is written down, as it may be a shopper's e-mail."""
    agent = current_agent()
    if not text:
        page = Page[QueueLine]()
    else:
        parts.audit.write(agent.email, "searched", detail=text)
        page = parts.desk.search(text, agent, page_number())
    return {
        **_listed(parts, page, lambda number: url_for("inbox_queue.search", q=text, page=number)),
        "heading": f"{page.total} found" if text else "Search",
        "q": text,
        "empty": f"Nothing matches “{text}”." if text else "Type an order, a tracking number, an e-mail or some words.",
        "live": "",
    }


def _listed(parts: InboxDependencies, page: Page[QueueLine], page_address: Callable[[int], str]) -> dict[str, Any]:
    return {"page": page, "names": people(parts), "say": say(parts), "page_address": page_address}


def _filter(name: str) -> QueueFilter:
    known = {filter.value: filter for filter in QueueFilter}
    return known.get(name, QueueFilter.NEW)
