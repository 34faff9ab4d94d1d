"""Answer what a message asks beside the parcel that it names: the yes or no comes first, then where the parcel is."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.answering.tables import Escalate
from parcelbot.core.dialogue.answers.answered import source_of
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.shop_matters import keep_shop_matter
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.hearing.own_question import matters_beside
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.second_questions.believed import asked_in_words
from parcelbot.core.dialogue.second_questions.follow_ups import decide_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.put_right import tell_cause, tell_where_photos_go
from parcelbot.core.questions import PLAN_QUESTIONS

#: Asked with a number, and not what the plan of a parcel tells by itself.
_WITH_A_NUMBER = frozenset(
    {
        "asked_of_me",
        "fake_number",
        "have_you_asked",
        "is_it_because",
        "lost",
        "new_number",
        "next_attempt",
        "other_site",
    }
    | {
        "photo",
        "pickup_until",
        "real_shop",
        "safe_dry",
        "signature",
        "somebody_else_collects",
        "stay_in",
        "time_of_day",
    }
    | {"was_cancelled", "was_sent", "weekend", "which_neighbour", "who_has_it", "whose_fault", "why_split", "why_there"}
    | {"customs_how_much", "customs_in_person", "customs_will_i_pay", "customs_you_pay", "you_have_it"}
)
#: "When were you going to tell me?"
_NOT_TOLD = "not_told"
#: Told with a number: what the plan says has to be read in its light.
_TOLD_WITH_A_NUMBER = frozenset({"neighbour_denies", "never_refused", "no_such_house", _NOT_TOLD})
#: Whoever took it does not exist or has not got it: the plan would only send there.
_IN_ITS_PLACE = frozenset({"neighbour_denies", "no_such_house"})
#: Their answers tell how the parcel stands, as one does that names the cause.
_HOW_IT_STANDS = frozenset({"lost", "was_cancelled", "why_there", "you_have_it", _NOT_TOLD})
#: With a number in it a message resembles everything less; what it resembles has to leave the next one far behind.
_LEAST, _LEAST_AGAINST_A_QUESTION, _AHEAD = 0.25, 0.45, 3.0
#: In other languages several are believed together, each by itself.
_SURE_ELSEWHERE = 0.8
#: A sentence by itself has nothing around it that would drown it.
_LEAST_IN_A_SENTENCE = 0.5


def tell_what_came_with_it(talk: Talk) -> None:
    """Answer what came with a parcel's number, whose plan this turn has told."""
    _tell_what_was_asked(talk)
    if talk.dialogue.second not in _TOLD_WITH_A_NUMBER:
        tell_cause(talk)
    tell_where_photos_go(talk)


def tell_matters_of_the_order(talk: Talk) -> None:
    """Answer what one sentence of a first message surely wants of the order, before its parcel is asked for or told."""
    if talk.dialogue.row or talk.dialogue.case is not None:
        return
    decided = decide_second(talk, matters_beside(talk.heard, talk.around.second_matters))
    if decided is None:
        return
    then = decided.answer.row.then
    if talk.script.say(then.response, talk.words(decided), custom=source_of(decided)):
        talk.ending.offer |= then.escalate is Escalate.OFFER
        talk.note(second=decided.enquiry.follow_up)
        keep_shop_matter(talk, decided.enquiry.follow_up)


def _tell_what_was_asked(talk: Talk) -> None:
    """Answer the second question of a first message before the plan: whoever asks yes or no reads that first."""
    if talk.number not in talk.planned or talk.dialogue.case is not None:
        return
    asks = asks_or_is_marked(talk.heard) or bool(talk.was.pending_seconds)
    answered = _TOLD_WITH_A_NUMBER | (_WITH_A_NUMBER if asks else frozenset())
    decided = decide_second(talk, [name for name in _names(talk) if name in answered])
    if decided is None:
        return
    then, role = decided.answer.row.then, _role(decided.enquiry.follow_up)
    if talk.script.say(then.response, talk.words(decided), custom=source_of(decided), role=role):
        talk.ending.hand_over |= then.escalate is Escalate.NOW
        talk.note(second=decided.enquiry.follow_up)
        if decided.enquiry.follow_up == _NOT_TOLD:
            add_note(talk)


def _role(follow_up: str) -> TurnRole:
    if follow_up in _IN_ITS_PLACE:
        return TurnRole.INSTEAD
    return TurnRole.STANDS if follow_up in _HOW_IT_STANDS else TurnRole.ANSWER


def _names(talk: Talk) -> Iterator[str]:
    """Name what is asked in so many words, was asked before its parcel was known, or is asked by one sentence.

    Then what all of the message resembles far more than the rest.
    """
    yield from asked_in_words(talk)
    yield from talk.was.pending_seconds
    likeliest = (sentence.follow_ups[0] for sentence in talk.heard.sentences if sentence.follow_ups)
    yield from (found.name for found in likeliest if found.belief >= _LEAST_IN_A_SENTENCE)
    beliefs = [found.belief for found in talk.heard.follow_ups] + [0.0, 0.0]
    asks_more = any(question not in PLAN_QUESTIONS for question in talk.acts.questions)
    least = _LEAST_AGAINST_A_QUESTION if asks_more else _LEAST
    ahead = beliefs[0] >= max(least, beliefs[1] * _AHEAD)
    if ahead or (not talk.heard.english and beliefs[0] >= _SURE_ELSEWHERE):
        yield talk.heard.follow_ups[0].name
