"""Answer a reproach of somebody who has a case."""

from __future__ import annotations

from parcelbot.core.dialogue.talk import Talk


def answer_beside_the_case(talk: Talk) -> bool:
    """Answer a reproach of somebody who has a case: with regret, and by when it is answered; False without a case."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    if ticket is not None and ticket.promised and not talk.around.overdue(ticket):
        talk.script.ask("utter_complaint_with_team", talk.around.ticket_words(ticket))
    elif ticket is None and talk.dialogue.case is None:
        return False
    elif not talk.script.messages:
        talk.script.ask("utter_feeling_sorry")
    return True
