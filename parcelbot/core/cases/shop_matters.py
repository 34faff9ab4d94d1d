"""Name a case by what was asked of the shop: no state of a parcel answers that, a person does. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.questions import BRING_A_FACT, DANGERS, GOODS, Question

#: What only asks for a paper or for an answer: it is no trouble beside which a wish would say nothing.
ONLY_ASKED_FOR = frozenset({"invoice", "article_question", "gift_note", "price_dropped", "shop_account"})
#: Cases that a person settles without the order.
_OF_NO_ORDER = frozenset({"", "article_question", "shop_account"})
#: Troubles that name a case before whatever is asked of the shop besides.
_WEIGH_MORE = GOODS | BRING_A_FACT | DANGERS | {Question.PARCEL_STOLEN}


def with_shop_matters(titles: Sequence[str], asked: Sequence[str], matters: SecondMatters) -> tuple[str, ...]:
    """Put the titles of what was asked of the shop to the titles of a case, behind a grave trouble, else before them.

    Where a parcel stands everybody can look up; what was asked of the shop only its shopper says.
    """
    newest = map(matters.case_of, reversed(asked))
    of_the_shop = tuple(dict.fromkeys(title for title in newest if title))
    named = tuple(title for title in titles if title) if of_the_shop else tuple(titles)
    return (*named, *of_the_shop) if _WEIGH_MORE.intersection(named) else (*of_the_shop, *named)


def is_of_an_order(asked: Sequence[str], matters: SecondMatters) -> bool:
    """Tell whether something was asked of the shop that nobody settles without knowing the order."""
    return any(matters.case_of(name) not in _OF_NO_ORDER for name in asked)
