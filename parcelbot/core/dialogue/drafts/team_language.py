"""Note for the person who answers which language the shopper does not read; no other language is promised."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.contact.languages_read import lacks_english


def take_what_is_read(talk: Talk) -> bool:
    """Take that somebody hardly reads English for the case that is drafted or with the team; False for all else."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    has_case = ticket is not None or talk.dialogue.case is not None
    if not has_case or talk.heard.gives_details or not lacks_english(talk.heard.text):
        return False
    add_note(talk)
    talk.ending.add_to_case = ticket is not None
    talk.script.ask("utter_team_language", talk.around.language_words)
    return True
