"""Tell what follows from a fact about the place a parcel goes to, once a message has told it."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answering import tell_decided
from parcelbot.core.dialogue.believed import asked_in_words
from parcelbot.core.dialogue.beside_a_case import add_note
from parcelbot.core.dialogue.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.own_question import SURE, likeliest_follow_up
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.circumstances import CIRCUMSTANCES
from parcelbot.core.reading.telling import Told

#: A question that a message asks beside a fact is believed from here on.
_SURELY = 0.75
_NOTHING_FOLLOWS = "nothing_follows"


def tell_what_follows(talk: Talk) -> bool:
    """Tell what a fact changes that this message tells for the first time; False where it changes nothing there.

    It stands in the shopper's words for whoever takes the case, and what the case is about stays as it was.
    """
    decided = _decided(talk) if _may_follow(talk) else None
    if decided is None:
        return False
    talk.keep_the_matter()
    add_note(talk)
    talk.ending.noted = True
    if talk.around.active_ticket(talk.memory, talk.dialogue) is not None:
        # the team's case learns of it as well
        talk.ending.add_to_case = talk.ending.tells_of_adding = True
    tell_decided(talk, decided)
    return True


def _may_follow(talk: Talk) -> bool:
    """Tell whether a message tells something of what was answered before, and surely asks nothing else."""
    heard = talk.heard
    asks_else = asks_or_is_marked(heard) and _surely_asks(talk)
    return bool(talk.dialogue.row) and not (heard.text.startswith("/") or heard.gives_details or asks_else)


def _surely_asks(talk: Talk) -> bool:
    """Tell whether what a message asks is known for sure; in other languages only a second question is."""
    heard = talk.heard
    likely = heard.english and heard.intent in list(Question) and heard.confidence >= _SURELY
    return bool(likely or likeliest_follow_up(heard, SURE) or asked_in_words(talk))


def _decided(talk: Talk) -> DecidedEnquiry | None:
    """Decide what follows from the first new fact that changes something where the parcel stands."""
    new, enquiry = talk.memory.told - talk.known_before.told, talk.enquiry(talk.plan_question)
    facts = (Told(name) for name in CIRCUMSTANCES if Told(name) in new)
    answers = (talk.around.answer(replace(enquiry, just_told=fact)) for fact in facts)
    return next((decided for decided in answers if decided.answer.row.id != _NOTHING_FOLLOWS), None)
