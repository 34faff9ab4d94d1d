"""Answer for each parcel of an order what is asked of several at once, and leave out those that are here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.answered import source_of
from parcelbot.core.dialogue.hearing.own_question import LIKELY, likeliest_follow_up
from parcelbot.core.dialogue.parcels.several_parcels import MOST_LOOKED_UP, has_standing, look_up_all, overview_words
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.which_one import ParcelStanding
from parcelbot.core.reading.times.days_of_all import asks_for_days

#: Answered for each; of more the list has to do.
MOST_ANSWERED = 3
_AT_LEAST_TWO = 2

_OF_EACH = (Question.ARRIVAL_DATE, Question.LATE_DELIVERY, Question.SPEED_UP)
_SEVERAL = re.compile(
    r"\b(?:both|all(?: of (?:them|it)| three| four| my)?|everything|each|either|they|them|these|the (?:others?|rest)|"
    r"the other two)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:got|received|have|has|had|came|arrived|delivered|picked up|is here|are here)\b[^.!?]{0,30}"
    r"\b(?:one|first|1|box|already|parcel|today|yesterday|\w+day)\b"
    r"|\bthe (?:other|remaining) (?:two|three|four|five|\d)\b"
    r"|\b(?:one|two|three|four|\d|first|box|parcel)\b[^.!?]{0,20}"
    r"\b(?:came|arrived|is here|got here|was delivered|is fine|is ok)\b"
    r"|\b(?:don['’]?t|do not|no) need (?:to (?:hear|know)|that one|info)\b"
    r"|\b(?:except|apart from|besides|not the one)\b",
    re.IGNORECASE,
)
#: "One says delivered, but I haven't got it" is about just that one.
_DID_NOT_COME = re.compile(
    r"\b(?:never|not here|missing|stolen|nowhere|says|shows|marked|supposedly)\b"
    r"|\b(?:have|has|did|was|is)(?:n['’]?t| not) (?:\w+ )?(?:got|received|have|come|came|arrived?|delivered|here)\b",
    re.IGNORECASE,
)
_CONTENTS = "contents"
#: The one that is scanned nowhere has the most ahead of it.
_WAY = list(Stage)


def tell_days_of_all(talk: Talk) -> bool:
    """Answer when several parcels come, or which comes last, with a line for each; False where that is not asked."""
    numbers = parcels_of(talk, talk.memory)
    if not (asks_for_days(talk.heard.text) and _AT_LEAST_TWO <= len(numbers) <= MOST_LOOKED_UP):
        return False
    coming = still_to_come(look_up_all(talk, numbers))
    if len(coming) < _AT_LEAST_TWO:
        return False
    if any(one.facts.arrival_known for one in coming) and tell_of_each(talk, [Question.ARRIVAL_DATE]):
        return True
    last = min(coming, key=lambda one: _WAY.index(one.facts.stage))
    words = {**overview_words(talk, coming), "number": last.enquiry.number}
    talk.note(pending=())
    return talk.script.say("utter_days_of_several", words)


def tell_of_each(talk: Talk, questions: Sequence[Question]) -> bool:
    """Answer by when each parcel that is not here comes, where the words ask it of several; False otherwise."""
    question = next((question for question in questions if question in _OF_EACH), None)
    numbers = parcels_of(talk, talk.memory)
    if question is None or len(numbers) < _AT_LEAST_TWO or not _SEVERAL.search(talk.heard.text):
        return False
    coming = still_to_come(look_up_all(talk, numbers))
    if not 1 < len(coming) <= MOST_ANSWERED:
        return False
    said = [_tell_one(talk, question, one.enquiry.number) for one in coming]
    return any(said)


def _tell_one(talk: Talk, question: Question, number: str) -> bool:
    decided = talk.around.answer(talk.enquiry(question, number))
    plan = talk.dialogue.plan_of(number)
    words = talk.around.words(decided, plan.day if plan else None)
    paragraphs = ["utter_of_this_parcel", decided.answer.row.then.response]
    return talk.script.say(paragraphs, {**words, "number": number}, custom=source_of(decided))


def still_to_come(decided: Sequence[DecidedEnquiry]) -> list[DecidedEnquiry]:
    """List the parcels that are neither delivered nor sent back."""
    return [one for one in decided if has_standing(one, ParcelStanding.OPEN)]


def without_those_here(talk: Talk, decided: Sequence[DecidedEnquiry]) -> Sequence[DecidedEnquiry]:
    """Leave out the parcels that the shopper says are here, or need no word; all where none would be left."""
    coming = still_to_come(decided)
    return coming if coming and says_one_came(talk.heard.text) else decided


def says_one_came(text: str) -> bool:
    """Tell whether a message says that one of several parcels is here."""
    return _CAME.search(text) is not None and _DID_NOT_COME.search(text) is None


def tell_that_scans_name_no_goods(talk: Talk) -> None:
    """Say that scans do not tell what is inside, where "which one has the … in it?" was asked; a person can."""
    if likeliest_follow_up(talk.heard, LIKELY) == _CONTENTS and talk.script.say("utter_follow_contents"):
        talk.ending.offer = True
