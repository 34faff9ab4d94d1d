"""Find out which parcel is meant: take what the message gives, or ask for what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import NO_PARCEL, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.answering import person_button
from parcelbot.core.dialogue.replies import Reply
from parcelbot.core.dialogue.script import Button
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.identify import Identification, Need
from parcelbot.core.questions import Question
from parcelbot.core.reading.short_replies import bare_order_number, is_short_reply, pick_choice
from parcelbot.core.wording import list_words

#: What is asked about a number that is doubted: what it may have been stands beside.
_DOUBTS = (Need.REPAIR, Need.SWAPPED)
_WHICH_ORDER = (Need.ORDER_NUMBER, Need.OTHER_ORDER)
#: Parcels of one order that are looked up for an overview; more are offered by number only.
MOST_LOOKED_UP = 6

#: Tables that answer for a number under which the shopper's parcel was not found.
_NOT_THEIR_PARCEL = ("not_found", "old_number")

#: "The second one" picks a parcel; with these words it asks for several.
_MORE_THAN_ONE = re.compile(r"\b(?:others?|both|all|rest|each|every\w*)\b", re.IGNORECASE)


def turn_to_the_order(talk: Talk) -> None:
    """Turn to the order once its number is given, where the tracking number was nobody's or is another parcel's."""
    plan = talk.dialogue.plan_of(talk.number)
    no_parcel_of_theirs = plan is not None and plan.row.partition("/")[0] in _NOT_THEIR_PARCEL
    if no_parcel_of_theirs and talk.memory.order_number and (talk.heard.order_number or talk.heard.email):
        talk.remember(tracking_number="", several=(), parcel="")


def take_parcel_reply(talk: Talk) -> bool:
    """Take the answer to "which parcel?" where it gives no details by itself; True when it was one."""
    waiting = talk.open
    if waiting is None or waiting.asked is not Asked.PARCEL or talk.heard.gives_details:
        return False
    if Question.ALL_PARCELS in talk.acts.questions and _MORE_THAN_ONE.search(talk.heard.text):
        return False
    taken = _taken(talk, Need(waiting.about), waiting.choices)
    if taken is None:
        return False
    talk.memory = taken
    return True


def settle_parcel(talk: Talk) -> bool:
    """Settle the parcel from what is known; False when something has to be asked for first."""
    if talk.memory.parcel:
        return True
    found = talk.around.identify(talk.memory)
    if found.need is Need.CHOICE:
        talk.remember(several=found.choices)
    if found.settled:
        talk.remember(parcel=found.number or NO_PARCEL)
    return found.settled


def ask_for_parcel(talk: Talk, pending: Sequence[Question]) -> None:
    """Ask for what is missing, and keep the questions that wait for it."""
    found = talk.around.identify(talk.memory)
    talk.note(pending=tuple(question.value for question in pending))
    talk.asks(Asked.PARCEL, about=found.need.value, choices=found.choices)
    times = talk.open.times if talk.open else 1
    if found.need is Need.CHOICE and times == 1 and _overview(talk, found.choices):
        return
    buttons = _buttons(talk, found) + ([person_button(talk)] if times > 1 else [])
    again = "_again" if times > 1 and found.need is Need.NUMBER else ""
    words = {"typed": talk.memory.tracking_number, "suggested": list_words(found.choices, last="or")}
    talk.script.ask(f"utter_need_{found.need.value}{again}", words, buttons)


def _taken(talk: Talk, need: Need, choices: Sequence[str]) -> Memory | None:
    """Give the memory with the answer in it; None when the message is no answer."""
    memory, reply, text = talk.memory, talk.acts.reply, talk.heard.text
    if bare := _bare_order(text, need):
        return replace(memory, order_number=bare)
    chosen = pick_choice(text, choices) if need in (Need.CHOICE, *_DOUBTS) else ""
    if not chosen and reply is Reply.YES and (need is Need.REPAIR or (need is Need.SWAPPED and len(choices) == 1)):
        chosen = choices[0]
    if chosen:
        return replace(memory, tracking_number=chosen, number_valid=True, repairs=())
    if reply is Reply.NO and need in _DOUBTS:
        return replace(memory, repairs=())
    if reply in (Reply.NO, Reply.NOTHING_TO_GIVE) or talk.heard.intent == "no_details":
        return replace(memory, no_number=True)
    return None


def _bare_order(text: str, need: Need) -> str:
    """Find the number in "yep 7401" where an order number was asked for; "" for none."""
    expected = need in _WHICH_ORDER or (need is Need.NUMBER and is_short_reply(text))
    return bare_order_number(text) if expected else ""


def _overview(talk: Talk, numbers: Sequence[str]) -> bool:
    """Tell one line of status for each parcel, those that need attention first; False for too many."""
    if len(numbers) > MOST_LOOKED_UP:
        return False
    talk.script.ask("utter_need_choice_overview", *_overview_of(talk, numbers))
    return True


def tell_all_parcels(talk: Talk) -> bool:
    """Tell where every parcel is that the shopper has; False when none is known or there are too many."""
    order = talk.around.identify(talk.memory).order
    numbers = (order.parcels if order else ()) or talk.memory.several or tuple(talk.dialogue.plans)
    if not 0 < len(numbers) <= MOST_LOOKED_UP:
        return False
    talk.note(pending=())
    talk.script.ask("utter_all_parcels", *_overview_of(talk, numbers))
    return True


def _overview_of(talk: Talk, numbers: Sequence[str]) -> tuple[dict[str, str], list[Button]]:
    """Look all parcels up; gives their lines and their buttons, and leaves open which one is looked at closer."""
    decided = [talk.around.answer(talk.enquiry(Question.WHERE_IS_MY_ORDER, number)) for number in numbers]
    decided.sort(key=lambda one: -one.answer.row.then.urgency.rank)
    ordered = tuple(one.enquiry.number for one in decided)
    talk.remember(several=ordered)
    talk.asks(Asked.PARCEL, about=Need.CHOICE.value, choices=ordered)
    lines = "\n".join(talk.script.title("utter_parcel_overview").format_map(talk.words(one)) for one in decided)
    return {"lines": lines}, [number_button(n) for n in ordered]


def _buttons(talk: Talk, found: Identification) -> list[Button]:
    title = talk.script.title
    if found.need in (Need.CHOICE, *_DOUBTS):
        picks = [number_button(number) for number in found.choices]
        as_typed = Button(title("utter_button_as_typed"), _details(talk.memory.tracking_number))
        return picks + ([as_typed] if found.need in _DOUBTS else [])
    if found.need is Need.NUMBER_KIND:
        kinds = ("tracking", "order", "phone")
        return [Button(title(f"utter_button_{k}"), f'/provide_details{{"number_kind":"{k}"}}') for k in kinds]
    if found.need is Need.LOCKED:
        return [person_button(talk)]
    return [Button(title("utter_button_no_details"), "/no_details")]


def number_button(number: str) -> Button:
    """Build the button that stands for a tracking number."""
    return Button(number, _details(number))


def _details(number: str) -> str:
    return f'/provide_details{{"tracking_number":"{number}"}}'
