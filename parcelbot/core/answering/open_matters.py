"""Name what a talk is about, and what each question and second question belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from parcelbot.core.questions import GOODS, PLAN_QUESTIONS, SETTLEMENTS, Question


class Matter(str, Enum):
    """Matter that a talk can have open.

    `GOODS`: what came, and what is given back or exchanged. `MONEY`: what is paid back. `ORDER`: what was ordered,
    stopped or changed. `PAYMENT`: what was paid for it, and what was charged. `OWN`: what no table knows, taken to a
    person in the shopper's words.
    """

    PARCEL = "parcel"
    CUSTOMS = "customs"
    ADDRESS = "address"
    GOODS = "goods"
    MONEY = "money"
    ORDER = "order"
    PAPERS = "papers"
    PAYMENT = "payment"
    PROTECTION = "protection"
    OWN = "own"


#: Matters that no scan, no carrier and no customs office knows anything of, and those that they do know of.
OF_THE_SHOP = frozenset({Matter.GOODS, Matter.PAPERS, Matter.PAYMENT, Matter.PROTECTION, Matter.OWN})
ON_THE_WAY = frozenset({Matter.PARCEL, Matter.CUSTOMS, Matter.ADDRESS})

_OF_QUESTIONS: Mapping[str, Matter] = {
    **dict.fromkeys(PLAN_QUESTIONS, Matter.PARCEL),
    **dict.fromkeys(
        (
            Question.ALL_PARCELS,
            Question.ARRIVAL_DATE,
            Question.ATTEMPT_CONTESTED,
            Question.CARRIER_CONTACT,
            Question.DELIVERY_PROOF,
            Question.DELIVERY_WISH,
            Question.HOW_TO_TRACK,
            Question.NOTIFY_ME,
            Question.PARCEL_STOLEN,
            Question.SPEED_UP,
            Question.STATUS_MEANING,
            Question.WHY,
        ),
        Matter.PARCEL,
    ),
    **dict.fromkeys((Question.CUSTOMS_DELAY, Question.CUSTOMS_PAYMENT, Question.IMPORT_DUTIES), Matter.CUSTOMS),
    **dict.fromkeys((Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS), Matter.ADDRESS),
    **dict.fromkeys((*GOODS, Question.RETURN_ITEM), Matter.GOODS),
    **dict.fromkeys((*SETTLEMENTS, Question.REFUND_STATUS), Matter.MONEY),
    Question.CANCEL_ORDER: Matter.ORDER,
    Question.SELLER_WAIT_OR_DISPUTE: Matter.PROTECTION,
}
#: So many are open at once: a letter has two or three.
_MOST_OPEN = 3


@dataclass(frozen=True)
class SecondMatters:
    """Matters that the second questions belong to, as `knowledge/follow_ups/` has it beside each.

    `matters` holds the matter of each; what fits any is not among them. `asked_inside` are the matters inside which one
    of another matter is asked of what was just answered: "what is this for?", of a sum that was charged twice.
    `cases` are the questions about the shop, which a person settles, each with the title of its case, "" for none.
    """

    matters: Mapping[str, Matter] = field(default_factory=dict)
    asked_inside: Mapping[str, frozenset[Matter]] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> Matter | None:
        """Name the matter of a second question; None for one that fits any."""
        return self.matters.get(name)

    def goes_on_inside(self, name: str, of: Matter | None) -> bool:
        """Tell whether a second question of another matter goes on with what was answered inside this one."""
        return of in self.asked_inside.get(name, ())

    def is_of_the_shop(self, name: str) -> bool:
        """Tell whether a second question is about the shop: no state of a parcel answers it."""
        return name in self.cases

    def case_of(self, name: str) -> str:
        """Give the title of the case that a question about the shop makes; "" for one that makes none."""
        return self.cases.get(name, "")


def matter_of(question: str) -> Matter | None:
    """Name the matter of a question; None for what belongs to none, or fits any."""
    return _OF_QUESTIONS.get(question)


def with_open(matters: Iterable[str], *newer: Matter) -> tuple[str, ...]:
    """Put matters before those that are open, the newest last named first."""
    names = [matter.value for matter in reversed(newer)]
    return tuple(dict.fromkeys((*names, *matters)))[:_MOST_OPEN]


def open_matter(matters: Sequence[str]) -> Matter | None:
    """Give the matter that was talked of last; None at the beginning."""
    return Matter(matters[0]) if matters else None
