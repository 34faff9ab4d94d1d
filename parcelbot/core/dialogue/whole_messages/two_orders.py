"""Answer for each order that a message names: what is asked of one is not taken for the other, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import Heard, Memory, Sentence
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.answers.answering import answer_all
from parcelbot.core.dialogue.cases.second_order import asks_of_its_way
from parcelbot.core.dialogue.hearing.acts import read_acts
from parcelbot.core.dialogue.parcels.which_parcel import settle_parcel, tell_of_all_parcels
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.questions.sense import makes_sense
from parcelbot.core.dialogue.second_questions.follow_ups import tell_second
from parcelbot.core.dialogue.state import OrderTold
from parcelbot.core.dialogue.surroundings import Surroundings
from parcelbot.core.dialogue.talk import Ending, Talk
from parcelbot.core.intents import (
    FEEDBACK_USEFUL,
    GOODBYE,
    GREET,
    NOT_UNDERSTOOD,
    PARCEL_ARRIVED,
    PROVIDE_DETAILS,
    THANKS,
)
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import DANGERS, GOODS, PARCEL_QUESTIONS, PLAN_QUESTIONS, QUESTIONS, WISHES, Question
from parcelbot.core.reading.danger.safety import read_danger
from parcelbot.core.reading.orders.orders_named import lists_orders, orders_named, parts_by_order
from parcelbot.core.reading.orders.short_replies import kept_order_number
from parcelbot.core.reading.questions.sentences import asks_something

_BELIEVED = 0.35
#: What is said of an order that needs no word.
_COURTESIES = frozenset({THANKS, GREET, GOODBYE, PARCEL_ARRIVED, FEEDBACK_USEFUL})
_WHERE = Question.WHERE_IS_MY_ORDER
#: Of orders that are listed it is asked where each is.
_OF_EACH = frozenset({PROVIDE_DETAILS, Question.ALL_PARCELS.value, *NOT_UNDERSTOOD})
#: One order is changed by what is said of the other: "cancel this, not that".
_CHANGES = frozenset({Question.CANCEL_ORDER, Question.CHANGE_ADDRESS})
#: Asked of an order that is not here yet.
_OF_THE_WAY = PLAN_QUESTIONS - {Question.DELIVERED_NOT_RECEIVED} | {Question.ARRIVAL_DATE, Question.SPEED_UP}
_OTHER_ORDER = re.compile(
    r"\b(?:the|my|that) (?:other|late|second|first) (?:one|order|parcel|package|thing)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_LITTLE = frozenset(
    re.split(
        " ",
        "order orders parcel package still hasn have with that this came from what when where mail please your also "
        "been does will about there here they them were which would could should item items more just only days weeks "
        "week than then some other come coming arrive arrived",
    )
)


def told_apart(heard: Heard, memory: Memory, around: Surroundings) -> tuple[Heard, tuple[Heard, ...]]:
    """Tell a message of several orders apart: the one that leads, as it was heard of its order, and the others.

    Wrong goods lead, since a person takes them; else the one named last. A message of one order stays as it is, and
    so does one with a number that is none of the shopper's orders.
    """
    email = heard.email or memory.email
    parts = [] if heard.intent in DANGERS or read_danger(heard.text) else _parts(heard)
    understood = (part.intent for part in heard.sentences if _is_understood(part))
    named = (heard.intent, *heard.also_asked, *understood, memory.issue)
    goods = next((name for name in named if name in GOODS), "")
    if parts and goods and lists_orders(heard.text):
        parts = _by_what_came(parts, goods, email, around)
    if email and any(
        around.identify(Memory(order_number=part.order_number, email=email)).order is None for part in parts
    ):
        parts = []
    if len(parts) < 2:
        return (parts[0], ()) if parts else (heard, ())
    leading = next((part for kind in (GOODS, WISHES) for part in parts if part.intent in kind), parts[-1])
    return leading, tuple(part for part in parts if part is not leading)


def _parts(heard: Heard) -> list[Heard]:
    orders = orders_named(heard.text)
    if len(orders) < 2 or heard.numbers or kept_order_number(heard.text) or heard.intent in _CHANGES:
        return []
    if lists_orders(heard.text):
        each = heard.intent in PARCEL_QUESTIONS | GOODS | _OF_EACH
        intent = _WHERE.value if heard.intent in _OF_EACH - {PROVIDE_DETAILS} else heard.intent
        return [replace(heard, intent=intent, order_number=order) for order in orders] if each else []
    texts = parts_by_order(heard.text)
    named = [(orders_named_in(part.text, orders), part) for part in heard.sentences if part.text in texts]
    if len(named) != len(orders) or any(len(found) != 1 for found, _ in named):
        return []
    return [_part(heard, found[0], part) for found, part in named if part.intent not in _COURTESIES]


def _by_what_came(parts: Sequence[Heard], goods: str, email: str, around: Surroundings) -> list[Heard]:
    """Take the only order that was delivered for the one whose goods are wrong; [] where that is not clear."""
    came = [part for part in parts if _was_delivered(part.order_number, email, around)]
    if len(came) != 1:
        return []
    return [replace(part, intent=goods if part in came else _WHERE.value, also_asked=()) for part in parts]


def _was_delivered(order: str, email: str, around: Surroundings) -> bool:
    found = around.identify(Memory(order_number=order, email=email)) if email else None
    if found is None or not found.number:
        return False
    return around.answer(Enquiry(_WHERE, found.number, found.order)).facts.status is Status.DELIVERED


def orders_named_in(text: str, orders: Sequence[str]) -> list[str]:
    """List those of the orders that stand in a text."""
    return [order for order in orders if re.search(rf"(?<!\d){order}(?!\d)", text)]


def _part(heard: Heard, order: str, part: Sentence) -> Heard:
    understood = [one for one in heard.sentences if one.text in part.text and _is_understood(one)]
    goods = next((one.intent for one in understood if one.intent in GOODS), "")
    intent = goods or (part.intent if _is_understood(part) else _WHERE.value)
    wishes = tuple(dict.fromkeys(one.intent for one in understood if one.intent in WISHES and one.intent != intent))
    claims = {} if intent in GOODS else {name: value for name, value in heard.claims.items() if name != "duration"}
    return replace(
        heard,
        intent=intent,
        text=part.text.strip(" ,"),
        order_number=order,
        follow_ups=(),
        also_asked=wishes,
        sentences=(),
        claims=claims,
        status="",
        wording="",
        confidence=part.confidence,
    )


def _is_understood(part: Sentence) -> bool:
    return part.intent in QUESTIONS and part.confidence >= _BELIEVED


def keep_orders(talk: Talk, parts: Sequence[Heard]) -> None:
    """Keep what was said of each order that a message names, so that each is still known by its words afterwards."""
    if len(parts) > 1:
        orders = (OrderTold(part.order_number, part.text, part.intent, told=part is parts[0]) for part in parts)
        talk.note(orders=tuple(orders))


def tell_other_orders(talk: Talk) -> None:
    """Answer for the orders that were named beside the leading one, once they can be opened."""
    told = []
    for order in talk.dialogue.orders:
        waits = not order.told and order.number != talk.memory.order_number and talk.memory.email
        if waits and _tell_of(talk, order, Heard(order.question, order.said), with_a_title=True):
            talk.note(notes=(*talk.dialogue.notes, *([order.said] if _words(order.said) else [])))
            order = replace(order, told=True)
        told.append(order)
    if told != list(talk.dialogue.orders):
        talk.script.say("utter_of_this_order", {"order": talk.memory.order_number})
    talk.note(orders=tuple(told))


def answer_of_the_other(talk: Talk) -> bool:
    """Answer what is asked of another order than the one talked of; the case that is drafted stays as it is."""
    other = _meant(talk)
    if other is None or not talk.memory.email:
        return False
    if talk.heard.order_number:
        # the number is the other order's, and none that the case should have
        before = talk.known_before
        talk.memory = replace(
            talk.memory, **{name: getattr(before, name) for name in ("order_number", "parcel", "issue")}
        )
        talk.note(orders=(OrderTold(before.order_number, question=before.issue, told=True), replace(other, told=True)))
    return _tell_of(talk, other, replace(talk.heard, order_number=""), with_a_title=False)


def _meant(talk: Talk) -> OrderTold | None:
    heard, orders, current = talk.heard, talk.dialogue.orders, talk.known_before.order_number
    if heard.text.startswith("/") or heard.numbers or heard.email or talk.acts.reply is not None:
        return None
    if heard.order_number:
        asks = asks_something(heard.text) and bool(PARCEL_QUESTIONS.intersection(talk.acts.questions))
        is_another = heard.order_number in talk.dialogue.other_orders and (asks or asks_of_its_way(talk))
        return OrderTold(heard.order_number, heard.text, _WHERE.value) if is_another else None
    others = [order for order in orders if order.number != current]
    if named := [order for order in others if orders_named_in(heard.text, [order.number])]:
        return named[0]
    if len(others) != 1 or len(others) == len(orders):
        return None
    mine = next(order for order in orders if order.number == current)
    return others[0] if _is_named(talk, others[0], mine) else None


def _is_named(talk: Talk, other: OrderTold, mine: OrderTold) -> bool:
    """Tell whether a message is about the other order: by its words, or as the only one that can be asked about so."""
    said = _words(talk.heard.text)
    common, own = len(said & _words(other.said)), len(said & _words(mine.said))
    if common != own:
        return common > own
    of_the_way = bool(_OF_THE_WAY.intersection(talk.acts.questions))
    only_that_one = mine.question in GOODS and other.question not in GOODS and of_the_way
    return only_that_one or _OTHER_ORDER.search(talk.heard.text) is not None


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _SAYS_LITTLE


def _tell_of(talk: Talk, order: OrderTold, heard: Heard, with_a_title: bool) -> bool:
    """Answer for another order beside the talk, which goes on as it was; False where its parcel cannot be had."""
    kept = talk.heard, talk.acts, talk.memory, talk.dialogue, talk.ending
    fresh = Memory(order_number=order.number, email=talk.memory.email)
    talk.heard, talk.acts, talk.memory = heard, read_acts(heard, None), memory_after(heard, fresh)
    talk.note(
        open=None,
        pending=(),
        case=None,
        matters=(),
        shop_matters=(),
        notes=(),
        question="",
        parcel="",
        row="",
        told="",
        second="",
    )
    talk.ending = Ending()
    title = ["utter_of_this_order"] if with_a_title else []
    told = _answer(talk, order, title)
    plans, orders = talk.dialogue.plans, talk.dialogue.orders
    talk.heard, talk.acts, talk.memory, dialogue, talk.ending = kept
    talk.dialogue = replace(dialogue, plans=plans, orders=orders)
    return told


def _answer(talk: Talk, order: OrderTold, title: Sequence[str]) -> bool:
    question = _question(talk)
    settled = settle_parcel(talk, [question])
    if not settled and not talk.memory.several:
        return False
    talk.script.say(title, {"order": order.number})
    if not settled:
        return tell_of_all_parcels(talk)
    if not tell_second(talk):
        sensible = makes_sense(question, talk.heard, told_status(talk) or talk.decide(_WHERE).facts.status)
        answer_all(talk, [question if sensible else _WHERE])
    return True


def _question(talk: Talk) -> Question:
    return next((q for q in talk.acts.questions if q is not Question.ALL_PARCELS), _WHERE)
