"""Memory of a conversation, and what was heard in one message. Every field of `Memory` is a Rasa slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from parcelbot.core.parcel.identify import References
from parcelbot.core.reading.questions.question_form import QuestionForm
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark
from parcelbot.core.reading.told.telling import Told

#: Value of `Memory.parcel` when a question must be answered without a parcel.
NO_PARCEL = "none"

#: Fields that the delivered-but-missing checklist fills, and all fields for what a shopper may have tried.
DELIVERED_CHECKS = ("places_checked", "people_asked", "carrier_contacted")
CHECKS = (*DELIVERED_CHECKS, "seller_contacted")


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

    @cached_property
    def form(self) -> QuestionForm:
        """The form of the question that it asks."""
        return QuestionForm(self.text, self.says, self.english)

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
