"""Rule out an answer that the next message denies: "no, …", "but the address is right"; it is not given again."""

from __future__ import annotations

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.answers.left_open import leave_open
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.replies.advice_denied import denies_what_it_heard

#: While another question of ours is open, a no answers that.
_LEAVES_ROOM = frozenset({Asked.HELPED, Asked.NEWS, Asked.PERSON})
#: What these answer is asked for and told on step by step: a no there is the next step.
_STEP_BY_STEP = frozenset({"goods", "refund", "safety"})
#: A mere no to an offer has fewer words.
_FEWEST_AFTER_AN_OFFER = 7


def rule_out(talk: Talk) -> None:
    """Rule out the last answer where this message denies it: from now on its row is told in this talk no more."""
    row = talk.was.row
    told_whole = bool(row) and table_of(row) not in _STEP_BY_STEP
    if told_whole and _leaves_room(talk) and denies_what_it_heard(talk.heard.text, talk.heard.says):
        talk.note(ruled_out=tuple(dict.fromkeys((*talk.dialogue.ruled_out, row))))


def left_out(talk: Talk, decided: DecidedEnquiry) -> bool:
    """Leave an answer out that the shopper has denied, and what they say instead to a person; False for any other."""
    if decided.answer.row_name not in talk.dialogue.ruled_out:
        return False
    if talk.dialogue.case is None and talk.script.say("utter_beyond_scans"):
        add_note(talk)
        talk.ending.offer = talk.ending.noted = True
    else:
        leave_open(talk)
    return True


def _leaves_room(talk: Talk) -> bool:
    """Tell whether a no can be meant of the last answer, and not of a question of ours."""
    waiting = talk.was.open
    if talk.dialogue.case is not None or (waiting is not None and waiting.asked not in _LEAVES_ROOM):
        return False
    offered = waiting is not None and waiting.asked is not Asked.HELPED
    return talk.heard.words >= _FEWEST_AFTER_AN_OFFER if offered else True
