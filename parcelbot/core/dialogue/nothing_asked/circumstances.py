"""Tell what follows from a fact about the place a parcel goes to, once a message has told it."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.new_address import of_the_change
from parcelbot.core.dialogue.hearing.own_question import SURE, likeliest_follow_up
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.second_questions.believed import asked_in_words
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told

#: Facts of the place that a parcel goes to and of how its shopper is reached; of several the first is answered.
_CIRCUMSTANCES = (
    Told.NAME_AT_DOOR,
    Told.PHONE_WRONG,
    Told.FLAT_LEFT_OUT,
    Told.PO_BOX,
    Told.SOMEBODY_THERE,
    Told.SLIP_HABIT,
    Told.OTHER_NAME,
    Told.CROSSING,
    Told.LOCKER_FULL,
    Told.MAIL_STOPPED,
    Told.AWAY,
    Told.CARD_GONE,
    Told.CLOSED_THEN,
    Told.OWN_SLIP,
    Told.OTHER_WAY_ROUND,
    Told.ADDRESS_STANDS,
    Told.KEEP_SECRET,
    Told.HEARS_BADLY,
    Told.DOGS_THERE,
    Told.NO_WAY_IN,
)

#: A question that a message asks beside a fact is believed from here on.
_SURELY = 0.75
_QUESTIONS = frozenset(question.value for question in Question)
#: Whether a text comes is answered by whose number it would go to.
_OF_A_MESSAGE = frozenset({Question.NOTIFY_ME.value, "texts_me", "how_customs_tells_me", "will_they_ring"})
_OF_THE_ADDRESS = frozenset({Question.CHANGE_ADDRESS.value, "corrects_address", "address_was_right"})
_IF_MISSED = frozenset(
    {Question.LATE_DELIVERY.value, Question.DELIVERY_WISH.value, Question.DELIVERY_ATTEMPT_FAILED.value}
    | {"then_what", "pickup_too_late", "away", "goes_back"}
)
_KEPT = frozenset({"private_address", "call_me"})
#: What may be asked beside a fact that is answered by what follows from it.
_ANSWERED = {
    Told.PHONE_WRONG: _OF_A_MESSAGE,
    Told.SOMEBODY_THERE: _OF_THE_ADDRESS,
    Told.ADDRESS_STANDS: _OF_THE_ADDRESS,
    Told.OTHER_WAY_ROUND: _OF_THE_ADDRESS,
    Told.OWN_SLIP: frozenset({Question.CHECK_ADDRESS.value}),
    Told.CLOSED_THEN: _IF_MISSED,
    Told.AWAY: _IF_MISSED,
    Told.HEARS_BADLY: _IF_MISSED,
    Told.DOGS_THERE: _IF_MISSED,
    Told.KEEP_SECRET: _KEPT,
}
_NOTHING_FOLLOWS = "nothing_follows"


def tell_what_follows(talk: Talk) -> bool:
    """Tell what a fact changes that this message tells for the first time; False where it changes nothing there.

    It stands in the shopper's words for whoever takes the case, and what the case is about stays as it was.
    """
    decided = _decided(talk) if talk.dialogue.row and not _asks_else(talk) else None
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


def _asks_else(talk: Talk) -> bool:
    """Tell whether a message gives a detail, presses a button, or surely asks what no fact that it tells answers."""
    heard = talk.heard
    if heard.text.startswith("/") or heard.gives_details or heard.phone:
        return True
    return asks_or_is_marked(heard) and not _surely_asked(talk) <= _answered_by_facts(talk)


def _surely_asked(talk: Talk) -> set[str]:
    """Name what a message surely asks; in other languages only second questions are sure."""
    heard = talk.heard
    intent = heard.intent if heard.english and heard.intent in _QUESTIONS and heard.confidence >= _SURELY else ""
    return {name for name in (intent, likeliest_follow_up(heard, SURE), *asked_in_words(talk)) if name}


def _answered_by_facts(talk: Talk) -> frozenset[str]:
    new = talk.memory.told - talk.known_before.told
    known = new | talk.memory.told & {Told.PHONE_WRONG}
    return frozenset().union(*(_ANSWERED.get(fact, frozenset()) for fact in known))


def _decided(talk: Talk) -> DecidedEnquiry | None:
    """Decide what follows from the first new fact that changes something where the parcel stands."""
    # who waits for a refund tells of the card what matters to that, whatever was said of the order since
    of_a_refund = Question.REFUND_STATUS in talk.dialogue.matters
    about = Question.REFUND_STATUS if of_a_refund else talk.plan_question
    if of_the_change(talk):
        about = Question.CHANGE_ADDRESS
    new, enquiry = talk.memory.told - talk.known_before.told, talk.enquiry(about)
    facts = (fact for fact in _CIRCUMSTANCES if fact in new)
    answers = (talk.around.answer(replace(enquiry, just_told=fact)) for fact in facts)
    return next((decided for decided in answers if decided.answer.row.id != _NOTHING_FOLLOWS), None)
