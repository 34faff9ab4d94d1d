"""Send an agent's reply once, put prepared answers into it, and never lose what was typed."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.views import AlreadyClaimed, Case, IllegalStatus, ShopperUnreachable, TicketUnknown
from parcelbot.inbox.case.page_context import AFTER_REPLY, MAX_TEXT_CHARS, CasePageContext, new_echo_id
from parcelbot.inbox.case.parcel import as_in_ticket
from parcelbot.inbox.case.prepared_answers import PreparedAnswer
from parcelbot.inbox.entrance.auth import agent_required, asked_by_script, current_agent
from parcelbot.inbox.template_helpers import agent_names
from parcelbot.knowledge.macros import gaps

log = logging.getLogger(__name__)

_ECHO_ID = re.compile(r"inbox-[\w-]{8,40}")
_FAILED = "That could not be sent. Your text is still here: try again in a moment."


@dataclass(frozen=True)
class ReplyDraft:
    """A reply as its form sends it; `macro_id` is the prepared answer it began with, whose `effects` are wanted."""

    text: str
    echo_id: str
    then: TicketStatus
    take_over: bool
    macro_id: str
    effects: bool


@dataclass(frozen=True)
class Refusal:
    """The reason why a reply was not sent. With `spent` its echo_id belongs to another text and a new one is needed."""

    problem: str
    status: int
    spent: bool = False


def add_reply(pages: Blueprint, context: CasePageContext) -> None:
    """Add sending, and putting a prepared answer into the box where no script does."""

    @pages.post("/<reference>/reply")
    @agent_required
    def reply(reference: str) -> ResponseReturnValue:
        agent, draft = current_agent(), _draft()
        case = context.inbox.desk.case(reference, agent)
        if request.form.get("insert"):
            return _inserted(context, case, draft, request.form.get("macro", ""))
        refusal = _problem(draft) or _send(context, case, agent, draft)
        return _kept(context, reference, draft, refusal) if refusal else _sent(reference)


def add_writing(pages: Blueprint, context: CasePageContext) -> None:
    """Add the call by which the page tells that an agent types, so that the shopper sees it."""

    @pages.post("/<reference>/writing")
    @agent_required
    def writing(reference: str) -> ResponseReturnValue:
        context.inbox.desk.writing(reference, current_agent())
        return "", 204


def _draft() -> ReplyDraft:
    form = request.form
    echo_id = form.get("echo_id", "")
    return ReplyDraft(
        text=form.get("text", "").replace("\r\n", "\n").strip(),
        echo_id=echo_id if _ECHO_ID.fullmatch(echo_id) else new_echo_id(),
        then=next((known for known in AFTER_REPLY if known.value == form.get("then")), TicketStatus.PENDING),
        take_over=bool(form.get("take_over")),
        macro_id=form.get("macro_id", ""),
        effects=bool(form.get("effects")),
    )


def _problem(draft: ReplyDraft) -> Refusal | None:
    missing = gaps(draft.text)
    if not draft.text:
        return Refusal("There is nothing to send yet.", 422)
    if len(draft.text) > MAX_TEXT_CHARS:
        return Refusal(f"A reply may have {MAX_TEXT_CHARS} characters; this has {len(draft.text)}.", 422)
    return Refusal(f"Fill in {' and '.join(missing)} first.", 422) if missing else None


def _send(context: CasePageContext, case: Case, agent: Agent, draft: ReplyDraft) -> Refusal | None:
    """Send the reply; None when it is out, or was already."""
    desk, reference = context.inbox.desk, case.ticket.reference
    try:
        if draft.take_over:
            desk.take_over(reference, agent)
        message = desk.reply(reference, agent, draft.text, draft.echo_id, then=draft.then)
        _apply(context, case, agent, draft)
    except AlreadyClaimed as error:
        name = agent_names(context.inbox).get(error.by, error.by)
        return Refusal(f"{name} has this case now. Nothing was sent; take it over if you agree on that.", 409)
    except ShopperUnreachable:
        return Refusal("There is no chat and no e-mail to send this to.", 409)
    except IllegalStatus as error:
        return Refusal(f"Nothing was sent: {error}.", 409)
    except TicketUnknown:
        raise
    except Exception:  # whatever went wrong, the agent's words must not be lost with it
        log.exception("a reply to %s could not be sent", reference)
        return Refusal(_FAILED, 503)
    if message.text != draft.text:
        return Refusal("An earlier text had gone out from this page already. Send this one as well?", 409, spent=True)
    return None


def _apply(context: CasePageContext, case: Case, agent: Agent, draft: ReplyDraft) -> None:
    """Make the changes that the macro brings; a note is not left again because the form came twice."""
    answer = _prepared(context, case, agent, draft.macro_id)
    if answer is None or not draft.effects:
        return
    desk, reference, macro = context.inbox.desk, case.ticket.reference, answer.macro
    if macro.priority:
        desk.set_priority(reference, agent, macro.priority)
    if macro.note and not any(note.text == macro.note and note.author == agent.email for note in case.notes):
        desk.note(reference, agent, macro.note)


def _prepared(context: CasePageContext, case: Case, agent: Agent, macro_id: str) -> PreparedAnswer | None:
    answers = context.prepared_answers(case.ticket, agent)
    return next((answer for answer in answers if answer.macro.id == macro_id), None)


def _inserted(context: CasePageContext, case: Case, draft: ReplyDraft, macro_id: str) -> ResponseReturnValue:
    """Show the page again, with the prepared answer after what was typed."""
    answer = _prepared(context, case, current_agent(), macro_id)
    if answer is None:
        return _page(context, case, draft), 200
    text = "\n\n".join(part for part in (draft.text, answer.macro.text) if part)
    then = answer.macro.status or draft.then
    return _page(context, case, replace(draft, text=text, then=then, macro_id=macro_id)), 200


def _kept(context: CasePageContext, reference: str, draft: ReplyDraft, refusal: Refusal) -> ResponseReturnValue:
    draft = replace(draft, echo_id=new_echo_id()) if refusal.spent else draft
    if asked_by_script():
        error = {"code": "not_sent", "message": refusal.problem}
        return jsonify(error=error, echo_id=draft.echo_id), refusal.status
    case = context.inbox.desk.case(reference, current_agent())
    return _page(context, case, draft, refusal.problem), refusal.status


def _page(context: CasePageContext, case: Case, draft: ReplyDraft, problem: str = "") -> str:
    agent = current_agent()
    page = context.for_page(
        case,
        agent,
        as_in_ticket(case.ticket),
        reply_text=draft.text,
        echo_id=draft.echo_id,
        then=draft.then,
        chosen=_prepared(context, case, agent, draft.macro_id),
        problem=problem,
    )
    return render_template("inbox/ticket.html", **page)


def _sent(reference: str) -> ResponseReturnValue:
    if asked_by_script():
        return jsonify(message="Sent.", echo_id=new_echo_id())
    flash("Sent.", "good")
    return redirect(url_for("inbox_ticket.page", reference=reference, _anchor="newest"), 303)
