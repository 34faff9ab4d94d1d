"""Put lines that ask nothing into a case that is not sent yet, whatever question they resemble."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_wishes
from parcelbot.core.dialogue.cases.statements import is_no_statement
from parcelbot.core.dialogue.drafts.draft_changes import only_waits
from parcelbot.core.dialogue.drafts.handing_over import go_on
from parcelbot.core.dialogue.nothing_asked.case_additions import tell_what_changed
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.cases.case_questions import case_question
from parcelbot.core.reading.cases.case_words import adds_something, puts_right
from parcelbot.core.reading.facts.causes_told import says_the_phone_is_wrong
from parcelbot.core.reading.questions.standing_questions import offers_a_picture
from parcelbot.core.reading.wanted.wishes import is_wish

FEWEST_WORDS_OF_A_NOTE = 3
#: "The e-mail is wrong" does not say what it should be.
_WORDS_THAT_ONLY_COMPLAIN = 6


def take_value(talk: Talk) -> bool:
    """Take a code or number that is given anew since it had a slip, and show the case again; it names no order."""
    before = talk.around.standing(talk.known_before, talk.was, with_this=False)
    was = talk.known_before
    told = replace(talk.memory, order_number=was.order_number, parcel=was.parcel)
    right = set(talk.around.standing(told, talk.dialogue).put_right) - set(before.put_right)
    if not right:
        return False
    talk.memory = told
    if talk.dialogue.case is None or not talk.dialogue.case.shown:
        talk.script.ask(
            "utter_added_to_draft", {"added": "; ".join(value.partition(", not ")[0] for value in sorted(right))}
        )
    add_note(talk)
    go_on(talk)
    return True


def take_statement(talk: Talk) -> bool:
    """Put a line that asks nothing into the case; True when it was one, and was answered."""
    heard = talk.heard
    if case_question(heard.text) is not None:
        return False
    if _tells_nothing(talk):
        # a wish that has an answer of its own stands in the case all the same
        (add_note if heard.english and is_wish(heard.text) else note_wishes)(talk)
        return False
    if only_waits(talk) and not adds_something(heard.text):
        talk.asks(talk.open.asked if talk.open else Asked.CASE_CONFIRM)
        talk.script.ask("utter_follow_wait_a_moment")
        return True
    if puts_right(heard.text, heard.says) and heard.words <= _WORDS_THAT_ONLY_COMPLAIN:
        talk.asks(Asked.CASE_CHANGE)
        talk.script.ask("utter_ticket_edit")
        return True
    return _put_in(talk)


def _tells_nothing(talk: Talk) -> bool:
    """Tell whether a message has nothing for the person to read: a picture offered, a question, a word or two."""
    heard = talk.heard
    offers = heard.english and offers_a_picture(heard.text)
    return offers or is_no_statement(talk) or heard.text.startswith("/") or heard.words < FEWEST_WORDS_OF_A_NOTE


def _put_in(talk: Talk) -> bool:
    """Put the line in and say so; False for thanks, which are no part of a case."""
    before = talk.dialogue.notes
    add_note(talk)
    if talk.dialogue.notes == before and talk.acts.social:
        return False
    if says_the_phone_is_wrong(talk.heard.text) and not talk.memory.phone and talk.script.say("utter_ask_right_phone"):
        if not talk.waits_for(Asked.CASE_CONFIRM):
            go_on(talk)
        return True
    tell_what_changed(talk, before)
    return True
