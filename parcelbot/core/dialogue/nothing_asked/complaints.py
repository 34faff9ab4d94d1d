"""Answer a complaint that asks nothing."""

from __future__ import annotations

from parcelbot.core.dialogue.answers.answering import tell_plan
from parcelbot.core.dialogue.answers.plans import plan_stands
from parcelbot.core.dialogue.cases.steam import answer_beside_the_case
from parcelbot.core.dialogue.nothing_asked.wants_a_person import knows_enough_for_a_person
from parcelbot.core.dialogue.talk import Talk


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
