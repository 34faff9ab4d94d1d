"""Answer at once what a message almost certainly asks, before what its words could do besides is looked for."""

from __future__ import annotations

from parcelbot.core.dialogue.hearing.corrections import corrects_or_repeats
from parcelbot.core.dialogue.hearing.own_question import certain_second
from parcelbot.core.dialogue.second_questions.believed import is_of_nothing
from parcelbot.core.dialogue.second_questions.follow_ups import tell_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.whole_messages.other_questions import tell_the_other_question

#: What is said of a case or wished for it is answered from the case, as long as there is one.
_OF_THE_CASE = frozenset({"when_reply", "how_contacted", "resend", "send_again", "chooses_money", "wait_a_moment"})


def tell_certain_second(talk: Talk) -> bool:
    """Answer the second question that a message almost certainly asks; False where none is certain.

    Beside an answer to the question that is open it is answered with that (`beside_the_answer.py`).
    """
    certain = certain_second(talk.heard)
    if certain is None or talk.acts.reply or corrects_or_repeats(talk.heard):
        return False
    if is_of_the_case(talk, certain.name) or is_of_nothing(talk, certain.name):
        return False
    return tell_second_and_the_other(talk)


def tell_second_and_the_other(talk: Talk) -> bool:
    """Answer the second question that a message asks, and another one beside it; False where it asks none."""
    if not tell_second(talk):
        return False
    tell_the_other_question(talk)
    talk.note(pending=() if talk.number else talk.dialogue.pending)
    return True


def is_of_the_case(talk: Talk, name: str) -> bool:
    """Tell whether a second question is answered from the case that is offered, drafted or with the team."""
    if name not in _OF_THE_CASE:
        return False
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    return talk.dialogue.case is not None or ticket is not None or bool(talk.was.answer_due)
