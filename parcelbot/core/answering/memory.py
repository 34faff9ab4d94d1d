"""What a conversation remembers, and how one more message changes it. Every field is a Rasa slot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from parcelbot.core.parcel.identify import References
from parcelbot.core.questions import ISSUES, PARCEL_QUESTIONS, Question
from parcelbot.core.reading.checklist import read_checks, seller_was_contacted

#: `Memory.parcel` when a question must be answered without a parcel.
NO_PARCEL = "none"

#: The fields that the delivered-but-missing checklist fills, and all that a shopper may have tried.
DELIVERED_CHECKS = ("places_checked", "people_asked", "carrier_contacted")
CHECKS = (*DELIVERED_CHECKS, "seller_contacted")

_KINDS = {"tracking": "tracking_number", "order": "order_number", "phone": ""}


@dataclass(frozen=True)
class HeardNumber:
    """A tracking number in a message; `valid` is False only when its check digit disproves it."""

    value: str
    valid: bool = True
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """One message as understood. `claims` are JSON-ready (see `Memory.claims`)."""

    intent: str
    text: str = ""
    numbers: tuple[HeardNumber, ...] = ()
    order_number: str = ""
    ambiguous_number: str = ""
    number_kind: str = ""
    email: str = ""
    topic: str = ""
    status: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    also_asked: tuple[str, ...] = ()

    @property
    def gives_details(self) -> bool:
        """True when the message holds something that can identify a parcel or a shopper."""
        return bool(self.numbers or self.order_number or self.email or self.ambiguous_number or self.number_kind)


@dataclass(frozen=True)
class Memory:
    """What has been said so far. Values are JSON-ready, "" and None mean not said.

    `question` is the last one about a parcel, `issue` what a person would be asked to settle. `parcel` is
    the settled tracking number, or `NO_PARCEL` when the question must be answered without one. `several` are
    numbers given in one message. `claims` holds idle_days, country, carrier, promised_on, sales_channel,
    protection_days and status as the shopper puts them.
    """

    question: str = ""
    issue: str = ""
    also_asked: tuple[str, ...] = ()
    tracking_number: str = ""
    number_valid: bool = True
    repairs: tuple[str, ...] = ()
    insists: bool = False
    several: tuple[str, ...] = ()
    ambiguous_number: str = ""
    order_number: str = ""
    email: str = ""
    no_number: bool = False
    parcel: str = ""
    email_attempts: int = 0
    claims: Mapping[str, Any] = field(default_factory=dict)
    places_checked: bool | None = None
    people_asked: bool | None = None
    carrier_contacted: bool | None = None
    seller_contacted: bool | None = None

    @property
    def checks(self) -> dict[str, bool]:
        """What the shopper has tried or not, as far as it was said."""
        answers = {name: getattr(self, name) for name in CHECKS}
        return {name: answer for name, answer in answers.items() if answer is not None}

    @property
    def references(self) -> References:
        """What can identify the parcel."""
        return References(
            tracking_number=self.tracking_number,
            number_valid=self.number_valid,
            repairs=self.repairs,
            insists=self.insists,
            several=() if self.tracking_number else self.several,
            ambiguous_number=self.ambiguous_number,
            order_number=self.order_number,
            email=self.email,
            no_number=self.no_number,
            email_attempts=self.email_attempts,
        )


def hear(heard: Heard, memory: Memory, form: str = "") -> Memory:
    """Take in one message; `form` is the active form's name or "".

    A new tracking number or order starts the parcel anew: claims, checks and the old answer go. What a
    status question names is not a claim about the parcel, and a number alone does not change the question.
    """
    done = read_checks(heard.text)
    # "yes, looked everywhere, nothing" answers the checklist, whatever question it resembles
    answers_checklist = form == "delivered_form" and bool(done)
    memory = _hear_numbers(heard, memory)
    memory = _hear_order(heard, memory, form)
    memory = _hear_kind(heard, memory)
    memory = memory if answers_checklist else _hear_question(heard, memory, form)
    claims = {**memory.claims, **heard.claims}
    if heard.status and heard.intent != Question.STATUS_MEANING:
        claims["status"] = heard.status
    about_a_missing_parcel = Question.DELIVERED_NOT_RECEIVED in (heard.intent, memory.question)
    checks: dict[str, Any] = dict(done) if about_a_missing_parcel else {}
    if seller_was_contacted(heard.text):
        checks["seller_contacted"] = True
    return replace(memory, claims=claims, also_asked=heard.also_asked, **checks)


def _hear_numbers(heard: Heard, memory: Memory) -> Memory:
    # the order may have settled the parcel before its number is typed
    fresh = [n for n in heard.numbers if n.value not in (memory.tracking_number, memory.parcel)]
    if not fresh:
        again = bool(heard.numbers) and not memory.number_valid
        return replace(memory, insists=memory.insists or again)
    if len(fresh) > 1 and all(n.valid for n in fresh):
        return replace(_other_parcel(memory), several=tuple(n.value for n in fresh), tracking_number="")
    return _take_number(next((n for n in fresh if n.valid), fresh[0]), memory)


def _take_number(number: HeardNumber, memory: Memory) -> Memory:
    listed = number.value in memory.several
    memory = memory if listed else replace(_other_parcel(memory), several=())
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


def _hear_order(heard: Heard, memory: Memory, form: str) -> Memory:
    if heard.order_number and heard.order_number != memory.order_number:
        # while a ticket is filled in, an order number is one more detail of the same case
        other = (
            memory
            if heard.numbers or form == "ticket_form"
            else replace(_other_parcel(memory), tracking_number="", several=())
        )
        parcel = memory.parcel if other is memory else ""
        memory = replace(other, order_number=heard.order_number, no_number=False, parcel=parcel)
    if heard.email and heard.email != memory.email:
        unsettled = "" if memory.parcel == NO_PARCEL else memory.parcel
        memory = replace(memory, email=heard.email, parcel=unsettled, no_number=False)
    if heard.ambiguous_number and not heard.numbers:
        memory = replace(memory, ambiguous_number=heard.ambiguous_number, parcel="")
    return memory


def _hear_kind(heard: Heard, memory: Memory) -> Memory:
    kind = _KINDS.get(heard.number_kind)
    if kind is None or not memory.ambiguous_number:
        return memory
    value, memory = memory.ambiguous_number, replace(memory, ambiguous_number="")
    if kind == "tracking_number":
        return _take_number(HeardNumber(value), memory)
    return replace(memory, order_number=value) if kind else memory


def _hear_question(heard: Heard, memory: Memory, form: str) -> Memory:
    asked = (heard.intent, *heard.also_asked)
    only_a_number = heard.intent == Question.WHERE_IS_MY_ORDER and heard.gives_details
    if only_a_number and memory.question and form:
        return memory
    question = next((intent for intent in asked if intent in PARCEL_QUESTIONS), "")
    issue = next((intent for intent in asked if intent in ISSUES), "")
    # "where is it?" names no new issue, and what is said while a ticket is filled in belongs to that ticket
    same_issue = issue == Question.WHERE_IS_MY_ORDER or form == "ticket_form"
    issue = memory.issue or issue if same_issue else issue or memory.issue
    return replace(memory, question=question or memory.question, issue=issue)


def _other_parcel(memory: Memory) -> Memory:
    """Forget the parcel that was settled; as long as none was, all that was said is about the new one."""
    if not memory.parcel:
        return memory
    unchecked: dict[str, Any] = dict.fromkeys(CHECKS)
    return replace(memory, order_number="", issue=memory.question, parcel="", claims={}, **unchecked)


_BARE_ORDER = re.compile(r"(?<![\w.#-])(\d{4,6}|\d{16})(?![\w.-]|\s*(?:days?|weeks?|hours?|st|nd|rd|th)\b)")


_YEAR = re.compile(r"(?:19|20)\d\d")


def bare_order_number(text: str) -> str:
    """The one bare number that can be an order's, where an order number is expected; "" for none or many.

    A year counts only when nothing else is said.
    """
    alone = text.strip(" #.!").isdigit()
    found = {number for number in _BARE_ORDER.findall(text) if alone or not _YEAR.fullmatch(number)}
    return found.pop() if len(found) == 1 else ""


_ORDINALS = {
    "first": 0,
    "1st": 0,
    "one": 0,
    "second": 1,
    "2nd": 1,
    "two": 1,
    "third": 2,
    "3rd": 2,
    "last": -1,
}


def pick(text: str, choices: Sequence[str]) -> str:
    """The choice a shopper means by "2", "the second one" or "last"; "" when that is not clear."""
    words = re.findall(r"\w+", text.lower())
    if len(words) > 4 or not choices:
        return ""
    spots = [int(w) - 1 if w.isdigit() and len(w) == 1 else _ORDINALS.get(w) for w in words]
    spot = next((s for s in spots if s is not None), None)
    return choices[spot] if spot is not None and spot < len(choices) else ""
