"""Find out which parcel is meant: take what the message gives, or ask for what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import NO_PARCEL, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.answers.answered import put_down
from parcelbot.core.dialogue.answers.answering import person_button, tell_decided, tell_plan
from parcelbot.core.dialogue.answers.plans import settle_plan
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.parcels.by_a_day import names_one, tell_which_are_late
from parcelbot.core.dialogue.parcels.each_parcel import (
    tell_days_of_all,
    tell_of_each,
    tell_that_scans_name_no_goods,
    without_those_here,
)
from parcelbot.core.dialogue.parcels.several_parcels import (
    MOST_LOOKED_UP,
    has_standing,
    look_up_all,
    meant_parcel,
    needs_attention,
    overview_words,
    the_one_behind,
    the_pressing,
    turned_to,
)
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.intents import NO_DETAILS
from parcelbot.core.language import Button
from parcelbot.core.parcel.identify import Identification, Need
from parcelbot.core.parcel.orders import is_marketplace_number
from parcelbot.core.questions import Question
from parcelbot.core.reading.codes.spelt_numbers import in_figures
from parcelbot.core.reading.orders.short_replies import bare_order_number, is_short_reply, pick_choice
from parcelbot.core.reading.orders.which_one import (
    ParcelStanding,
    asks_for_all,
    asks_for_several,
    misses_from_the_box,
    names_the_other,
)
from parcelbot.core.reading.questions.plain_questions import asks_which_holds_it
from parcelbot.core.reading.told.telling import Told

#: What is asked about a number that is doubted: what it may have been stands beside.
_DOUBTS = (Need.REPAIR, Need.SWAPPED)
_WHICH_ORDER = (Need.ORDER_NUMBER, Need.OTHER_ORDER)
#: A short reply to these may be a number alone: the first that is given, or one put right.
_ALSO_BARE = (Need.NUMBER, Need.MATCHING_DETAILS, Need.RECENT_ORDER)
#: Tables that answer for a number under which the shopper's parcel was not found.
_NOT_THEIR_PARCEL = ("not_found", "old_number")
#: Which of several is meant is not asked a third time.
_MOST_TIMES_ASKED = 2


def turn_to_the_order(talk: Talk) -> None:
    """Turn to the order once its number is given, where the tracking number was nobody's or is another parcel's."""
    plan = talk.dialogue.plan_of(talk.number)
    no_parcel_of_theirs = plan is not None and table_of(plan.row) in _NOT_THEIR_PARCEL
    if no_parcel_of_theirs and talk.memory.order_number and (talk.heard.order_number or talk.heard.email):
        talk.remember(tracking_number="", several=(), parcel="")


def take_answer(talk: Talk) -> bool:
    """Take the answer to "which parcel?"; True when it was one."""
    waiting = talk.open
    if waiting is None or waiting.asked is not Asked.PARCEL or talk.heard.gives_details:
        return False
    if Question.ALL_PARCELS in talk.acts.questions and asks_for_several(talk.heard.text):
        return False
    taken = _taken(talk, Need(waiting.about), waiting.choices)
    if taken is None:
        return False
    talk.memory = taken
    return True


def settle_parcel(talk: Talk, questions: Sequence[Question] = ()) -> bool:
    """Settle the parcel from what is known and from what is asked; False when something has to be asked for first."""
    if talk.memory.parcel:
        return True
    found = talk.around.identify(talk.memory)
    if found.need is Need.CHOICE:
        talk.remember(several=found.choices)
        if meant := meant_parcel(talk, found.choices, questions):
            talk.script.say("utter_meant_parcel", {"number": meant, "count": str(len(found.choices))})
            talk.memory = turned_to(talk.memory, meant)
        elif in_need := _one_in_need(talk, found.choices):
            talk.memory = turned_to(talk.memory, in_need)
        found = talk.around.identify(talk.memory)
    if found.settled:
        talk.remember(parcel=found.number or NO_PARCEL)
    return found.settled


def _one_in_need(talk: Talk, numbers: Sequence[str]) -> str:
    """Give the parcel that needs something, where the list was told and asked of in vain; asked of twice, any does."""
    waiting = talk.open
    if waiting is None or waiting.asked is not Asked.PARCEL or waiting.about != Need.CHOICE.value:
        return ""
    if not 0 < len(numbers) <= MOST_LOOKED_UP:
        return ""
    decided = look_up_all(talk, numbers)
    found = the_pressing(decided) or the_one_behind(decided)
    if found is None and waiting.times >= _MOST_TIMES_ASKED:
        found = needs_attention(decided)
    return found.enquiry.number if found else ""


def ask_for_parcel(talk: Talk, pending: Sequence[Question]) -> None:
    """Ask for what is missing, and keep the questions that wait for it; none do once nothing is missing.

    An order that has no parcel yet is all that is needed as well.
    """
    found = talk.around.identify(talk.memory)
    if found.settled:
        talk.note(pending=())
        return
    if Told.PAID_NO_ORDER in talk.memory.told:
        # who has paid and got no order has no number to give, and one that fits nothing is no news
        tell_decided(talk, talk.around.answer(talk.enquiry(Question.WHERE_IS_MY_ORDER, "")))
        return
    talk.note(pending=tuple(question.value for question in pending))
    talk.asks(Asked.PARCEL, about=found.need.value, choices=found.choices)
    times = talk.open.times if talk.open else 1
    if found.need is Need.CHOICE and times == 1 and _overview(talk, found.choices):
        return
    buttons = _buttons(talk, found) + ([person_button(talk)] if times > 1 else [])
    if found.need is Need.MATCHING_DETAILS and talk.script.messages and not talk.heard.gives_details:
        # asked after another answer, with nothing new given, it would be the same question again
        return
    again = "_again" if times > 1 and found.need is Need.NUMBER else ""
    words = {"typed": talk.memory.tracking_number, "suggested": talk.around.either(found.choices)}
    seller = (
        "_market" if found.need is Need.MATCHING_DETAILS and is_marketplace_number(talk.memory.order_number) else ""
    )
    talk.script.ask(f"utter_need_{found.need.value}{again}{seller}", words, buttons)


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
    if reply in (Reply.NO, Reply.NOTHING_TO_GIVE) or talk.heard.intent == NO_DETAILS:
        return replace(memory, no_number=True)
    return None


def _bare_order(text: str, need: Need) -> str:
    """Find the number in "yep 7401" where an order number was asked for; "" for none."""
    expected = need in _WHICH_ORDER or (need in _ALSO_BARE and is_short_reply(text))
    return bare_order_number(in_figures(text)) if expected else ""


def _overview(talk: Talk, numbers: Sequence[str]) -> bool:
    """Tell one line of status for each parcel; False for too many, and for a list that was told already."""
    if len(numbers) > MOST_LOOKED_UP:
        return False
    decided = look_up_all(talk, numbers)
    told = _tell_list(talk, decided)
    if told:
        tell_that_scans_name_no_goods(talk)
        _ask_which_of(talk, decided)
    return told


def tell_of_all(talk: Talk) -> bool:
    """Tell of all parcels of an order where the words ask for it; False where they do not, or there is only one."""
    if names_one(talk) or asks_which_holds_it(talk.heard.text):
        return False
    if tell_which_are_late(talk) or tell_days_of_all(talk):
        return True
    return asks_for_all(talk.heard.text) and len(parcels_of(talk, talk.memory)) > 1 and tell_of_all_parcels(talk)


def tell_of_several(talk: Talk, questions: Sequence[Question]) -> bool:
    """Answer what is about more than one parcel of an order; False where nothing of the message is."""
    if Question.ALL_PARCELS in questions:
        return tell_of_all_parcels(talk)
    if not names_one(talk) and tell_of_each(talk, questions):
        return True
    misses_an_item = Question.ITEM_MISSING in questions or misses_from_the_box(talk.heard.text)
    return misses_an_item and tell_what_still_comes(talk)


def tell_of_all_parcels(talk: Talk) -> bool:
    """Tell where every parcel is that the shopper has; False when none is known or there are too many."""
    numbers = parcels_of(talk, talk.memory) or tuple(talk.dialogue.plans)
    if not 0 < len(numbers) <= MOST_LOOKED_UP:
        return False
    talk.note(pending=())
    others = tuple(number for number in numbers if number != talk.number)
    if names_the_other(talk.heard.text, talk.heard.says) and 1 < len(others) < len(numbers):
        _leave_open(talk, others)
        talk.script.ask("utter_which_of_these", {}, [number_button(number) for number in others])
        return True
    if len(numbers) == 1:
        talk.memory = turned_to(talk.memory, numbers[0])
        settle_parcel(talk)
        tell_plan(talk, Question.WHERE_IS_MY_ORDER)
        return True
    decided = look_up_all(talk, numbers)
    first = needs_attention(decided)
    if _tell_list(talk, decided):
        _leave_open(talk, numbers)
        _ask_which_of(talk, decided)
        return True
    talk.script.ask("utter_all_parcels_same", talk.around.words(first, None))
    talk.memory = turned_to(talk.memory, first.enquiry.number)
    settle_parcel(talk)
    tell_plan(talk, Question.WHERE_IS_MY_ORDER)
    return True


def _ask_which_of(talk: Talk, decided: Sequence[DecidedEnquiry]) -> None:
    """Ask which of those that are listed is looked at closer; what the shopper has is no choice."""
    listed = (one.enquiry.number for one in without_those_here(talk, decided))
    talk.script.ask("utter_which_of_these", {}, [number_button(number) for number in listed])


def _tell_list(talk: Talk, decided: Sequence[DecidedEnquiry]) -> bool:
    """Tell the list, in the order's own order, and the one that needs something; False when it was told already."""
    listed = without_those_here(talk, decided)
    pressing, behind = the_pressing(listed), the_one_behind(listed)
    kind = "_pressing" if pressing else "_behind" if behind else "" if len(listed) == len(decided) else "_to_come"
    first = pressing or behind or needs_attention(listed)
    return talk.script.say(f"utter_parcels{kind}", {**overview_words(talk, listed), "number": first.enquiry.number})


