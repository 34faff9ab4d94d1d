"""Leave what no table knows open: it is kept in the shopper's words, what stands is named, and a person is offered."""

from __future__ import annotations

from parcelbot.core.dialogue.beside_a_case import leave_to_a_person
from parcelbot.core.dialogue.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.plans import plan_stands
from parcelbot.core.dialogue.talk import Talk

#: Of fewer words it is asked once more what is meant.
_FEWEST_WORDS = 4


def says_what_no_table_knows(talk: Talk) -> bool:
    """Tell whether a message about a parcel that was told of says or asks more than a word or two."""
    told = bool(talk.dialogue.row and talk.number)
    return told and not talk.heard.text.startswith("/") and talk.heard.words >= _FEWEST_WORDS


def leave_open(talk: Talk) -> None:
    """Keep the message for a person, with the day that stands where somebody only tells something."""
    leave_to_a_person(talk)
    waits = talk.ending.offer and talk.plan_day is not None and plan_stands(talk, talk.plan_question)
    if waits and talk.plan_day >= talk.today and not asks_or_is_marked(talk.heard):
        talk.script.say("utter_plan_stands", talk.words(talk.decide(talk.plan_question)))
