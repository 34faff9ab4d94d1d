"""Show the ticket page: everything about one case, its live part, and the parcel looked up again."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from parcelbot.core.handover.views import TicketUnknown
from parcelbot.inbox.case.files import add_files
from parcelbot.inbox.case.page_context import CasePageContext
from parcelbot.inbox.case.parcel import as_in_ticket, as_of_now
from parcelbot.inbox.case.presence import Presence
from parcelbot.inbox.case.reasons import Reasons
from parcelbot.inbox.case.ticket_forms import add_forms
from parcelbot.inbox.case.ticket_reply import add_reply, add_writing
from parcelbot.inbox.case.transcript import last_seq
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_required, current_agent
from parcelbot.inbox.template_helpers import add_label_helpers


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the pages of one ticket, with what can be done to it."""
    pages = Blueprint("inbox_ticket", __name__, url_prefix="/inbox/tickets")
    context = CasePageContext(inbox, Reasons(inbox.services.knowledge.tables, inbox.titles), Presence())
    add_label_helpers(pages)
    pages.register_error_handler(TicketUnknown, lambda _: current_app.handle_http_exception(NotFound()))
    _add_page(pages, context)
    _add_live(pages, context)
    add_forms(pages, context)
    add_reply(pages, context)
    add_writing(pages, context)
    add_files(pages, inbox)
    return pages


def _add_page(pages: Blueprint, context: CasePageContext) -> None:
    inbox = context.inbox

    @pages.get("/<reference>")
    @agent_required
    def page(reference: str) -> ResponseReturnValue:
        """Show the case; its lines count as read from now on, and the audit log says who opened it."""
        agent = current_agent()
        case = inbox.desk.case(reference, agent)
        if case.ticket.reference != reference:
            return redirect(url_for("inbox_ticket.page", reference=case.ticket.reference), 303)
        inbox.audit.write(agent.email, "viewed", reference)
        inbox.desk.mark_read(reference, agent, last_seq(case))
        context.presence.note(reference, agent.email, agent.name, writing=False, now=inbox.clock())
        live = request.args.get("parcel") == "now"
        parcel = as_of_now(inbox.services, case.ticket) if live else as_in_ticket(case.ticket)
        return render_template("inbox/ticket.html", **context.for_page(case, agent, parcel))


def _add_live(pages: Blueprint, context: CasePageContext) -> None:
    inbox = context.inbox

    @pages.get("/<reference>/live")
    @agent_required
    def live(reference: str) -> ResponseReturnValue:
        """Show what changed since seq `after`; a hidden page has read nothing."""
        agent = current_agent()
        case = inbox.desk.case(reference, agent)
        after = _seq(request.args.get("after", ""))
        if not request.args.get("hidden"):
            writing = bool(request.args.get("writing"))
            context.presence.note(reference, agent.email, agent.name, writing, inbox.clock())
            if last_seq(case) > after:
                inbox.desk.mark_read(reference, agent, last_seq(case))
        return render_template("inbox/ticket_live.html", **context.for_live_part(case, agent, after))

    @pages.get("/<reference>/parcel")
    @agent_required
    def parcel(reference: str) -> ResponseReturnValue:
        case = inbox.desk.case(reference, current_agent())
        parcel_now = as_of_now(inbox.services, case.ticket)
        return render_template("inbox/parcel_live.html", **context.for_parcel(case.ticket, parcel_now))


def _seq(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
