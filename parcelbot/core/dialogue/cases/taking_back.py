"""Take out of a case what its shopper denies, or wishes no more."""

from __future__ import annotations

from parcelbot.core.answering.remembering import denied_checks
from parcelbot.core.cases.matters import leading
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.hearing.own_question import wants_the_order_after_all
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import SETTLEMENTS, WISHES, Question
from parcelbot.core.reading.cases.case_words import taken_back
from parcelbot.core.reading.cases.struck_out import struck_out
from parcelbot.core.reading.goods.found_pieces import found_the_piece
from parcelbot.core.reading.goods.in_use import is_in_use
from parcelbot.core.reading.orders.short_replies import kept_order_number
from parcelbot.core.reading.questions.sentences import denied
from parcelbot.core.reading.wanted.wishes import drops, replaced_by

#: "Call me please on 0151 …" is such a line; its last digits tell a number.
_WORDS_WITH_A_NUMBER, _TELLING_DIGITS = 8, 6


def take_back_wishes(talk: Talk) -> None:
    """Take out of the case what a message denies, or a change of mind replaces: the other settlement, or the call."""
    text = talk.heard.text
    left = _left_for_the_other(talk)
    gone = replaced_by(text) | _denied_matters(talk) | left
    if not gone:
        return
    held = (matter for matter in talk.dialogue.matters if matter in gone)
    talk.note(taken_back=tuple(dict.fromkeys((*talk.dialogue.taken_back, *held))))
    kept = [note for note in talk.dialogue.notes if not (drops(text, note) or _is_the_number_of(talk, note, gone))]
    matters = tuple(matter for matter in talk.dialogue.matters if matter not in gone)
    talk.note(matters=matters, notes=tuple(kept))
    if Question.CALL_ME in gone and not talk.heard.phone:
        talk.remember(phone="")
    if talk.memory.issue in gone and matters:
        talk.remember(issue=leading(matters))
    elif Question.DELIVERED_NOT_RECEIVED in gone and talk.memory.issue in gone:
        # what is in use is looked for no more
        talk.remember(issue="", question="")
    elif talk.memory.issue in gone & WISHES and not kept_order_number(text):
        # the only wish of a case is given up: it is about what was told then
        talk.remember(issue="")


def regret_misread_checks(talk: Talk) -> None:
    """Beg pardon where a message denies a check that its writer was taken to have done; it is out of the case."""
    taken = {name for name, done in talk.known_before.checks.items() if done}
    if taken & denied_checks(talk.heard):
        talk.script.say("utter_read_wrongly", role=TurnRole.FEELING)


def _left_for_the_other(talk: Talk) -> frozenset[Question]:
    """Find the settlement that is left where both stood in the case, and a message that asks nothing names one."""
    named = SETTLEMENTS.intersection(talk.acts.questions)
    both = SETTLEMENTS.issubset(map(Question, talk.dialogue.matters))
    return SETTLEMENTS - named if both and named and not asks_in(talk.heard) else frozenset()


def _denied_matters(talk: Talk) -> frozenset[Question]:
    """Find the matters of the case that a message says it is not about: "not the address, I mean the day"."""
    text = talk.heard.text
    denies = denied(text) | taken_back(text, talk.heard.says) | struck_out(text)
    if found_the_piece(text, talk.heard.says):
        denies |= {Question.ITEM_MISSING}
    if is_in_use(talk.heard.text, talk.heard.says):
        denies |= {Question.DELIVERED_NOT_RECEIVED}
    if wants_the_order_after_all(talk.heard):
        denies |= {Question.CANCEL_ORDER}
    return denies.intersection(Question(matter) for matter in talk.dialogue.matters)


def _is_the_number_of(talk: Talk, note: str, gone: frozenset[Question]) -> bool:
    """Tell whether a line is little more than the number of a call that is not wanted any more."""
    return (
        Question.CALL_ME in gone
        and bool(talk.memory.phone)
        and len(note.split()) <= _WORDS_WITH_A_NUMBER
        and (_digits(talk.memory.phone)[-_TELLING_DIGITS:] in _digits(note))
    )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
