"""Draft the ticket of a case: what it is about, what its priority depends on, and everything handed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone, tzinfo
from typing import Any

from actions.enquiries import enquiry_of
from actions.turn import Turn
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.summary import CaseFindings, summarise
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TranscriptLine
from parcelbot.core.cases.transcripts import transcript_of
from parcelbot.core.cases.visits import days_since_contact
from parcelbot.core.parcel.shipment_json import shipment_to_json
from parcelbot.core.questions import ISSUES, Question
from parcelbot.usecases.assistant import DecidedEnquiry

#: The value of a slot when the shopper has no such thing to give.
NOT_GIVEN = "none"

_EVENT_AUTHORS = {"user": "shopper", "bot": "bot"}

#: Asking for a person after one of these names no other issue than the one that is being settled.
_NO_ISSUE_OF_ITS_OWN = ("", Question.WHERE_IS_MY_ORDER)


def existing_ticket(turn: Turn) -> Ticket | None:
    """Find the ticket that this case already has: an active one, else the last that was solved.

    None when there is none, or the shopper has since come to another parcel or another issue.
    """
    tickets = [t for t in turn.services.tickets.of_conversation(turn.conversation_id) if _is_about(turn, t)]
    return next((t for t in tickets if t.status.active), next(iter(tickets), None))


def issue_of(turn: Turn) -> str:
    """Name the issue of the case: the one the shopper named, else the question answered last; "" for neither."""
    answered = str((turn.slot("last_answer") or {}).get("question", ""))
    return turn.memory.issue or (answered if answered in ISSUES else "")


def active_ticket(turn: Turn) -> Ticket | None:
    """Find the ticket of this case that the team still works on; None when there is none."""
    existing = existing_ticket(turn)
    return existing if existing is not None and existing.status.active else None


def decide_case(turn: Turn) -> DecidedEnquiry:
    """Look up the parcel of the case and decide its issue anew."""
    enquiry = enquiry_of(turn, issue_of(turn))
    return turn.services.answer(replace(enquiry, number=enquiry.number or _only_parcel(enquiry)))


def parcel_of(turn: Turn, enquiry: Enquiry | None = None) -> str:
    """Give the tracking number of the case: settled, given, or the only one of the order; "" for none."""
    known = given(turn.memory.parcel) or turn.memory.tracking_number
    return known or _only_parcel(enquiry or enquiry_of(turn))


def case_facts(turn: Turn, decided: DecidedEnquiry | None = None) -> CaseFacts:
    """Gather what the priority depends on; without a decided enquiry only the shopper's temper is known."""
    angry = bool(turn.slot("frustration"))
    if decided is None:
        return CaseFacts(shopper_angry=angry)
    facts, order = decided.facts, decided.enquiry.order
    return CaseFacts(
        question=decided.enquiry.question if issue_of(turn) else None,
        table=decided.answer.table,
        row=decided.answer.row_name,
        urgency=decided.answer.row.then.urgency,
        status=facts.status,
        sales_channel=facts.sales_channel,
        protection_days_left=facts.protection_days_left,
        high_value=turn.services.knowledge.priorities.is_high_value(order.value) if order else None,
        days_since_contact=_days_since_contact(turn, decided),
        shopper_angry=angry,
    )


def draft_of(turn: Turn, decided: DecidedEnquiry, existing: Ticket | None = None) -> TicketDraft:
    """Gather everything that is handed over; a draft that continues an `existing` ticket keeps its key."""
    memory, said = turn.memory, turn.services.record.said(turn.conversation_id)
    draft = TicketDraft(
        conversation_id=turn.conversation_id,
        issue=issue_of(turn),
        row=_answering_row(turn, decided),
        order_number=given(turn.slot("ticket_order")),
        tracking_number=parcel_of(turn, decided.enquiry),
        email=given(turn.slot("ticket_email")),
        sales_channel=decided.facts.sales_channel.value,
        verified=decided.enquiry.order is not None,
        summary=summarise(_findings(turn, decided, said)),
        snapshot=shipment_to_json(decided.shipment) if decided.shipment else {},
        checklist=memory.checks,
        transcript=_transcript(turn, said),
        attachments=_sent(said, "attachment_id"),
    )
    return _continuing(draft, existing) if existing else draft


def case_answer(turn: Turn) -> dict[str, str]:
    """Recall the last answer about the issue: its "row" and the "promised" ISO date; {} for none."""
    case: dict[str, str] = (turn.slot("last_answer") or {}).get("case") or {}
    return case if case.get("issue") == issue_of(turn) else {}


