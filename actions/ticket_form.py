"""The form that hands a case to a person: what is missing, what will be sent, and the ticket itself."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk.events import ActionExecutionRejected, EventType, SlotSet

from actions.answers import enquiry_of
from actions.base import SafeAction
from actions.transcripts import transcript_of
from actions.turn import Phase, Turn
from parcelbot.core.memory import NO_PARCEL, PARCEL_QUESTIONS
from parcelbot.core.serialise import shipment_to_json
from parcelbot.core.summary import summarise
from parcelbot.core.tables import Urgency
from parcelbot.core.tickets import Priority, Ticket, TicketDraft
from parcelbot.core.wording import day_words

FORM = "ticket_form"

#: What a slot holds when the shopper has no such thing to give.
NOT_GIVEN = "none"

_PRIORITIES = {Urgency.URGENT: Priority.URGENT, Urgency.ACT: Priority.HIGH}
_ORDER_NUMBER = re.compile(r"^\W*#?(\d{3,16})\W*$")
_REFERENCE = re.compile(r"\bKT-?([0-9A-Z]{6})\b", re.IGNORECASE)
_WORDS_AROUND_A_NUMBER = 3
_DECLINES = {"deny", "no_details"}
_WANTS_A_TICKET = {"talk_to_human", "ticket_status"}


class ValidateTicketForm(SafeAction):
    """Prefill the ticket from the conversation, take corrections, and reject digressions."""

    action_name = "validate_ticket_form"
    speaks = False

    def perform(self, turn: Turn) -> list[EventType]:
        """Activation prefills; afterwards each field has its own way of being answered."""
        phase = turn.phase()
        if phase is Phase.ACTIVATING:
            return _prefilled(turn)
        if phase is Phase.RETURNING:
            return []
        take = {"ticket_email": _take_email, "ticket_order": _take_order}.get(
            str(turn.slot("requested_slot")), _take_confirmation
        )
        return take(turn)

    def after_failure(self) -> list[EventType]:
        """Ask for the same field again."""
        return [SlotSet("ticket_confirmed", None)]


class ActionAskTicketConfirmed(SafeAction):
    """Show the shopper what will be sent."""

    action_name = "action_ask_ticket_confirmed"

    def perform(self, turn: Turn) -> list[EventType]:
        """While editing, ask what to change; else show the fields and ask whether to send them."""
        if turn.slot("ticket_editing"):
            turn.say("utter_ticket_edit")
            return []
        fields = _fields(turn)
        turn.say("utter_ticket_preview", json_message={"card": _preview_card(turn, fields)}, **fields)
        return []


class ActionOpenTicket(SafeAction):
    """Store the ticket and give its reference and the time of a first answer."""

    action_name = "action_open_ticket"

    def perform(self, turn: Turn) -> list[EventType]:
        """Nothing is sent unless the shopper agreed to what was shown."""
        if not turn.slot("ticket_confirmed"):
            turn.say("utter_ticket_cancelled")
            return _cleared()
        known = {t.reference for t in turn.services.tickets.of_conversation(turn.conversation_id)}
        ticket = turn.services.open_ticket(_draft(turn))
        response = "utter_ticket_updated" if ticket.reference in known else "utter_ticket_opened"
        turn.say(response, json_message={"card": _ticket_card(turn, ticket)}, **_ticket_words(turn, ticket))
        return [*_cleared(), SlotSet("ticket_reference", ticket.reference)]


class ActionTicketStatus(SafeAction):
    """Say where a ticket stands: this conversation's, or one whose reference and e-mail are both given."""

    action_name = "action_ticket_status"

    def perform(self, turn: Turn) -> list[EventType]:
        """The reply to an unknown reference and to a wrong e-mail is the same."""
        tickets = turn.services.tickets
        own = tickets.of_conversation(turn.conversation_id)
        named = _REFERENCE.search(turn.heard.text)
        ticket = _owned(turn, tickets.find(f"KT-{named[1]}")) if named else next(iter(own), None)
        if ticket is None:
            turn.say("utter_ticket_unknown")
            return [SlotSet("awaiting", "ticket_offer")]
        turn.say(f"utter_ticket_status_{ticket.status.value}", **_ticket_words(turn, ticket))
        return []


def _owned(turn: Turn, ticket: Ticket | None) -> Ticket | None:
    if ticket is None or ticket.draft.conversation_id == turn.conversation_id:
        return ticket
    return ticket if turn.memory.email and turn.memory.email == ticket.draft.email.lower() else None


def _prefilled(turn: Turn) -> list[EventType]:
    return [
        SlotSet("ticket_email", turn.memory.email or None),
        SlotSet("ticket_order", turn.memory.order_number or None),
        SlotSet("ticket_confirmed", None),
        SlotSet("ticket_editing", None),
        SlotSet("ticket_pending", True),
    ]


def _take_email(turn: Turn) -> list[EventType]:
    heard = turn.heard
    if heard.email:
        return [SlotSet("ticket_email", heard.email), *_given_order(turn)]
    if "@" in heard.text:
        turn.say("utter_email_invalid")
        return [SlotSet("ticket_email", None)]
    if turn.intent in _DECLINES:
        return [SlotSet("ticket_email", NOT_GIVEN)]
    return _given_order(turn) or _again_or_digress(turn, "ticket_email")