def _leave_open(talk: Talk, numbers: Sequence[str]) -> None:
    """Leave open which parcel is looked at closer."""
    talk.remember(several=tuple(numbers))
    talk.asks(Asked.PARCEL, about=Need.CHOICE.value, choices=tuple(numbers))


def tell_what_still_comes(talk: Talk) -> bool:
    """Say that what is missing is probably in the parcel that still comes; False where none does, or it was said."""
    numbers = parcels_of(talk, talk.memory)
    if not 1 < len(numbers) <= MOST_LOOKED_UP:
        return False
    decided = look_up_all(talk, numbers)
    coming = [one for one in decided if one.shipment is not None and has_standing(one, ParcelStanding.OPEN)]
    if not 0 < len(coming) < len(decided):
        return False
    words = {**overview_words(talk, coming), "total": str(len(decided)), "here": str(len(decided) - len(coming))}
    if not talk.script.next_text("utter_missing_may_come", words):
        return False
    talk.script.say("utter_missing_may_come", words)
    talk.note(pending=(), open=None)
    if len(coming) == 1:
        _keep_the_missing_item(talk, coming[0])
    return True


def _keep_the_missing_item(talk: Talk, coming: DecidedEnquiry) -> None:
    """Keep what is missed as the matter of the parcel that still comes, which is talked of from now."""
    talk.memory = turned_to(talk.memory, coming.enquiry.number)
    settle_parcel(talk)
    settle_plan(talk, Question.WHERE_IS_MY_ORDER)
    put_down(talk, talk.decide(Question.ITEM_MISSING), Question.ITEM_MISSING)


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
