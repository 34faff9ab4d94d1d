"""Answer a complaint that asks nothing."""

from __future__ import annotations

from parcelbot.core.dialogue.answering import tell_plan
from parcelbot.core.dialogue.plans import plan_stands
from parcelbot.core.dialogue.steam import answer_beside_the_case
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.wants_a_person import knows_enough_for_a_person


def answer_complaint(talk: Talk) -> None:
    """Answer a complaint that asks nothing: beside a case, else with the parcel's state if untold, and a person."""
    if answer_beside_the_case(talk):
        return
    if talk.number and plan_stands(talk, talk.plan_question):
        # who complains of what was told does not want to hear it again
        talk.script.say("utter_complaint_told")
    elif talk.number:
        tell_plan(talk, talk.plan_question)
    else:
        talk.script.say("utter_complaint")
    talk.ending.offer = knows_enough_for_a_person(talk)
