"""Tell what a message says for the case that is drafted from what it asks on the way."""

from __future__ import annotations

from parcelbot.core.dialogue.only_asked import asks_in
from parcelbot.core.dialogue.own_question import SURE, corrects_an_address, likeliest_follow_up, sure_follow_up
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import WISHES
from parcelbot.core.reading.case_questions import asks_until_when
from parcelbot.core.reading.case_words import adds_something, puts_right
from parcelbot.core.reading.wishes import replaced_by

#: "You misread me" asks for another answer; with what was meant it belongs into the case.
_MISREAD, _WORDS_OF_A_CORRECTION = "misread", 6


def is_no_statement(talk: Talk) -> bool:
    """Tell whether a message is small talk, wants a person, or asks; without English its likeness has to do."""
    heard, acts = talk.heard, talk.acts
    if replaced_by(heard.text):
        return False
    if acts.wants_person or acts.social or acts.language or asks_in(heard):
        return True
    adds = adds_something(heard.text, heard.says) or puts_right(heard.text, heard.says)
    if adds or corrects_an_address(heard) or WISHES.intersection(acts.questions):
        return False
    if heard.has_question_mark or asks_until_when(heard.text):
        return True
    if heard.english and likeliest_follow_up(heard, SURE) == _MISREAD and heard.words >= _WORDS_OF_A_CORRECTION:
        return False
    return sure_follow_up(heard) or (not heard.english and bool(acts.questions))
