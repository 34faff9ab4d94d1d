"""Word where tickets stand and what was promised, and build their cards."""

from __future__ import annotations

from collections.abc import Sequence

from actions.turn import Turn
from parcelbot.core.cases.cards import CardField, TicketCard, ticket_card
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.wording import day_words, moment_words

_RESPONSES_WITH_DUE = {
    TicketStatus.NEW: "utter_ticket_status_new",
    TicketStatus.ON_HOLD: "utter_ticket_status_on_hold_due",
}


def ticket_words(turn: Turn, ticket: Ticket) -> dict[str, str]:
    """Give the values of the placeholders of the ticket responses; times are the shop's."""
    now = turn.services.clock()
    solved = ticket.solved_at or ticket.updated_at
    return {
        "reference": ticket.reference,
        "due": moment_words(ticket.promised or ticket.first_response_due, now),
        "opens": moment_words(turn.services.hours.opening(now), now),
        "solved_date": day_words(solved.astimezone(now.tzinfo).date(), now.date()),
        "ticket_email_shown": ticket.draft.email,
    }


def status_responses(turn: Turn, ticket: Ticket) -> list[str]:
    """Choose the responses that say where a ticket stands; a promise that was not kept is admitted."""
    now = turn.services.clock()
    if ticket.overdue(now):
        return ["utter_ticket_status_overdue", closed_response(turn)]
    if ticket.promised:
        return [_RESPONSES_WITH_DUE.get(ticket.status, "utter_ticket_status_open_due"), closed_response(turn)]
    return [f"utter_ticket_status_{ticket.status.value}"]


def closed_response(turn: Turn) -> str:
    """Choose the response that says when the team is back; "" while somebody is at work."""
    return "" if turn.services.hours.open_at(turn.services.clock()) else "utter_team_closed"


def tell_status(turn: Turn, tickets: Sequence[Ticket], before: str = "") -> None:
    """Say where each ticket stands, as one message each; `before` is a response that begins the first."""
    for n, ticket in enumerate(tickets):
        solved = ticket.status in (TicketStatus.SOLVED, TicketStatus.CLOSED)
        turn.say_together(
            [before if n == 0 else "", *status_responses(turn, ticket)],
            ticket_words(turn, ticket),
            buttons=[turn.button("not_settled", "/talk_to_human")] if solved else None,
        )


def promise_card(turn: Turn, ticket: Ticket) -> TicketCard:
    """Build the card of a stored ticket, with what the shopper is promised."""
    return ticket_card(ticket, turn.response_text("utter_ticket_promise").format_map(ticket_words(turn, ticket)))


def preview_card(turn: Turn, fields: dict[str, str]) -> TicketCard:
    """Build the card of what would be sent."""
    return TicketCard(
        fields=tuple(CardField(turn.response_text(f"utter_label_{name}"), shown) for name, shown in fields.items())
    )
