"""Leave what no table knows open: it is kept in the shopper's words, what stands is named, and a person is offered."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.dialogue.asked_now import told_status
from parcelbot.core.dialogue.beside_a_case import leave_to_a_person
from parcelbot.core.dialogue.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.plans import plan_stands
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import BRING_A_FACT, PLAN_QUESTIONS, Question

_TROUBLES = PLAN_QUESTIONS - {Question.WHERE_IS_MY_ORDER}
#: Of fewer words it is asked once more what is meant.
_FEWEST_WORDS = 4
#: "Still nothing here" names the trouble once more; whoever writes more than that tells something.
_FEWEST_THAT_TELL = 8
#: What tells where a parcel is, or since when, may change the plan.
_TELLS_OF_THE_PARCEL = frozenset({"country", "seen_in", "duration", "date", "carrier", "sales_channel"})


def says_what_no_table_knows(talk: Talk) -> bool:
    """Tell whether a message about a parcel that was told of says or asks more than a word or two."""
    told = bool(talk.dialogue.row and talk.number)
    return told and not talk.heard.text.startswith("/") and talk.heard.words >= _FEWEST_WORDS


def tells_of_the_told_trouble(talk: Talk, questions: Sequence[Question]) -> bool:
    """Tell whether a message that asks nothing only comes back to the trouble whose plan was told, with a fact beside.

    The plan in other words would be no answer to it.
    """
    heard = talk.heard
    says_more = heard.words >= _FEWEST_THAT_TELL and not heard.text.startswith("/")
    tells_of_it = bool(_TELLS_OF_THE_PARCEL.intersection(heard.claims))
    brings = heard.gives_details or tells_of_it or talk.memory.checks != talk.known_before.checks
    if not says_more or brings or asks_or_is_marked(heard) or len(questions) != 1:
        return False
    (question,) = questions
    plan = talk.dialogue.plan_of(talk.number)
    # what was not said yet may change the plan
    is_said = plan is not None and (question not in BRING_A_FACT or plan.question == question)
    return is_said and question in _TROUBLES and plan_stands(talk, question)


def leave_open(talk: Talk) -> None:
    """Keep the message for a person, with the day that stands where somebody only tells something."""
    leave_to_a_person(talk)
    waits = talk.ending.offer and told_status(talk) is not Status.DELIVERED and plan_stands(talk, talk.plan_question)
    dated = talk.plan_day is not None and talk.plan_day >= talk.today
    if waits and dated and not asks_or_is_marked(talk.heard):
        talk.script.say("utter_plan_stands", talk.words(talk.decide(talk.plan_question)))
