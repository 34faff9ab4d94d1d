"""Show the links at the top of every page, how much is unread, and a warning when parcels can soon not be looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Flask, request, url_for

from parcelbot.core.handover.agents import Agent
from parcelbot.core.owner.quota import QuotaState
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_or_none, is_inbox_path


@dataclass(frozen=True)
class _Entry:
    title: str
    endpoint: str
    admins_only: bool = False
    more: str = ""

    @property
    def blueprints(self) -> tuple[str, str]:
        """List the blueprints that belong to it; `more` is one that is reached from it."""
        return self.endpoint.partition(".")[0], self.more


#: In the order in which they are shown; a page that is not installed has no link.
_ENTRIES = (
    _Entry("Queue", "inbox_queue.index", more="inbox_ticket"),
    _Entry("Watched parcels", "inbox_watched.index"),
    _Entry("Radar", "inbox_radar.index", admins_only=True),
    _Entry("Numbers", "inbox_figures.index", admins_only=True),
    _Entry("Deliveries", "inbox_deliveries.index", admins_only=True),
    _Entry("Privacy", "inbox_privacy.index", admins_only=True),
    _Entry("Team", "inbox_team.index", admins_only=True),
    _Entry("Audit log", "inbox_audit.index", admins_only=True),
)


@dataclass(frozen=True)
class Link:
    """One entry as the template draws it; `here` is "page" for the page itself, "true" for one below it, else ""."""

    title: str
    address: str
    here: str


def show_navigation(app: Flask, inbox: InboxDependencies) -> None:
    """Give the templates `links`, `unread()` and `quota_warning()`."""

    @app.context_processor
    def navigation() -> dict[str, Any]:
        agent = agent_or_none() if is_inbox_path(request.path) else None
        warning = cache(lambda: quota_warning(inbox.quota()) if agent else "")
        return {"links": _links(app, agent), "unread": _unread_counter(inbox, agent), "quota_warning": warning}


def quota_warning(quota: QuotaState | None) -> str:
    """Word how few new parcels can still be looked up; "" while there are enough."""
    if quota is None or not quota.low:
        return ""
    if quota.spent:
        return "No new tracking number can be looked up: the quota of the tracking provider is used up."
    return f"Only {quota.remain} of {quota.total} new tracking numbers can still be looked up at the tracking provider."


def _links(app: Flask, agent: Agent | None) -> list[Link]:
    shown = [
        entry
        for entry in _ENTRIES
        if agent and entry.endpoint in app.view_functions and (agent.is_admin or not entry.admins_only)
    ]
    return [Link(entry.title, url_for(entry.endpoint), _here(entry)) for entry in shown]


def _here(entry: _Entry) -> str:
    if request.endpoint == entry.endpoint:
        return "page"
    return "true" if request.blueprint in entry.blueprints else ""


def _unread_counter(inbox: InboxDependencies, agent: Agent | None) -> Callable[[], int]:
    """Make the counter of unread lines, which asks once however often a page shows the count."""
    return cache(lambda: inbox.desk.unread(agent) if agent else 0)
