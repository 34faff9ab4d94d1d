"""Name the matters of the shop that are asked about: no state of a parcel answers them, a person does. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcelbot.core.questions import BRING_A_FACT, DANGERS, GOODS, Question

INVOICE, CHARGED_TWICE = "invoice", "charged_twice"
_ARTICLE, _CHANGE = "article_question", "change_order"
#: Second questions about the shop, with the title of the case that each makes; "" for one that makes none.
SHOP_MATTERS: Mapping[str, str] = {
    INVOICE: INVOICE,
    "invoice_details": INVOICE,
    "already_used": "",
    "article_looks": _ARTICLE,
    "bank_rate": "bank_rate",
    "by_the_chart": "",
    CHARGED_TWICE: CHARGED_TWICE,
    "confirm_received": "",
    "coupon_missing": "coupon_missing",
    "drop_one": _CHANGE,
    "gift_note": "gift_note",
    "goods_facts": _ARTICLE,
    "instalments": "instalments",
    "leave_review": "",
    "payment_gone_through": "",
    "price_dropped": "price_dropped",
    "return_until": "",
    "shop_account": "shop_account",
    "size_fit": _ARTICLE,
}
#: What only asks for a paper or for an answer: it is no trouble beside which a wish would say nothing.
ONLY_ASKED_FOR = frozenset({INVOICE, _ARTICLE, "gift_note", "price_dropped", "shop_account"})
#: Matters that a person settles without the order.
_OF_NO_ORDER = frozenset({"", _ARTICLE, "shop_account"})
#: Troubles that name a case before whatever is asked of the shop besides.
_WEIGH_MORE = GOODS | BRING_A_FACT | DANGERS | {Question.PARCEL_STOLEN}


def with_shop_matters(titles: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """Put the titles of what was asked of the shop to the titles of a case, behind a grave trouble, else before them.

    Where a parcel stands everybody can look up; what was asked of the shop only its shopper says.
    """
    of_the_shop = tuple(dict.fromkeys(SHOP_MATTERS[name] for name in reversed(asked) if SHOP_MATTERS[name]))
    named = tuple(title for title in titles if title) if of_the_shop else tuple(titles)
    return (*named, *of_the_shop) if _WEIGH_MORE.intersection(named) else (*of_the_shop, *named)


def is_of_an_order(asked: Sequence[str]) -> bool:
    """Tell whether something was asked of the shop that nobody settles without knowing the order."""
    return any(SHOP_MATTERS[name] not in _OF_NO_ORDER for name in asked)
