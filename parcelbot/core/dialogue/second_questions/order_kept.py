"""Take an order that was to be cancelled for wanted after all, where nothing else stands in its case."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.own_question import wants_the_order_after_all
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import PLAN_QUESTIONS, Question


def keep_the_order(talk: Talk) -> bool:
    """Leave a draft that only wished to cancel, or put it on the team's case; False where nothing was to be cancelled.

    What else stands in a case stays there, and is told with what is out of it.
    """
    if not (wants_the_order_after_all(talk.heard) and _only_cancels(talk)):
        return False
    talk.keep_the_matter()
    talk.remember(issue="")
    if talk.around.active_ticket(talk.known_before, talk.dialogue) is not None:
        add_note(talk)
        talk.ending.add_to_case = True
        talk.script.ask("utter_follow_cancel_withdrawn_ticket")
        return True
    talk.note(case=None, open=None, matters=(), declined=True)
    talk.ending.declined = True
    talk.script.ask("utter_follow_cancel_withdrawn")
    return True


def _only_cancels(talk: Talk) -> bool:
    """Tell whether nothing but the cancelling was wished or wrong; where a parcel is was asked on the way."""
    stands = {*talk.was.matters, talk.known_before.issue} - {"", *PLAN_QUESTIONS}
    return stands == {Question.CANCEL_ORDER.value}
