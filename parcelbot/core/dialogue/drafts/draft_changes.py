"""Take what a shopper wants changed in a case that is not sent: another e-mail, a second parcel, another problem."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.asked_beside import gives_a_detail
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.cases.draft_words import looks_first, names_another_parcel, says_the_email_is_wrong
from parcelbot.core.reading.cases.send_orders import holds_back
from parcelbot.core.reading.contact.shut_mailboxes import shuts_a_mailbox
from parcelbot.core.reading.wanted.wishes import wished_matters

_SHOWN = (Asked.CASE_CONFIRM, Asked.CASE_CHANGE)


def take_change(talk: Talk) -> bool:
    """Ask for what a change still lacks: the right e-mail, or the other parcel's number; False where none is wanted."""
    case, heard = talk.dialogue.case, talk.heard
    if case is None or talk.open is None or gives_a_detail(talk):
        return False
    # the one that was shown has been struck
    is_shut = case.email is None and shuts_a_mailbox(heard.text)
    is_wrong = bool(case.email) and heard.english and says_the_email_is_wrong(heard.text)
    if talk.open.asked in _SHOWN and (is_wrong or is_shut):
        talk.note(case=replace(case, email=None), answer_to="")
        talk.asks(Asked.CASE_EMAIL)
        talk.script.ask("utter_ask_right_email")
        return True
    return heard.english and talk.open.asked in _SHOWN and names_another_parcel(heard.text) and _put_another_in(talk)


def _put_another_in(talk: Talk) -> bool:
    """Put the other parcel in where the order tells it, else ask for its number; nothing is missing from this one."""
    order = talk.around.identify(talk.memory).order
    others = [number for number in order.parcels if number != talk.number] if order else []
    talk.acts = replace(talk.acts, questions=tuple(q for q in talk.acts.questions if q is not Question.ITEM_MISSING))
    add_note(talk)
    # the number that is typed next becomes the case's own: this one stays in it as well
    also = others or [talk.number]
    talk.note(notes=tuple(dict.fromkeys((*talk.dialogue.notes, *filter(None, also)))))
    talk.asks(Asked.CASE_CONFIRM)
    if others:
        talk.script.say("utter_noted_in_case")
    talk.script.ask("utter_still_case_confirm" if others else "utter_ask_other_number")
    return True


def only_waits(talk: Talk) -> bool:
    """Tell whether a message only asks us to wait a moment: that is nothing for the person to read."""
    text = talk.heard.text
    says_more = gives_a_detail(talk) or wished_matters(text) or WISHES.intersection(talk.acts.questions)
    return talk.heard.english and holds_back(text) and looks_first(text) and not says_more