def _take_order(turn: Turn) -> list[EventType]:
    if given := _given_order(turn):
        return given
    if bare := _ORDER_NUMBER.match(turn.heard.text):
        return [SlotSet("ticket_order", bare[1]), SlotSet("order_number", bare[1])]
    if turn.intent in _DECLINES:
        return [SlotSet("ticket_order", NOT_GIVEN)]
    return _again_or_digress(turn, "ticket_order")


def _take_confirmation(turn: Turn) -> list[EventType]:
    """Yes sends, details correct, a first no edits and a second one cancels."""
    corrected = _given_order(turn)
    if turn.heard.email:
        corrected.append(SlotSet("ticket_email", turn.heard.email))
    if corrected or turn.heard.numbers:
        return [*corrected, SlotSet("ticket_editing", None), SlotSet("ticket_confirmed", None)]
    if turn.intent == "affirm":
        return [SlotSet("ticket_editing", None), SlotSet("ticket_confirmed", True)]
    if turn.intent in _DECLINES:
        return (
            [SlotSet("ticket_confirmed", False)] if turn.slot("ticket_editing") else [SlotSet("ticket_editing", True)]
        )
    return _again_or_digress(turn, "ticket_confirmed")


def _given_order(turn: Turn) -> list[EventType]:
    return [SlotSet("ticket_order", turn.heard.order_number)] if turn.heard.order_number else []


def _again_or_digress(turn: Turn, slot: str) -> list[EventType]:
    """Asking for a person again, or a detail on its own, repeats the question; all else is a digression."""
    asks_about_a_parcel = turn.intent in PARCEL_QUESTIONS and not _only_a_number(turn)
    if turn.intent in _WANTS_A_TICKET or (turn.heard.gives_details and not asks_about_a_parcel):
        return [SlotSet(slot, None)]
    return [ActionExecutionRejected(FORM)]


def _only_a_number(turn: Turn) -> bool:
    return len(turn.heard.text.split()) <= _WORDS_AROUND_A_NUMBER


def _cleared() -> list[EventType]:
    names = (
        "ticket_email",
        "ticket_order",
        "ticket_confirmed",
        "ticket_editing",
        "ticket_pending",
        "awaiting",
    )
    return [SlotSet(name, None) for name in names]


def _given(value: Any) -> str:
    return "" if value in (None, NOT_GIVEN, NO_PARCEL) else str(value)


def _draft(turn: Turn) -> TicketDraft:
    enquiry = enquiry_of(turn)
    reply = turn.services.answer(enquiry)
    last = turn.slot("last_answer") or {}
    urgency = Urgency(last.get("urgency", Urgency.CALM))
    checks = turn.memory.checks
    return TicketDraft(
        conversation_id=turn.conversation_id,
        issue=turn.memory.question,
        row=str(last.get("row", "")),
        order_number=_given(turn.slot("ticket_order")),
        tracking_number=_given(turn.memory.parcel) or turn.memory.tracking_number,
        email=_given(turn.slot("ticket_email")),
        sales_channel=reply.facts.sales_channel.value,
        verified=enquiry.order is not None,
        priority=_PRIORITIES.get(urgency, Priority.NORMAL),
        summary=summarise(reply.enquiry, reply.facts, reply.answer, reply.shipment, checks),
        snapshot=shipment_to_json(reply.shipment) if reply.shipment else {},
        checklist=checks,
        transcript=transcript_of(turn.tracker.events, turn.services.clock().tzinfo),
    )


def _fields(turn: Turn) -> dict[str, str]:
    """The preview's fields as a shopper reads them; what is missing is said, not hidden."""
    draft, missing = _draft(turn), turn.words("utter_word_not_given")
    return {
        "ticket_order_shown": draft.order_number or missing,
        "ticket_number_shown": draft.tracking_number or missing,
        "ticket_email_shown": draft.email or missing,
        "ticket_problem_shown": turn.words(f"utter_problem_{draft.issue or 'none'}"),
    }


def _preview_card(turn: Turn, fields: dict[str, str]) -> dict[str, Any]:
    shown = [{"label": turn.words(f"utter_label_{name}"), "value": value} for name, value in fields.items()]
    return {"kind": "ticket", "reference": "", "status": "draft", "fields": shown, "promise": ""}


def _ticket_card(turn: Turn, ticket: Ticket) -> dict[str, Any]:
    promise = turn.words("utter_ticket_promise").format_map(_ticket_words(turn, ticket))
    return {
        "kind": "ticket",
        "reference": ticket.reference,
        "status": ticket.status.value,
        "fields": [],
        "promise": promise,
    }


def _ticket_words(turn: Turn, ticket: Ticket) -> dict[str, str]:
    now = turn.services.clock()
    due = ticket.first_response_due.astimezone(now.tzinfo)
    return {
        "reference": ticket.reference,
        "due": f"{day_words(due.date(), now.date())}, {due:%H:%M} {due.tzname()}",
        "ticket_email_shown": ticket.draft.email,
    }
