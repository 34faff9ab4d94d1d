"""The case as it is handed over: what it is about, its facts, and everything that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.enquiries import enquiry_of
from actions.transcripts import transcript_of_events
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

#: What a slot holds when the shopper has no such thing to give.
NOT_GIVEN = "none"

#: Asking for a person after one of these names no other issue than the one that is being settled.
_NO_ISSUE_OF_ITS_OWN = ("", Question.WHERE_IS_MY_ORDER)


def standing_ticket(turn: Turn) -> Ticket | None:
    """The ticket that asking for a person now is about: an active one, else the last that was solved.

    None when the shopper has since come to another parcel or another issue.
    """
    tickets = [t for t in turn.services.tickets.of_conversation(turn.conversation_id) if _is_about(turn, t)]
    return next((t for t in tickets if t.status.active), next(iter(tickets), None))


def issue_of(turn: Turn) -> str:
    """What the case is about: the issue that was named, else what was answered; "" for neither."""
    answered = str((turn.slot("last_answer") or {}).get("question", ""))
    return turn.memory.issue or (answered if answered in ISSUES else "")


def active_ticket(turn: Turn) -> Ticket | None:
    """The standing ticket while the team has something to do about it."""
    standing = standing_ticket(turn)
    return standing if standing is not None and standing.status.active else None


def decide_case(turn: Turn) -> DecidedEnquiry:
    """The tables' answer to what is handed over, as the parcel stands now."""
    enquiry = enquiry_of(turn, issue_of(turn))
    return turn.services.answer(replace(enquiry, number=enquiry.number or _only_parcel(enquiry)))


def parcel_of(turn: Turn, enquiry: Enquiry | None = None) -> str:
    """The tracking number of the case: the settled one, the one given, or the only one of the order; "" for none."""
    known = given(turn.memory.parcel) or turn.memory.tracking_number
    return known or _only_parcel(enquiry or enquiry_of(turn))


def case_facts(turn: Turn, reply: DecidedEnquiry | None = None) -> CaseFacts:
    """What the priority depends on; without a reply only the shopper's temper is known."""
    angry = bool(turn.slot("frustration"))
    if reply is None:
        return CaseFacts(shopper_angry=angry)
    facts, order = reply.facts, reply.enquiry.order
    return CaseFacts(
        question=reply.enquiry.question if issue_of(turn) else None,
        table=reply.answer.table,
        row=reply.answer.row_name,
        urgency=reply.answer.row.then.urgency,
        status=facts.status,
        sales_channel=facts.sales_channel,
        protection_days_left=facts.protection_days_left,
        high_value=turn.services.knowledge.priorities.is_high_value(order.value) if order else None,
        days_since_contact=_days_since_contact(turn, reply),
        shopper_angry=angry,
    )


def draft_of(turn: Turn, reply: DecidedEnquiry, standing: Ticket | None = None) -> TicketDraft:
    """Everything that is handed over; what continues a `standing` ticket keeps that one's key."""
    memory, said = turn.memory, turn.services.record.said(turn.conversation_id)
    draft = TicketDraft(
        conversation_id=turn.conversation_id,
        issue=issue_of(turn),
        row=_answering_row(turn, reply),
        order_number=given(turn.slot("ticket_order")),
        tracking_number=parcel_of(turn, reply.enquiry),
        email=given(turn.slot("ticket_email")),
        sales_channel=reply.facts.sales_channel.value,
        verified=reply.enquiry.order is not None,
        summary=summarise(_findings(turn, reply, said)),
        snapshot=shipment_to_json(reply.shipment) if reply.shipment else {},
        checklist=memory.checks,
        transcript=_transcript(turn, said),
        attachments=_sent(said, "attachment_id"),
    )
    return _continuing(draft, standing) if standing else draft


def told_in_case(turn: Turn) -> dict[str, str]:
    """What the shopper was last answered about the issue: its "row" and the "promised" ISO date; {} for nothing."""
    case: dict[str, str] = (turn.slot("last_answer") or {}).get("case") or {}
    return case if case.get("issue") == issue_of(turn) else {}


def given(value: Any) -> str:
    """What a slot holds, "" when the shopper had nothing to give."""
    return "" if value in (None, NOT_GIVEN, NO_PARCEL) else str(value)


def _answering_row(turn: Turn, reply: DecidedEnquiry) -> str:
    """The row that answered, else the one that would for a parcel that was seen; "" where nothing did."""
    seen = issue_of(turn) and reply.shipment is not None
    return told_in_case(turn).get("row", "") or (reply.answer.row_name if seen else "")


def _only_parcel(enquiry: Enquiry) -> str:
    """The parcel of an order that has one; it need not have been asked about to be the one that is meant."""
    parcels = enquiry.order.parcels if enquiry.order else ()
    return parcels[0] if len(parcels) == 1 else ""


def _unsettled(turn: Turn, enquiry: Enquiry) -> tuple[str, ...]:
    """Numbers that may be the one, where none is known to be."""
    if enquiry.number:
        return ()
    parcels = enquiry.order.parcels if enquiry.order else ()
    return tuple(dict.fromkeys(n for n in (*parcels, *turn.memory.several, turn.memory.ambiguous_number) if n))


def _continuing(draft: TicketDraft, standing: Ticket) -> TicketDraft:
    old = standing.draft
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


def _findings(turn: Turn, reply: DecidedEnquiry, said: Sequence[Message]) -> CaseFindings:
    memory = turn.memory
    return CaseFindings(
        issue=issue_of(turn),
        enquiry=reply.enquiry,
        facts=reply.facts,
        answer=reply.answer,
        shipment=reply.shipment,
        row=_answering_row(turn, reply),
        promised=told_in_case(turn).get("promised", ""),
        checks=memory.checks,
        numbers=_unsettled(turn, reply.enquiry),
        files=_sent(said, "name"),
        shopper_said=_typed(turn, said),
    )


def _transcript(turn: Turn, said: Sequence[Message]) -> tuple[TranscriptLine, ...]:
    """From the channel's record, which is whole; Rasa's events begin with the session."""
    zone = turn.services.clock().tzinfo
    return transcript_of(said, zone) if said else transcript_of_events(turn.tracker.events, zone)


def _typed(turn: Turn, said: Sequence[Message]) -> tuple[str, ...]:
    """What the shopper wrote; a pressed button is not the shopper's own words."""
    if said:
        return tuple(m.text for m in said if m.author is Author.SHOPPER and m.text and not m.command)
    lines = transcript_of_events(turn.tracker.events, None)
    return tuple(line.text for line in lines if line.author == "shopper" and not line.text.startswith("/"))


def _sent(said: Sequence[Message], part: str) -> tuple[str, ...]:
    parts = (str(m.attachment.get(part, "")) for m in said if m.attachment)
    return tuple(dict.fromkeys(part for part in parts if part))


def _days_since_contact(turn: Turn, reply: DecidedEnquiry) -> int | None:
    order = reply.enquiry.order
    names = (reply.enquiry.number, order.order_number if order else turn.memory.order_number)
    said = turn.services.record.said(turn.conversation_id)
    return days_since_contact(said, [name for name in names if name], turn.services.clock())
