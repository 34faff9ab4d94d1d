"""Open the case that was promised for a day that passed in silence."""

from __future__ import annotations

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.summary import CaseFindings, summarise
from parcelbot.core.cases.tickets import TicketDraft, snapshot_of
from parcelbot.core.cases.transcripts import transcript_of
from parcelbot.core.parcel.shipment_json import shipment_to_json
from parcelbot.core.questions import ISSUES
from parcelbot.core.watching.watch import Watch
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.words import CaseOfSilence


def open_promised_case(services: Services, watch: Watch, decided: DecidedEnquiry) -> CaseOfSilence:
    """Open the case of a watched parcel, or find the one that the team has already; done again it is the same one."""
    draft = _draft(services, watch, decided)
    active = [t for t in services.tickets.of_conversation(watch.conversation_id) if t.status.active]
    other = next((t for t in active if t.draft.active_key != draft.active_key), None)
    if other is not None:
        return CaseOfSilence(other, is_new=False)
    return CaseOfSilence(services.open_ticket(draft, _facts(decided)).ticket, is_new=True)


def _draft(services: Services, watch: Watch, decided: DecidedEnquiry) -> TicketDraft:
    said = services.record.said(watch.conversation_id)
    issue = watch.order.question.value if watch.order.question in ISSUES else ""
    typed = tuple(m.text for m in said if m.author is Author.SHOPPER and m.text and not m.command)
    promised = watch.order.promised.isoformat() if watch.order.promised else ""
    findings = CaseFindings(
        issue=issue,
        enquiry=decided.enquiry,
        facts=decided.facts,
        answer=decided.answer,
        shipment=decided.shipment,
        row=watch.order.row,
        promised=promised,
        told=CaseAccount(matters=(issue,), said=typed, number=decided.enquiry.number),
    )
    return TicketDraft(
        conversation_id=watch.conversation_id,
        issue=issue,
        row=decided.answer.row_name,
        order_number=watch.order.order_number,
        tracking_number=watch.order.number,
        email=watch.order.email if watch.consent.may_be_written_to else "",
        sales_channel=decided.facts.sales_channel.value,
        summary=summarise(findings),
        snapshot=snapshot_of(shipment_to_json(decided.shipment) if decided.shipment else {}, decided.home),
        transcript=transcript_of(said, services.clock().tzinfo),
    )


def _facts(decided: DecidedEnquiry) -> CaseFacts:
    facts = decided.facts
    return CaseFacts(
        question=decided.enquiry.question if decided.enquiry.question in ISSUES else None,
        table=decided.answer.table,
        row=decided.answer.row_name,
        urgency=decided.answer.row.then.urgency,
        status=facts.status,
        sales_channel=facts.sales_channel,
        protection_days_left=facts.protection_days_left,
    )
