"""Say of a case that the team has by when it is answered, by whom, and whether somebody has begun with it."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.dialogue.drafts.sending import tell_who, who_answers
from parcelbot.core.dialogue.drafts.tickets import tell_tickets
from parcelbot.core.dialogue.hearing.own_question import asks_when_answered
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.cases.case_questions import asks_who_or_how
from parcelbot.core.reading.cases.case_times import asks_for_a_time, asks_how_long


def tell_when_and_who(talk: Talk, ticket: Ticket) -> None:
    """Say by when and by whom an answer comes; once the time was told, only what is asked of the two."""
    if asks_of_all_of_it(talk):
        tell_whole_time(talk, ticket)
        return
    text, asks_who = talk.heard.text, asks_who_or_how(talk.heard.text)
    words = talk.around.ticket_words(ticket)
    first = not talk.script.knows(words["due"]) and _is_untold(talk, who_answers(talk), words)
    if first or asks_for_a_time(text) or not asks_who:
        tell_due(talk, ticket)
    if (first or asks_who) and not ticket.assignee:
        tell_who(talk)


def _is_untold(talk: Talk, response: str, words: Mapping[str, str]) -> bool:
    """Tell whether a response was not said yet in any of its texts."""
    told = {**words, "phone": talk.memory.phone}
    return talk.script.next_text(response, told) == talk.script.title(response).format_map(told)


def asks_of_all_of_it(talk: Talk) -> bool:
    """Tell whether how long everything takes is asked, of which a person's answer is only the beginning."""
    of_the_answer = asks_when_answered(talk.heard) or asks_who_or_how(talk.heard.text)
    return talk.heard.english and asks_how_long(talk.heard.text) and not of_the_answer


def tell_whole_time(talk: Talk, ticket: Ticket) -> None:
    """Say that nobody knows how long everything takes, and what alone has its time: the answer."""
    if talk.around.overdue(ticket) or not ticket.promised:
        tell_tickets(talk, [ticket])
    else:
        talk.script.ask("utter_case_whole_time", talk.around.ticket_words(ticket))


def tell_due(talk: Talk, ticket: Ticket) -> None:
    """Say by when the answer comes, and no more: where the case stands was said when it was sent."""
    if talk.around.overdue(ticket) or not ticket.promised:
        tell_tickets(talk, [ticket])
    else:
        words = talk.around.ticket_words(ticket)
        talk.script.ask("utter_case_due_again", words, again=talk.script.knows(words["due"]))


def tell_whether_begun(talk: Talk, ticket: Ticket) -> None:
    """Say that nobody has begun with the case yet, where that is so; else where it stands."""
    if ticket.status is TicketStatus.NEW and not (ticket.assignee or talk.around.overdue(ticket)):
        talk.script.ask("utter_case_not_begun", talk.around.ticket_words(ticket))
    else:
        tell_tickets(talk, [ticket])
