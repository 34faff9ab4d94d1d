"""Show which parcels are watched for shoppers, and let agents end that, begin it, and decide about news they hold."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import Agent
from parcelbot.core.wording import mask_email
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_required, current_agent
from parcelbot.inbox.labels import CONSENTS, WANTED
from parcelbot.inbox.request_values import page_number
from parcelbot.inbox.template_helpers import add_label_helpers, time_labels


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page, and what can be done to one watch."""
    pages = Blueprint("inbox_watched", __name__, url_prefix="/inbox/watched")
    add_label_helpers(pages)
    _add_page(pages, inbox)
    _add_forms(pages, inbox)
    _add_beginning(pages, inbox)
    return pages


def _add_page(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.get("/")
    @agent_required
    def index() -> ResponseReturnValue:
        found = inbox.watched.page(page_number())
        return render_template(
            "inbox/watched.html",
            found=found,
            time_labels=time_labels(inbox),
            wanted=WANTED,
            consents=CONSENTS,
            mask_email=mask_email,
        )


def _add_forms(pages: Blueprint, inbox: InboxDependencies) -> None:
    desk = inbox.watched

    @pages.post("/<watch_id>/end")
    @agent_required
    def end(watch_id: str) -> ResponseReturnValue:
        return _done(inbox, "ended_watch", watch_id, lambda _: desk.end(watch_id), "Nothing more is written about it.")

    @pages.post("/<watch_id>/close-page")
    @agent_required
    def close_page(watch_id: str) -> ResponseReturnValue:
        def close(_: Agent) -> bool:
            desk.close_page(watch_id)
            return True

        return _done(inbox, "closed_parcel_page", watch_id, close, "Nobody can open the parcel's page any more.")

    @pages.post("/<watch_id>/send")
    @agent_required
    def send(watch_id: str) -> ResponseReturnValue:
        return _done(inbox, "sent_news", watch_id, lambda agent: desk.say(watch_id, agent), "The shopper has the news.")

    @pages.post("/<watch_id>/drop")
    @agent_required
    def drop(watch_id: str) -> ResponseReturnValue:
        return _done(inbox, "dropped_news", watch_id, lambda _: desk.drop(watch_id), "The news stay unsaid.")


def _add_beginning(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/for/<reference>")
    @agent_required
    def begin(reference: str) -> ResponseReturnValue:
        """Watch the parcel of a case for its shopper."""
        agent = current_agent()
        ticket = inbox.desk.case(reference, agent).ticket
        return _done(
            inbox,
            "began_watch",
            reference,
            lambda who: inbox.watched.begin(ticket, who),
            "The shopper is written to when there is news.",
        )


def _done(
    inbox: InboxDependencies, action: str, what: str, act: Callable[[Agent], bool], said: str
) -> ResponseReturnValue:
    """Carry out one form, note it in the audit log, and go back to where the agent came from."""
    agent, reference = current_agent(), request.form.get("reference", "")
    if act(agent):
        inbox.audit.write(agent.email, action, reference[:12], detail=what)
        flash(said, "good")
    else:
        flash("There was nothing to do: it was over already.")
    address = url_for("inbox_ticket.page", reference=reference) if reference else url_for("inbox_watched.index")
    return redirect(address, 303)
