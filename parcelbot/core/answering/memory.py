"""Remember what a conversation has said so far, message by message. Every field of `Memory` is a Rasa slot."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from parcelbot.core.answering.assumed import with_assumed
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.identify import References
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.questions import BRING_A_FACT, GOODS, ISSUES, PLAN_QUESTIONS, SMALL_WISHES, Question
from parcelbot.core.reading.case_words import Said
from parcelbot.core.reading.checklist import has_nobody_to_ask, read_checks, seller_was_contacted
from parcelbot.core.reading.contact_words import carrier_sent_to_us
from parcelbot.core.reading.goods_words import names_a_piece
from parcelbot.core.reading.plain_text import count_said, has_question_mark
from parcelbot.core.reading.telling import Told, told_in
from parcelbot.core.reading.unread import leaves_much_unread

#: Value of `Memory.parcel` when a question must be answered without a parcel.
NO_PARCEL = "none"

#: Fields that the delivered-but-missing checklist fills, and all fields for what a shopper may have tried.
DELIVERED_CHECKS = ("places_checked", "people_asked", "carrier_contacted")
CHECKS = (*DELIVERED_CHECKS, "seller_contacted")

#: Messages whose words for a status say what the shopper's own tracking page shows.
_CAN_CLAIM_A_STATUS = frozenset({*PLAN_QUESTIONS, "provide_details"})

#: Second questions that tell a fact, and how surely a message has to be one for the fact to be kept.
_TELLS: Mapping[str, Told] = {
    "no_such_house": Told.NO_SUCH_HOUSE,
    "found_the_card": Told.CARD_IN_HAND,
    "no_code": Told.NO_MESSAGE,
}
_BELIEVED = 0.5

_KINDS = {"tracking": "tracking_number", "order": "order_number", "phone": ""}


@dataclass(frozen=True)
class HeardNumber:
    """Tracking number in a message; `valid` is False only when its check digit disproves it."""

    value: str
    valid: bool = True
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class FollowUp:
    """Second question that a message may be, of `knowledge/follow_ups/`, with the belief in it from 0 to 1."""

    name: str
    belief: float


@dataclass(frozen=True)
class Sentence:
    """Sentence of a message, as it was understood by itself; `familiar`: as `Heard` has it."""

    text: str
    intent: str
    confidence: float
    follow_ups: tuple[FollowUp, ...] = ()
    familiar: float = 1.0


@dataclass(frozen=True)
class Heard:
    """Message as it was understood, with `confidence` in its intent. `claims` are JSON-ready (see `Memory.claims`).

    `status` is what a wording in it means; `wording` is what the message means if it is nothing but a wording of a
    carrier's, "" where it is the shopper's own words. `english`: rules about English words hold for it. `foreign`
    is the code of its language where we do not speak that, `asks_language` when it asks for the language that it
    is answered in. `news` is what a button about messages of ours stands for, `file` the name of a file that came with
    the message. `sentences` are what the message consists of, where there are several. `familiar` is how near it comes
    to what we know that people write, from 0 to 1 (1 where nobody measured).

    What the core reads of English by itself comes with a message in another language: the yes or no that it
    `opens_with` and that it `answers` with and says nothing besides (affirm, deny or ""), whether it only
    `acknowledges`, its `feeling`, the `checks` it says are done, whether the goods came `spoilt`, and what it
    `says` about a case (`case_words.Said`).
    """

    intent: str
    text: str = ""
    numbers: tuple[HeardNumber, ...] = ()
    order_number: str = ""
    ambiguous_number: str = ""
    number_kind: str = ""
    email: str = ""
    phone: str = ""
    payment_number: str = ""
    topic: str = ""
    status: str = ""
    wording: str = ""
    news: str = ""
    file: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    also_asked: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    english: bool = True
    foreign: str = ""
    asks_language: bool = False
    opens_with: str = ""
    answers: str = ""
    says: tuple[str, ...] = ()
    acknowledges: bool = False
    feeling: str = ""
    checks: tuple[str, ...] = ()
    spoilt: bool = False
    confidence: float = 0.0
    sentences: tuple[Sentence, ...] = ()
    familiar: float = 1.0

    @property
    def words(self) -> int:
        """The number of its words."""
        return count_said(self.text)

    @property
    def has_question_mark(self) -> bool:
        """True when it has the mark of a question."""
        return has_question_mark(self.text)

    @property
    def gives_details(self) -> bool:
        """True when the message holds something that can identify a parcel or a shopper."""
        return bool(self.numbers or self.order_number or self.email or self.ambiguous_number or self.number_kind)


@dataclass(frozen=True)
class Memory(References):
    """The references a shopper has given, and all else that was said. Values are JSON-ready, "" and None mean not said.

    `question` is the last one about a parcel, `issue` what a person would be asked to settle. `parcel` is
    the settled tracking number, or `NO_PARCEL` when the question must be answered without one. `detail` is what its
    carrier wanted to be told. `claims` holds
    duration, date, country, carrier, sales_channel and status as the shopper puts them (see `read_claims`).
    """

    question: str = ""
    issue: str = ""
    also_asked: tuple[str, ...] = ()
    parcel: str = ""
    phone: str = ""
    detail: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    places_checked: bool | None = None
    people_asked: bool | None = None
    carrier_contacted: bool | None = None
    seller_contacted: bool | None = None

    @property
    def checks(self) -> dict[str, bool]:
        """Checks the shopper has done or not, as far as it was said."""
        answers = {name: getattr(self, name) for name in CHECKS}
        return {name: answer for name, answer in answers.items() if answer is not None}

    @property
    def told(self) -> frozenset[Told]:
        """The facts that were told once and hold from then on."""
        return frozenset(map(Told, self.claims.get("told", ())))


def told_by(heard: Heard) -> frozenset[Told]:
    """Name the facts that a message tells by its words, or by what it most likely is."""
    first = next(iter(heard.follow_ups), None)
    surely = first is not None and first.belief >= _BELIEVED and not heard.has_question_mark
    resembled = {_TELLS[first.name]} if first is not None and surely and first.name in _TELLS else set()
    of_goods = GOODS.intersection((heard.intent, *heard.also_asked))
    named = {Told.ITEM_NAMED} if of_goods and heard.english and names_a_piece(heard.text) else set()
    parts = heard.sentences or (heard,)
    unread = {Told.MUCH_UNREAD} if heard.english and leaves_much_unread(heard.text, parts) else set()
    return told_in(heard.text, heard.says) | resembled | named | unread


def with_told(memory: Memory, told: Set[Told]) -> Mapping[str, Any]:
    """Give the claims with more facts that were told."""
    known = memory.told | told
    return {**memory.claims, "told": [fact.value for fact in Told if fact in known]} if known else memory.claims


def memory_after(heard: Heard, memory: Memory, asked: Asked | None = None) -> Memory:
    """Return the memory with one more message taken in; `asked` is what the message may be the answer to.

    A new tracking number or order starts the parcel anew: claims, checks and the old answer go. What a
    status question names is not a claim about the parcel, and a number alone does not change the question.
    """
    done = {**read_checks(heard.text), **dict.fromkeys(heard.checks, True)}
    # "yes, looked everywhere, nothing" answers the checklist, whatever question it resembles
    answers_checklist = asked is Asked.CHECK and bool(done)
    # of goods that came wrong "it was on the porch" is no search for the parcel
    of_goods = memory.issue in GOODS
    memory = _with_numbers(heard, memory)
    memory = _with_order(heard, memory, asked)
    memory = _with_number_kind(heard, memory)
    memory = memory if answers_checklist else _with_question(heard, memory, asked)
    told = told_by(heard) - ({Told.MUCH_UNREAD} if memory.parcel else set())
    claims = {**with_told(memory, told), **heard.claims}
    nobody = ("people_asked",) if has_nobody_to_ask(heard.text) else ()
    claims = dict(with_assumed(claims, nobody, said=done.keys() - set(nobody)))
    if heard.status and heard.intent in _CAN_CLAIM_A_STATUS:
        claims["status"] = heard.status
    about_a_missing_parcel = Question.DELIVERED_NOT_RECEIVED in (heard.intent, memory.question)
    # whoever has asked the carrier is not sent there again, whatever the talk is about
    turned = done.get("carrier_contacted") or _was_sent_to_us(heard) or Told.INQUIRY_OPEN in told
    turned_to_it = {"carrier_contacted": True} if turned else {}
    checks: dict[str, Any] = {**(done if about_a_missing_parcel and not of_goods else {}), **turned_to_it}
    if seller_was_contacted(heard.text) and not carrier_sent_to_us(heard.text):
        checks["seller_contacted"] = True
    return replace(memory, claims=claims, also_asked=heard.also_asked, phone=heard.phone or memory.phone, **checks)


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
        belongs = heard.numbers or _about_a_case(asked) or (memory.tracking_number and not memory.order_number)
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