def transcript_of_events(events: Iterable[Mapping[str, Any]], zone: tzinfo | None) -> tuple[TranscriptLine, ...]:
    """Make a transcript of Rasa's events, for a channel that keeps no record; times in `zone` (UTC when None).

    A pressed button stands with its payload, which says more clearly what was meant than its title.
    """
    return tuple(
        TranscriptLine(_EVENT_AUTHORS[e["event"]], _at(e, zone), str(e["text"]))
        for e in events
        if e.get("event") in _EVENT_AUTHORS and e.get("text")
    )


def given(value: Any) -> str:
    """Read a slot's value as text; "" when it is empty or the shopper had nothing to give."""
    return "" if value in (None, NOT_GIVEN, NO_PARCEL) else str(value)


def _answering_row(turn: Turn, decided: DecidedEnquiry) -> str:
    """Name the row that answered, else the one that would, of a parcel that was seen; "" for none."""
    seen = issue_of(turn) and decided.shipment is not None
    return case_answer(turn).get("row", "") or (decided.answer.row_name if seen else "")


def _only_parcel(enquiry: Enquiry) -> str:
    """Give the parcel of an order that has only one, which is then the one that is meant; "" otherwise."""
    parcels = enquiry.order.parcels if enquiry.order else ()
    return parcels[0] if len(parcels) == 1 else ""


def _unsettled(turn: Turn, enquiry: Enquiry) -> tuple[str, ...]:
    """List the numbers that may be the parcel's, while none is settled."""
    if enquiry.number:
        return ()
    parcels = enquiry.order.parcels if enquiry.order else ()
    return tuple(dict.fromkeys(n for n in (*parcels, *turn.memory.several, turn.memory.ambiguous_number) if n))


def _continuing(draft: TicketDraft, existing: Ticket) -> TicketDraft:
    old = existing.draft
    return replace(
        draft,
        issue=old.issue,
        row=draft.row or old.row,
        tracking_number=old.tracking_number,
        order_number=draft.order_number if old.tracking_number else old.order_number,
    )


def _is_about(turn: Turn, ticket: Ticket) -> bool:
    memory, old = turn.memory, ticket.draft
    parcel = given(memory.parcel) or memory.tracking_number
    same_parcel = not parcel or parcel == old.tracking_number
    same_order = not memory.order_number or parcel or memory.order_number == old.order_number
    return bool(same_parcel and same_order) and issue_of(turn) in (*_NO_ISSUE_OF_ITS_OWN, old.issue)


def _findings(turn: Turn, decided: DecidedEnquiry, said: Sequence[Message]) -> CaseFindings:
    memory = turn.memory
    return CaseFindings(
        issue=issue_of(turn),
        enquiry=decided.enquiry,
        facts=decided.facts,
        answer=decided.answer,
        shipment=decided.shipment,
        row=_answering_row(turn, decided),
        promised=case_answer(turn).get("promised", ""),
        checks=memory.checks,
        numbers=_unsettled(turn, decided.enquiry),
        files=_sent(said, "name"),
        shopper_said=_typed(turn, said),
    )


def _transcript(turn: Turn, said: Sequence[Message]) -> tuple[TranscriptLine, ...]:
    """Take the transcript from the channel's record, which is whole; Rasa's events begin with the session."""
    zone = turn.services.clock().tzinfo
    return transcript_of(said, zone) if said else transcript_of_events(turn.tracker.events, zone)


def _typed(turn: Turn, said: Sequence[Message]) -> tuple[str, ...]:
    """List the texts that the shopper typed; the title of a pressed button is not among them."""
    if said:
        return tuple(m.text for m in said if m.author is Author.SHOPPER and m.text and not m.command)
    lines = transcript_of_events(turn.tracker.events, None)
    return tuple(line.text for line in lines if line.author == "shopper" and not line.text.startswith("/"))


def _at(event: Mapping[str, Any], zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(float(event["timestamp"]), zone or timezone.utc)


def _sent(said: Sequence[Message], part: str) -> tuple[str, ...]:
    parts = (str(m.attachment.get(part, "")) for m in said if m.attachment)
    return tuple(dict.fromkeys(part for part in parts if part))


def _days_since_contact(turn: Turn, decided: DecidedEnquiry) -> int | None:
    order = decided.enquiry.order
    names = (decided.enquiry.number, order.order_number if order else turn.memory.order_number)
    said = turn.services.record.said(turn.conversation_id)
    return days_since_contact(said, [name for name in names if name], turn.services.clock())
