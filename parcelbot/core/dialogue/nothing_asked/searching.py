"""Take what is said while we wait for an answer: that its writer goes to look first, or asks no neighbours."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import SETTLEMENTS
from parcelbot.core.reading.cases.case_words import leaves_it
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.replies.postponing import does_something_first, wants_time
from parcelbot.core.reading.replies.searching import asks_nobody, goes_to_look

#: What may take a look, or somebody else's answer, before it can be said.
_MAY_TAKE_TIME = frozenset({Asked.CHECK, Asked.MISSING, Asked.DETAIL, Asked.CASE_EMAIL, Asked.CASE_ORDER})
_PLACES, _PEOPLE = "places_checked", "people_asked"


def take_search(talk: Talk) -> bool:
    """Leave time to who goes to look, and a step to who will not take it; True where the message was one of these."""
    return not talk.heard.text.startswith("/") and (_takes_time(talk) or _asks_nobody(talk))


def _takes_time(talk: Talk) -> bool:
    """Say that nothing runs out; what was asked stays open, and is not asked in the same breath."""
    waiting, heard = talk.open, talk.heard
    if waiting is None or waiting.asked not in _MAY_TAKE_TIME or heard.gives_details:
        return False
    if not _wants_a_while(heard) or _says_more(talk):
        return False
    talk.asks(waiting.asked, about=waiting.about)
    talk.script.ask("utter_take_your_time")
    return True


def _wants_a_while(heard: Heard) -> bool:
    reads = (goes_to_look, wants_time, does_something_first)
    return any(wants(heard.text, heard.says) for wants in reads)


def _says_more(talk: Talk) -> bool:
    """Tell whether the message also asks, wants a person, or leaves the whole matter: "wait, no, leave it"."""
    heard = talk.heard
    return asks_in(heard) or asks_for_a_person(heard.text, heard.says) or leaves_it(heard.text, heard.says)


def _asks_nobody(talk: Talk) -> bool:
    """Leave out the step of asking people; what is left of the list is the shopper's own door, then the carrier."""
    waiting, heard = talk.open, talk.heard
    of_people = waiting is not None and waiting.asked is Asked.CHECK and waiting.about in (_PLACES, _PEOPLE)
    if waiting is None or not of_people or not asks_nobody(heard.text, heard.says):
        return False
    if SETTLEMENTS.intersection(talk.acts.questions) or talk.acts.wants_person:
        return False
    add_note(talk)
    talk.remember(people_asked=False)
    talk.script.ask("utter_needs_no_asking")
    if waiting.about == _PEOPLE:
        talk.ending.checklist = True
    else:
        talk.asks(waiting.asked, about=waiting.about)
        talk.script.say("utter_own_door_first")
    return True
