"""Tell where tickets stand, and who has the case already."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.dialogue.drafts.handing_over import begin_case
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.language import Button
from parcelbot.core.reading.contact.contact_words import wrote_in_vain

_RESPONSES_WITH_DUE = {
    TicketStatus.NEW: "utter_ticket_status_new",
    TicketStatus.ON_HOLD: "utter_ticket_status_on_hold_due",
}


def tell_own_tickets(talk: Talk) -> None:
    """Tell where the shopper's tickets stand; without any, earlier messages elsewhere become a case of their own."""
    named = talk.around.names_a_ticket(talk.heard.text)
    asked = talk.around.ticket_named(talk.heard.text, talk.memory.email) if named else None
    own = talk.around.own_tickets()
    shown = [asked] if asked else [] if named else [t for t in own if t.status.active] or list(own[:1])
    if shown:
        tell_tickets(talk, shown)
    elif named:
        talk.script.ask("utter_ticket_unknown")
        talk.asks(Asked.PERSON)
    elif wrote_in_vain(talk.heard.text) or not talk.number:
        talk.script.say("utter_no_case_yet")
        begin_case(talk)
    else:
        talk.script.ask("utter_no_case_of_yours")
        talk.ending.offer = True


def tell_tickets(talk: Talk, tickets: Sequence[Ticket], before: str = "") -> None:
    """Say where each ticket stands, as one message each; `before` is a response that begins the first."""
    for place, ticket in enumerate(tickets):
        solved = not ticket.status.active
        buttons = [Button(talk.script.title("utter_button_not_settled"), "/talk_to_human")] if solved else []
        words = talk.around.ticket_words(ticket)
        # when the team is back is told once
        again = {talk.around.closed_response} if not talk.script.next_text(talk.around.closed_response, words) else ()
        status = [response for response in _status_responses(talk, ticket) if response not in again]
        talk.script.tell(["" if place else before, *status], words, buttons)


def _status_responses(talk: Talk, ticket: Ticket) -> list[str]:
    """Choose the responses that say where a ticket stands; a promise that was not kept is admitted."""
    closed = talk.around.closed_response
    if talk.around.overdue(ticket):
        return ["utter_ticket_status_overdue", closed]
    if ticket.promised:
        return [_RESPONSES_WITH_DUE.get(ticket.status, "utter_ticket_status_open_due"), closed]
    return [f"utter_ticket_status_{ticket.status.value}"]
