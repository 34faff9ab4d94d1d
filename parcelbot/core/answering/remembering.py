"""Take a message into the memory of a conversation: numbers, question, facts told, and what was checked."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from parcelbot.core.answering.assumed import with_assumed
from parcelbot.core.answering.memory import CHECKS, DELIVERED_CHECKS, NO_PARCEL, Heard, HeardNumber, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.told_sentences import with_sentences
from parcelbot.core.intents import PROVIDE_DETAILS
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.questions import BRING_A_FACT, GOODS, ISSUES, PLAN_QUESTIONS, SMALL_WISHES, Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.contact_words import carrier_sent_to_us
from parcelbot.core.reading.goods.arrivals import says_another_came
from parcelbot.core.reading.goods.goods_words import names_a_piece, troubles_told
from parcelbot.core.reading.orders.which_one import names_the_other
from parcelbot.core.reading.places.checklist import (
    checks_denied,
    has_nobody_to_ask,
    has_yet_to_check,
    read_checks,
    seller_was_contacted,
)
from parcelbot.core.reading.text.unread import leaves_much_unread
from parcelbot.core.reading.told.telling import IN_HAND_FACTS, Told, told_in, with_what_follows

#: Messages whose words for a status say what the shopper's own tracking page shows.
_CAN_CLAIM_A_STATUS = frozenset({*PLAN_QUESTIONS, PROVIDE_DETAILS})

#: Second questions that tell a fact, and how surely a message has to be one for the fact to be kept.
_TELLS: Mapping[str, Told] = {
    "no_such_house": Told.NO_SUCH_HOUSE,
    "found_the_card": Told.CARD_IN_HAND,
    "no_code": Told.NO_MESSAGE,
}
_BELIEVED = 0.5
#: Whoever has told that it is here is believed that it is not from here on.
_SURELY_MISSING = 0.9

_KINDS = {"tracking": "tracking_number", "order": "order_number", "phone": ""}


def told_by(heard: Heard) -> frozenset[Told]:
    """Name the facts that a message tells by its words, or by what it most likely is."""
    first = next(iter(heard.follow_ups), None)
    surely = first is not None and first.belief >= _BELIEVED and not heard.has_question_mark
    resembled = {_TELLS[first.name]} if first is not None and surely and first.name in _TELLS else set()
    of_goods = GOODS.intersection((heard.intent, *heard.also_asked))
    named = {Told.ITEM_NAMED} if heard.english and names_a_piece(heard.text) else set()
    parts = heard.sentences or (heard,)
    unread = {Told.MUCH_UNREAD} if heard.english and leaves_much_unread(heard.text, parts) else set()
    phone = {Told.PHONE_GIVEN} if heard.phone else set()
    needed = {Told.NEEDED_BY} if heard.claims.get("needed_by") else set()
    told = with_what_follows(told_in(heard.text, heard.says) | resembled | named | unread | phone | needed)
    # a piece is named by many who have nothing to say of it
    return told if of_goods else told - {Told.ITEM_NAMED}


def with_told(memory: Memory, told: Set[Told], no_more_so: Set[Told] = frozenset()) -> Mapping[str, Any]:
    """Give the claims with more facts that were told, and without those that are so no more."""
    known = (memory.told | told) - no_more_so
    rest = {name: claim for name, claim in memory.claims.items() if name != "told"}
    return {**rest, "told": [fact.value for fact in Told if fact in known]} if known else rest


def _no_more_so(heard: Heard, told: Set[Told], memory: Memory) -> frozenset[Told]:
    """Name the facts that a message ends: what came was not it, or the words that a matter began with are answered."""
    begun = frozenset({Told.MUCH_UNREAD}) if memory.parcel else frozenset[Told]()
    return begun | (IN_HAND_FACTS if _has_it_not(heard, told) else frozenset())


def _has_it_not(heard: Heard, told: Set[Told]) -> bool:
    """Tell whether a message says surely that the parcel is not there, or that what came was another."""
    if told & IN_HAND_FACTS or troubles_told(heard.text):
        return False
    if Said.ANOTHER_CAME.value in heard.says or (heard.english and says_another_came(heard.text)):
        return True
    sure = heard.confidence >= _SURELY_MISSING or heard.text.startswith("/")
    return heard.intent == Question.DELIVERED_NOT_RECEIVED and sure


def memory_after(heard: Heard, memory: Memory, asked: Asked | None = None) -> Memory:
    """Return the memory with one more message taken in; `asked` is what the message may be the answer to.

    A new tracking number or order starts the parcel anew: claims, checks and the old answer go. What a
    status question names is not a claim about the parcel, and a number alone does not change the question.
    """
    done = {**read_checks(heard.text), **dict.fromkeys(_checks_learnt(heard), True)}
    # "yes, looked everywhere, nothing" answers the checklist, whatever question it resembles
    answers_checklist = asked is Asked.CHECK and bool(done)
    # of goods that came wrong "it was on the porch" is no search for the parcel
    of_goods = memory.issue in GOODS
    memory = _with_numbers(heard, memory)
    memory = _with_order(heard, memory, asked)
    memory = _with_number_kind(heard, memory)
    memory = memory if answers_checklist else _with_question(heard, memory, asked)
    told = told_by(heard)
    known = with_told(memory, told, _no_more_so(heard, told, memory))
    claims: dict[str, Any] = {**with_sentences(known, heard, told), **heard.claims}
    nobody = ("people_asked",) if has_nobody_to_ask(heard.text) else ()
    claims = dict(with_assumed(claims, nobody, said=done.keys() - set(nobody)))
    if heard.status and heard.intent in _CAN_CLAIM_A_STATUS:
        claims["status"] = heard.status
    about_a_missing_parcel = Question.DELIVERED_NOT_RECEIVED in (heard.intent, memory.question)
    # whoever has asked the carrier is not sent there again, whatever the talk is about
    turned = done.get("carrier_contacted") or _was_sent_to_us(heard) or Told.INQUIRY_OPEN in told
    turned_to_it = {"carrier_contacted": True} if turned else {}
    denied: dict[str, Any] = dict.fromkeys(denied_checks(heard))
    checks: dict[str, Any] = {**denied, **(done if about_a_missing_parcel and not of_goods else {}), **turned_to_it}
    of_the_seller = "seller_contacted" in _checks_learnt(heard) or seller_was_contacted(heard.text)
    if of_the_seller and not carrier_sent_to_us(heard.text):
        checks["seller_contacted"] = True
    return replace(memory, claims=claims, also_asked=heard.also_asked, phone=heard.phone or memory.phone, **checks)


def _checks_learnt(heard: Heard) -> tuple[str, ...]:
    """Give the checks that a message resembles; what was not done, or is yet to be, counts only by its own words."""
    yet_to_do = Said.UNCHECKED.value in heard.says or (heard.english and has_yet_to_check(heard.text))
    return () if yet_to_do else heard.checks


def denied_checks(heard: Heard) -> frozenset[str]:
    """Name the checks that a message says were not done: what it was taken for before is none then."""
    if heard.english:
        return checks_denied(heard.text)
    corrects = heard.form.corrects or Said.CORRECTS.value in heard.says
    return frozenset(DELIVERED_CHECKS if corrects and Said.UNCHECKED.value in heard.says else ())


def _was_sent_to_us(heard: Heard) -> bool:
    return carrier_sent_to_us(heard.text) or Said.SENT_TO_US.value in heard.says


def _with_numbers(heard: Heard, memory: Memory) -> Memory:
    # the order may have settled the parcel before its number is typed
    fresh = [n for n in heard.numbers if n.value not in (memory.tracking_number, memory.parcel)]
    if not fresh:
        again = bool(heard.numbers) and not memory.number_valid
        return replace(memory, insists=memory.insists or again)
    if len(fresh) > 1 and all(n.valid for n in fresh):
        return replace(_without_parcel(memory), several=tuple(n.value for n in fresh), tracking_number="")
    return _with_number(next((n for n in fresh if n.valid), fresh[0]), memory)


def _with_number(number: HeardNumber, memory: Memory) -> Memory:
    listed = number.value in memory.several
    memory = memory if listed else replace(_without_parcel(memory), several=())
    return replace(
        memory,
        tracking_number=number.value,
        number_valid=number.valid,
        repairs=number.repairs,
        insists=False,
        ambiguous_number="",
        no_number=False,
        parcel="",
    )


def _with_order(heard: Heard, memory: Memory, asked: Asked | None) -> Memory:
    if heard.order_number and not is_same_order(heard.order_number, memory.order_number):
        # while a ticket is filled in, an order number is one more detail of the same case
        # and beside a parcel that was given by its number it is that parcel's order
        of_the_parcel = memory.tracking_number and not memory.order_number
        of_the_parcel = of_the_parcel and not names_the_other(heard.text, heard.says)
        belongs = heard.numbers or _about_a_case(asked) or of_the_parcel
        other = memory if belongs else replace(_without_parcel(memory), tracking_number="", several=())
        # what was answered without a parcel has one now
        parcel = memory.parcel if other is memory and memory.parcel != NO_PARCEL else ""
        memory = replace(other, order_number=heard.order_number, no_number=False, parcel=parcel)
    if heard.email and heard.email != memory.email:
        unsettled = "" if memory.parcel == NO_PARCEL else memory.parcel
        memory = replace(memory, email=heard.email, parcel=unsettled, no_number=False)
    if heard.ambiguous_number and not heard.numbers:
        memory = replace(memory, ambiguous_number=heard.ambiguous_number, parcel="")
    return memory


def _with_number_kind(heard: Heard, memory: Memory) -> Memory:
    kind = _KINDS.get(heard.number_kind)
    if kind is None or not memory.ambiguous_number:
        return memory
    value, memory = memory.ambiguous_number, replace(memory, ambiguous_number="")
    if kind == "tracking_number":
        return _with_number(HeardNumber(value), memory)
    return replace(memory, order_number=value) if kind else memory


def _with_question(heard: Heard, memory: Memory, asked: Asked | None) -> Memory:
    intents = (heard.intent, *heard.also_asked)
    only_a_number = heard.intent == Question.WHERE_IS_MY_ORDER and heard.gives_details
    if only_a_number and memory.question and (asked in (Asked.PARCEL, Asked.CHECK) or _about_a_case(asked)):
        return memory
    question = next((intent for intent in intents if intent in PLAN_QUESTIONS), "")
    issue = next((intent for intent in intents if intent in ISSUES), "")
    # "where is it?" names no new issue, and what is said while a case is filled in belongs to that case, unless it is
    # what should be changed; a small wish beside does not take the place of a trouble
    changes = asked is Asked.CASE_CHANGE
    same_issue = issue == Question.WHERE_IS_MY_ORDER or (_about_a_case(asked) and not changes) or issue in SMALL_WISHES
    same_issue |= _is_the_same_parcel_in_other_words(issue, memory)
    issue = memory.issue or issue if same_issue else issue or memory.issue
    return replace(memory, question=question or memory.question, issue=issue)


def _is_the_same_parcel_in_other_words(issue: str, memory: Memory) -> bool:
    """Tell whether a question asks of a parcel that was told of what its plan answers, and brings no new fact."""
    names_a_trouble = memory.issue not in ("", Question.WHERE_IS_MY_ORDER)
    return bool(memory.parcel) and names_a_trouble and issue in PLAN_QUESTIONS - BRING_A_FACT


def _about_a_case(asked: Asked | None) -> bool:
    return asked is not None and asked.about_a_case


def _without_parcel(memory: Memory) -> Memory:
    """Forget the parcel that was settled; as long as none was, all that was said is about the new one."""
    if not memory.parcel:
        return memory
    unchecked: dict[str, Any] = dict.fromkeys(CHECKS)
    return replace(memory, order_number="", issue=memory.question, parcel="", detail="", claims={}, **unchecked)
