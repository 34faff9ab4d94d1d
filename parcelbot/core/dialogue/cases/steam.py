"""Answer a reproach of somebody who has a case, and tell what only lets off steam: nobody needs to read that."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import COMPLAINT
from parcelbot.core.reading.text.irony import is_ironic

#: In other languages irony is not read; a complaint of so few words tells nothing that the case has not.
_WORDS_OF_STEAM = 6


def answer_beside_the_case(talk: Talk) -> bool:
    """Answer a reproach of somebody who has a case: with regret, and by when it is answered, where that is news.

    False without a case.
    """
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    words = talk.around.ticket_words(ticket) if ticket is not None else {}
    if ticket is not None and talk.script.knows(words["due"]):
        hear_the_reproach(talk)
    elif ticket is not None and ticket.promised and not talk.around.overdue(ticket):
        talk.script.ask("utter_complaint_with_team", words)
    elif ticket is None and talk.dialogue.case is None:
        return False
    elif not talk.script.messages:
        talk.script.ask("utter_feeling_sorry")
    return True


def hear_the_reproach(talk: Talk) -> None:
    """Say one human clause to a reproach, unless this turn has said one: it is neither filed nor answered by a time."""
    if not (talk.script.messages or talk.script.say("utter_hears_reproach")):
        talk.script.ask("utter_acknowledged")


def only_vents(heard: Heard) -> bool:
    """Tell whether a message only mocks or lets off steam: nothing of it is for a person to read."""
    if heard.gives_details or heard.text.startswith("/"):
        return False
    short = heard.intent == COMPLAINT and not heard.english and heard.words <= _WORDS_OF_STEAM
    return is_ironic(heard.text) or (short and not asks_in(heard))
