"""Turn to another parcel of the order: one that the words name, or the only one that a question can be about."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.dialogue.parcels.several_parcels import named_parcel, only_other, turned_to
from parcelbot.core.dialogue.parcels.which_parcel import settle_parcel, take_answer
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.which_one import asks_for_several, names_another_parcel


def take_parcel_reply(talk: Talk) -> bool:
    """Take which parcel is meant where a message gives no number of its own: in answer to us, or unasked."""
    return _turn_within_the_order(talk) or _turn_back(talk) or take_answer(talk) or _turn_to_the_only_one(talk)


def _turn_within_the_order(talk: Talk) -> bool:
    """Turn to the parcel of the same order that the words name; False where they name none."""
    heard, before = talk.heard, talk.known_before
    if (
        heard.numbers
        or heard.email
        or (Question.ALL_PARCELS in talk.acts.questions and asks_for_several(talk.heard.text))
    ):
        return False
    numbers = parcels_of(talk, before)
    chosen = named_parcel(talk, numbers) if len(numbers) > 1 else ""
    if not chosen:
        return False
    # a few digits of its number are no order number
    kept = replace(talk.memory, order_number=before.order_number, ambiguous_number=before.ambiguous_number)
    talk.memory = turned_to(replace(kept, several=before.several, parcel=before.parcel), chosen)
    talk.heard = replace(heard, status="", wording="", topic="")
    return settle_parcel(talk)


def _turn_back(talk: Talk) -> bool:
    """Turn to a parcel of another order that was told of before, with its order; False where the words name none."""
    heard, told = talk.heard, talk.dialogue.plans
    if heard.gives_details or len(parcels_of(talk, talk.known_before)) > 1 or len(told) <= 1:
        return False
    chosen = named_parcel(talk, tuple(told))
    if chosen in ("", talk.number):
        return False
    talk.memory = replace(turned_to(talk.memory, chosen), order_number=told[chosen].order)
    talk.heard = replace(heard, status="", wording="")
    return settle_parcel(talk)


def ask_for_the_other(talk: Talk) -> bool:
    """Say how another parcel is found that nobody knows the number of: nothing of this one is told of that."""
    asks_of_it = talk.number and talk.acts.questions and names_another_parcel(talk.heard.text, talk.heard.says)
    if not asks_of_it or talk.heard.numbers or talk.heard.email:
        return False
    if talk.dialogue.case is not None or parcels_of(talk, talk.memory):
        return False
    talk.keep_the_matter()
    return talk.script.say("utter_follow_other_number")


def _turn_to_the_only_one(talk: Talk) -> bool:
    """Turn to the only parcel of the order that a question can be about: "delivered? I've nothing" means no other."""
    told = talk.number and not talk.heard.gives_details and talk.dialogue.case is None
    numbers = parcels_of(talk, talk.known_before) if told else ()
    meant = only_other(talk, numbers, talk.acts.questions)
    if not meant:
        return False
    talk.script.say("utter_meant_parcel", {"number": meant, "count": str(len(numbers))})
    talk.memory = turned_to(talk.memory, meant)
    return settle_parcel(talk)
