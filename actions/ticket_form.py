"""Hand a case to a person: ask for what is missing, show what will be sent, open the ticket."""

from __future__ import annotations

import re

from rasa_sdk.events import ActionExecutionRejected, EventType, SlotSet

from actions.base import SafeAction
from actions.ticket_draft import (
    NOT_GIVEN,
    case_facts,
    decide_case,
    draft_of,
    existing_ticket,
    given,
    issue_of,
    parcel_of,
)
from actions.ticket_wording import closed_response, preview_card, promise_card, tell_status, ticket_words
from actions.turn import Phase, Turn
from parcelbot.core.cases.opening import StoredTicket
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.questions import PARCEL_QUESTIONS
from parcelbot.core.reading.short_replies import bare_order_number, is_short_reply

FORM = "ticket_form"

_REFERENCE = re.compile(r"\bKT-?([0-9A-Z]{6})\b", re.IGNORECASE)
_DECLINES = {"deny", "no_details"}
_WANTS_A_TICKET = {"talk_to_human", "ticket_status"}


class ValidateTicketForm(SafeAction):
    """The form's validation: prefills the ticket, takes corrections, rejects digressions."""

    action_name = "validate_ticket_form"
    speaks = False

    def perform(self, turn: Turn) -> list[EventType]:
        """Prefill the fields when the form starts; afterwards take the answer to the field that was asked for."""
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
    """The preview of what will be sent."""

    action_name = "action_ask_ticket_confirmed"

    def perform(self, turn: Turn) -> list[EventType]:
        """Show the fields and ask whether to send them; while editing, ask what to change."""
        if turn.slot("ticket_editing"):
            turn.say("utter_ticket_edit")
            return []
        fields = _fields(turn)
        turn.say("utter_ticket_preview", json_message={"card": preview_card(turn, fields).to_json()}, **fields)
        return []


class ActionOpenTicket(SafeAction):
    """The opening of the ticket that was agreed to."""

    action_name = "action_open_ticket"
    tells_tickets = True

    def perform(self, turn: Turn) -> list[EventType]:
        """Store the ticket and tell its reference and the time of a first answer.

        Nothing is sent unless the shopper agreed to what was shown, now or when the case was first opened.
        """
        if not turn.slot("ticket_confirmed"):
            turn.say("utter_ticket_cancelled")
            return _cleared()
        existing, decided = existing_ticket(turn), decide_case(turn)
        opened = turn.services.open_ticket(draft_of(turn, decided, existing), case_facts(turn, decided))
        ticket = opened.ticket
        turn.say_together(
            [_opened_response(turn, opened, existing), closed_response(turn)],
            {**ticket_words(turn, ticket), "before": existing.reference if existing else ""},
            custom={"card": promise_card(turn, ticket).to_json()},
        )
        return [*_cleared(), SlotSet("ticket_reference", ticket.reference)]


class ActionTicketStatus(SafeAction):
    """Say where tickets stand: this conversation's, or one whose reference and e-mail are both given."""

    action_name = "action_ticket_status"
    tells_tickets = True

    def perform(self, turn: Turn) -> list[EventType]:
        """Tell where the tickets stand; an unknown reference and a wrong e-mail get the same answer."""
        tickets = turn.services.tickets
        own = tickets.of_conversation(turn.conversation_id)
        named = _REFERENCE.search(turn.heard.text)
        asked = _owned(turn, tickets.find(f"KT-{named[1]}".upper())) if named else None
        shown = [asked] if asked else [] if named else [t for t in own if t.status.active] or list(own[:1])
        if not shown:
            turn.say("utter_ticket_unknown")
            return [SlotSet("awaiting", "ticket_offer")]
        tell_status(turn, shown)
        return []


def _owned(turn: Turn, ticket: Ticket | None) -> Ticket | None:
    if ticket is None or ticket.draft.conversation_id == turn.conversation_id:
        return ticket
    return ticket if turn.memory.email and turn.memory.email == ticket.draft.email.lower() else None


def _prefilled(turn: Turn) -> list[EventType]:
    """Fill in what is known; a case that was handed over before needs nothing more."""
    existing = existing_ticket(turn)
    if existing is None:
        return _filled(turn.memory.email or None, turn.memory.order_number or None)
    old = existing.draft
    email, order = turn.memory.email or old.email, turn.memory.order_number or old.order_number
    return _filled(email or NOT_GIVEN, order or NOT_GIVEN, confirmed=True)


def _filled(email: str | None, order: str | None, confirmed: bool | None = None) -> list[EventType]:
    return [
        SlotSet("ticket_email", email),
        SlotSet("ticket_order", order),
        SlotSet("ticket_confirmed", confirmed),
        SlotSet("ticket_editing", None),
        SlotSet("ticket_pending", True),
    ]


def _opened_response(turn: Turn, opened: StoredTicket, existing: Ticket | None) -> str:
    """Choose the response: the ticket was opened, opened again after a solved one, or added to."""
    ticket = opened.ticket
    if opened.is_new or _opened_by_this_message(turn, ticket):
        follows = existing is not None and existing.reference != ticket.reference
        return "utter_ticket_opened_again" if follows else "utter_ticket_opened"
    return "utter_ticket_updated_overdue" if ticket.overdue(turn.services.clock()) else "utter_ticket_updated"


def _opened_by_this_message(turn: Turn, ticket: Ticket) -> bool:
    """Tell whether an earlier run of this same message, which a crash cut short, opened the ticket."""
    said = turn.services.record.said(turn.conversation_id)
    return any(m.seq == turn.seq and m.at <= ticket.created_at for m in said)


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
    if bare := bare_order_number(turn.heard.text):
        return [SlotSet("ticket_order", bare), SlotSet("order_number", bare)]
    if turn.intent in _DECLINES:
        return [SlotSet("ticket_order", NOT_GIVEN)]
    return _again_or_digress(turn, "ticket_order")


def _take_confirmation(turn: Turn) -> list[EventType]:
    """Take the answer to the preview: yes sends, details correct, a first no edits and a second one cancels."""
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
    """Repeat the question after a detail on its own or another call for a person; all else is a digression."""
    asks_about_a_parcel = turn.intent in PARCEL_QUESTIONS and not is_short_reply(turn.heard.text)
    if turn.intent in _WANTS_A_TICKET or (turn.heard.gives_details and not asks_about_a_parcel):
        return [SlotSet(slot, None)]
    return [ActionExecutionRejected(FORM)]


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


def _fields(turn: Turn) -> dict[str, str]:
    """Give the preview's fields as a shopper reads them; a missing one is said to be missing."""
    missing = turn.response_text("utter_word_not_given")
    return {
        "ticket_order_shown": given(turn.slot("ticket_order")) or missing,
        "ticket_number_shown": parcel_of(turn) or missing,
        "ticket_email_shown": given(turn.slot("ticket_email")) or missing,
        "ticket_problem_shown": turn.response_text(f"utter_problem_{issue_of(turn) or 'none'}"),
    }
