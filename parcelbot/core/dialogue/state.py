"""Remember where a conversation stands. JSON-ready: the state is one slot, written after every turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from parcelbot.core.answering.open_question import Asked, OpenQuestion


@dataclass(frozen=True)
class ParcelPlan:
    """Plan for one parcel: the row that decided it, the day to wait for, and the scan it was decided on.

    `question` is the one that decided it; `wait_until` an ISO date or ""; `basis` changes with the parcel's state.
    `order` is the number of its order, "" where that was not given.
    """

    question: str
    row: str
    basis: str
    wait_until: str = ""
    order: str = ""

    @property
    def day(self) -> date | None:
        """The day to wait for; None without one."""
        return date.fromisoformat(self.wait_until) if self.wait_until else None


@dataclass(frozen=True)
class CaseDraft:
    """A case on its way to a person; None for what was not asked yet, "" for what the shopper has not.

    `order_asked`: the order number was asked for, be it with the e-mail; it is not asked for again. `echoed`: a line
    that came to it was said back in its words, `asked_at_end`: who thanked or took leave was asked whether to send it.
    """

    email: str | None = None
    order: str | None = None
    order_asked: bool = False
    echoed: bool = False
    asked_at_end: bool = False
    shown: bool = False


@dataclass(frozen=True)
class CaseAnswer:
    """The last answer to the issue of the case: its row, and the promised day as ISO date or ""."""

    issue: str = ""
    row: str = ""
    promised: str = ""


@dataclass(frozen=True)
class OrderTold:
    """One of several orders that a message named: what was said of it, what that asks, and whether it was answered."""

    number: str
    said: str = ""
    question: str = ""
    told: bool = False


@dataclass(frozen=True)
class Dialogue:
    """State of a conversation, beside the memory of what the shopper gave.

    `pending` and `pending_seconds` are questions and second questions that wait for a parcel, `plans` go by tracking
    number, `said` marks what was said. `occasion` is the message that the case was begun by, where no question names
    what it wants.
    `notes` are the shopper's own lines for the case, `answered` the questions that had their answer, `asides` the
    sentences that are of the talk alone, `matters` the issues answered about its parcel, oldest first, `shop_matters`
    the second questions about the shop, the newest last, `taken_back` those that it never was about, `answer_to` the
    newest e-mail, `shut_emails` those that must not be written to, `answer_due` the moment by which an answer was
    promised (ISO). `felt` are the feelings that had their word, `news_offered` the parcels of which it was offered to
    write. `question`, `parcel` and `row` are the last answer's, `second` the second question that was answered last,
    "" where something else came after it, `told` the last row that second questions may be asked about, which stays
    while they are answered. `danger` is the one that is stayed with, "" for none,
    `danger_in_words`: it was said outright.
    `declined`: a person was offered and not wanted, and nothing has become worse since, `offers`: so often one was
    offered in words since, and passed over.
    `ruled_out` are rows whose answer the shopper denied: they are not told again.
    `before_buying`: the shopper has not ordered yet. `orders` are those that one message named together,
    `other_orders` those that were named beside the one of the case.
    `open_matters` are what the talk is about, newest first (`open_matters.Matter`).
    `asked_back` counts how often it was asked which second question was meant, `just_asked_back`: in the turn before.
    `language`: its code, "" at its beginning.
    """

    open: OpenQuestion | None = None
    pending: tuple[str, ...] = ()
    pending_seconds: tuple[str, ...] = ()
    plans: Mapping[str, ParcelPlan] = field(default_factory=dict)
    case: CaseDraft | None = None
    case_answer: CaseAnswer = CaseAnswer()
    ticket: str = ""
    occasion: str = ""
    notes: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    shop_matters: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    answer_to: str = ""
    shut_emails: tuple[str, ...] = ()
    answer_due: str = ""
    question: str = ""
    parcel: str = ""
    row: str = ""
    second: str = ""
    told: str = ""
    danger: str = ""
    danger_in_words: bool = False
    ruled_out: tuple[str, ...] = ()
    before_buying: bool = False
    orders: tuple[OrderTold, ...] = ()
    other_orders: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    felt: tuple[str, ...] = ()
    news_offered: tuple[str, ...] = ()
    declined: bool = False
    offers: int = 0
    anger: int = 0
    misses: int = 0
    open_matters: tuple[str, ...] = ()
    asked_back: int = 0
    just_asked_back: bool = False
    feedback: str = ""
    language: str = ""

    def answer_to_or(self, email: str) -> str:
        """Give the e-mail to answer to, else `email`; "" where that must not be written to."""
        return self.answer_to or ("" if email in self.shut_emails else email)

    def plan_of(self, number: str) -> ParcelPlan | None:
        """Give the plan of a parcel; None where none was made."""
        return self.plans.get(number)

    def with_plan(self, number: str, plan: ParcelPlan) -> Dialogue:
        """Put down a parcel's plan."""
        return replace(self, plans={**self.plans, number: plan})

    def left_off(self) -> Dialogue:
        """Leave whatever was in the middle of being asked; what is known and was said stays."""
        return replace(self, open=None, pending=(), pending_seconds=(), case=None, anger=0, misses=0)

    def to_json(self) -> dict[str, Any]:
        """Give the state as JSON."""
        return asdict(self)


def dialogue_from_json(data: Mapping[str, Any] | None) -> Dialogue:
    """Read a state back; a new one for None."""
    if not data:
        return Dialogue()
    known = {name: _tuple(value) for name, value in data.items() if name in Dialogue.__dataclass_fields__}
    known["open"] = _open_question(data.get("open"))
    known["plans"] = {number: ParcelPlan(**plan) for number, plan in (data.get("plans") or {}).items()}
    known["orders"] = tuple(OrderTold(**order) for order in data.get("orders") or ())
    known["case"] = CaseDraft(**data["case"]) if data.get("case") else None
    known["case_answer"] = CaseAnswer(**(data.get("case_answer") or {}))
    return Dialogue(**known)


def _open_question(data: Mapping[str, Any] | None) -> OpenQuestion | None:
    if not data:
        return None
    since = data.get("since", 0)
    return OpenQuestion(Asked(data["asked"]), data["about"], tuple(data["choices"]), data["times"], since)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
