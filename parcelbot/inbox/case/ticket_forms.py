"""Carry out what an agent does to a case: claim, give back, take over, assign, status, priority, note."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.views import AlreadyClaimed, IllegalStatus
from parcelbot.inbox import labels
from parcelbot.inbox.case.page_context import MAX_TEXT_CHARS, CasePageContext
from parcelbot.inbox.case.parcel import as_in_ticket
from parcelbot.inbox.entrance.auth import agent_required, current_agent
from parcelbot.inbox.request_values import choice_of
from parcelbot.inbox.template_helpers import agent_names

_CHANGED = "Somebody has changed this meanwhile, so nothing was done. Look again and decide."


def add_forms(pages: Blueprint, context: CasePageContext) -> None:
    """Add every form but the reply's; each answers with a redirect and a sentence about what happened."""
    _add_owning(pages, context)
    _add_assigning(pages, context)
    _add_status(pages, context)
    _add_priority(pages, context)
    _add_notes(pages, context)


def _add_owning(pages: Blueprint, context: CasePageContext) -> None:
    desk = context.inbox.desk

    @pages.post("/<reference>/claim")
    @agent_required
    def claim(reference: str) -> ResponseReturnValue:
        return _done(context, reference, desk.claim, "You have this case now.")

    @pages.post("/<reference>/release")
    @agent_required
    def release(reference: str) -> ResponseReturnValue:
        return _done(context, reference, desk.release, "The case is back in the queue; the shopper was told.")

    @pages.post("/<reference>/take-over")
    @agent_required
    def take_over(reference: str) -> ResponseReturnValue:
        return _done(context, reference, desk.take_over, "You have taken this case over.")


def _add_assigning(pages: Blueprint, context: CasePageContext) -> None:
    inbox = context.inbox

    @pages.post("/<reference>/assign")
    @agent_required
    def assign(reference: str) -> ResponseReturnValue:
        agent, wanted = current_agent(), request.form.get("assignee", "")
        colleague = next((one for one in inbox.accounts.colleagues() if one.email == wanted), None)
        if colleague is None:
            return _back(reference, "Choose a colleague who is still in the team.", "bad")
        said = "You have this case now." if colleague == agent else f"{colleague.name} has this case now."
        return _done(
            context,
            reference,
            lambda ref, _: inbox.desk.assign(ref, agent, colleague),
            said,
            lambda ticket: ticket.assignee,
        )


def _add_status(pages: Blueprint, context: CasePageContext) -> None:
    desk = context.inbox.desk

    @pages.post("/<reference>/status")
    @agent_required
    def status(reference: str) -> ResponseReturnValue:
        wanted = choice_of(TicketStatus, request.form.get("status", ""))
        if wanted is None:
            return _back(reference, "Choose a status.", "bad")
        said = f"The case is set to “{labels.STATUSES[wanted.value]}”."
        return _done(
            context,
            reference,
            lambda ref, agent: desk.set_status(ref, agent, wanted),
            said,
            lambda ticket: ticket.status.value,
        )


def _add_priority(pages: Blueprint, context: CasePageContext) -> None:
    desk = context.inbox.desk

    @pages.post("/<reference>/priority")
    @agent_required
    def priority(reference: str) -> ResponseReturnValue:
        wanted = choice_of(Priority, request.form.get("priority", ""))
        if wanted is None:
            return _back(reference, "Choose a priority.", "bad")
        said = f"The priority is “{labels.PRIORITIES[wanted.value]}” now."
        return _done(
            context,
            reference,
            lambda ref, agent: desk.set_priority(ref, agent, wanted),
            said,
            lambda ticket: ticket.draft.priority.value,
        )


def _add_notes(pages: Blueprint, context: CasePageContext) -> None:
    desk = context.inbox.desk

    @pages.post("/<reference>/notes")
    @agent_required
    def note(reference: str) -> ResponseReturnValue:
        text = request.form.get("text", "").strip()
        if not text:
            return _back(reference, "An empty note was not kept.", "bad")
        if len(text) > MAX_TEXT_CHARS:
            return _too_long(context, reference, text)
        return _done(context, reference, lambda ref, agent: desk.note(ref, agent, text), "Note added.")


def _too_long(context: CasePageContext, reference: str, text: str) -> ResponseReturnValue:
    """Show the page again, with what was typed."""
    flash(f"A note may have {MAX_TEXT_CHARS} characters; this has {len(text)}.", "bad")
    agent = current_agent()
    case = context.inbox.desk.case(reference, agent)
    page = context.for_page(case, agent, as_in_ticket(case.ticket), note_text=text)
    return render_template("inbox/ticket.html", **page), 422


def _done(
    context: CasePageContext,
    reference: str,
    act: Callable[[str, Agent], object],
    said: str,
    changes: Callable[[Ticket], str] | None = None,
) -> ResponseReturnValue:
    """Act, and say so on the ticket's page.

    `changes` reads the value that the form changes: nothing is done when it is no longer the one the form was made for.
    """
    if changes and _stale(context, reference, changes):
        return _back(reference, _CHANGED, "bad")
    try:
        act(reference, current_agent())
    except AlreadyClaimed as error:
        name = agent_names(context.inbox).get(error.by, error.by)
        return _back(reference, f"{name} has this case. Nothing was changed.", "bad")
    except IllegalStatus as error:
        return _back(reference, f"Nothing was changed: {error}.", "bad")
    return _back(reference, said, "good")


def _stale(context: CasePageContext, reference: str, read: Callable[[Ticket], str]) -> bool:
    """True when the form was made for a value that the ticket no longer has."""
    ticket = context.inbox.desk.case(reference, current_agent()).ticket
    return "was" in request.form and request.form["was"] != read(ticket)


def _back(reference: str, said: str, category: str) -> ResponseReturnValue:
    flash(said, category)
    return redirect(url_for("inbox_ticket.page", reference=reference), 303)
