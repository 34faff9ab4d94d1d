"""Take an order that was to be cancelled for wanted after all, where nothing else stands in its case."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.own_question import CANCEL_WITHDRAWN, SURE, likeliest_follow_up
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question


def keep_the_order(talk: Talk) -> bool:
    """Leave the draft that only wished to cancel, or put it on the team's case; False where nothing was to be cancelled.

    What else stands in a case stays there, and is told with what is out of it.
    """
    wished = {*talk.was.matters, talk.known_before.issue} - {""}
    if likeliest_follow_up(talk.heard, SURE) != CANCEL_WITHDRAWN or wished != {Question.CANCEL_ORDER.value}:
        return False
    talk.keep_the_matter()
    if talk.around.active_ticket(talk.known_before, talk.dialogue) is not None:
        add_note(talk)
        talk.ending.add_to_case = True
        talk.script.ask("utter_follow_cancel_withdrawn_ticket")
        return True
    talk.note(case=None, open=None, matters=(), declined=True)
    talk.remember(issue="")
    talk.ending.declined = True
    talk.script.ask("utter_follow_cancel_withdrawn")
    return True
