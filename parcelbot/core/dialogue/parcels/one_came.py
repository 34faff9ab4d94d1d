"""Be glad of a parcel that came while another of its order is waited for."""

from __future__ import annotations

from parcelbot.core.dialogue.answers.plans import settle_plan
from parcelbot.core.dialogue.hearing.own_question import sure_follow_up
from parcelbot.core.dialogue.parcels.each_parcel import says_one_came
from parcelbot.core.dialogue.parcels.several_parcels import has_standing, look_up_all, named_parcel
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.questions import ISSUES, PLAN_QUESTIONS
from parcelbot.core.reading.orders.which_one import ParcelStanding


def tell_one_came(talk: Talk) -> bool:
    """Be glad of a delivered parcel that is here, and say until when the other is waited for; False for all else."""
    number = _that_came(talk)
    if not number:
        return False
    talk.script.ask("utter_parcel_found")
    waits = settle_plan(talk, talk.plan_question).decided
    if waits.answer.wait_until is not None:
        talk.script.say("utter_plan_stands", talk.words(waits))
    return True


def _that_came(talk: Talk) -> str:
    """Find the delivered parcel that a message says is here, and asks nothing of; "" for none."""
    heard, issues = talk.heard, ISSUES - PLAN_QUESTIONS
    only_says_so = says_one_came(heard.text) and not (asks_or_is_marked(heard) or sure_follow_up(heard))
    if not (only_says_so and talk.number) or talk.dialogue.case is not None or issues.intersection(talk.acts.questions):
        return ""
    numbers = parcels_of(talk, talk.known_before)
    named = named_parcel(talk, numbers) if len(numbers) > 1 else ""
    if named in ("", talk.number) or not has_standing(look_up_all(talk, [named])[0], ParcelStanding.DELIVERED):
        return ""
    return named
