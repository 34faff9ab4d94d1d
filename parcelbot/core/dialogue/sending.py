"""Send a case on the shopper's yes, and tell what else of that message is still to be answered."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.dialogue.beside_a_case import add_note, asks_beside_a_case
from parcelbot.core.dialogue.only_asked import asks_in
from parcelbot.core.dialogue.own_question import asks_when_answered, sure_follow_up
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.case_questions import asks_what_comes_of_it
from parcelbot.core.reading.case_words import Said, adds_something, puts_right

#: "Yes please, send it to them now, thanks" says nothing else.
_WORDS_OF_A_YES = 8


def send(talk: Talk) -> bool:
    """Send the case; False where the message asks something besides that is not answered by its being sent."""
    heard = talk.heard
    ends_with_it = Said.AGREES_LAST.value in heard.says and talk.acts.questions
    says_more = heard.words > _WORDS_OF_A_YES and not (heard.answers or asks_in(heard))
    says_more = bool(says_more or ends_with_it)
    if says_more or adds_something(heard.text, heard.says) or puts_right(heard.text, heard.says):
        add_note(talk)
    talk.note(case=None, open=None)
    talk.ending.open_case = True
    if _is_answered_by_sending(talk) or not (asks_beside_a_case(talk) or sure_follow_up(heard)):
        return True
    # the yes is taken: what else the message asks is not read beside a yes
    talk.heard = replace(heard, intent="")
    return False


def _is_answered_by_sending(talk: Talk) -> bool:
    """Tell whether by when, or what happens then, is asked: of a case that is just sent, that is told with it."""
    return asks_when_answered(talk.heard) or asks_what_comes_of_it(talk.heard.text, talk.heard.english)
