"""Put the day until which a shopper gives us on the case that the team has, and say it back with its date."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.told_days import new_last_day


def take_last_day(talk: Talk) -> bool:
    """Take the day until which a message gives us; False without one, or where no case is with the team.

    What follows from its passing is the shopper's to decide: nobody is talked out of it.
    """
    day, ticket = new_last_day(talk), talk.around.active_ticket(talk.known_before, talk.dialogue)
    if day is None or ticket is None or talk.dialogue.case is not None or talk.heard.gives_details:
        return False
    talk.keep_the_matter()
    add_note(talk)
    talk.ending.add_to_case = True
    words = {**talk.around.ticket_words(ticket), "last_day": talk.around.day(day)}
    talk.script.ask("utter_case_last_day", words)
    return True
