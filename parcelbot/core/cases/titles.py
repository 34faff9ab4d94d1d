"""Name what a case is about more closely than by its question: lost, destroyed, back without the money. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parcelbot.core.cases.told_titles import (
    DOES_NOT_FIT,
    ID_ASKED,
    NOT_GIVEN_OUT,
    PAID_NO_ORDER,
    PAYMENT_PENDING,
    RECEIPT_CONFIRMED,
    with_told_titles,
)
from parcelbot.core.questions import GOODS, PLAN_QUESTIONS, QUESTIONS, USUAL_WISH, WISHES, Question
from parcelbot.core.reading.facts.causes_told import NO_HOUSE, WRONG_PHONE, causes_told
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.wish_patterns import (
    AN_EXCHANGE,
    DISCOUNT,
    IN_WRITING,
    PAY_THE_CHARGE,
    RIGHT_ITEM,
    STOP_THE_RETURN,
)
from parcelbot.core.reading.wanted.wishes import wishes_in


@dataclass(frozen=True)
class Title:
    """Name of a case as agents read it, and what its shopper wants where their own words name nothing."""

    label: str
    wish: str


OLDER_NUMBER, NO_REFUND_YET, STOP_RETURN, EXCHANGE = "older_number", "no_refund_yet", "stop_return", "exchange"
PHONE_WRONG, HOUSE_UNKNOWN = "wrong_phone", "no_house"

TITLES: Mapping[str, Title] = {
    "lost": Title("Lost by the carrier", "a settlement for a lost parcel"),
    "destroyed": Title("Destroyed on the way", "a settlement for a destroyed parcel"),
    "label_cancelled": Title("Label cancelled, parcel not sent", "to know whether the order is still sent"),
    "back_with_sender": Title("Back with the sender", "to know what happens with the returned parcel"),
    NO_REFUND_YET: Title("Sent back by the shopper, no refund yet", "the refund for what was sent back"),
    OLDER_NUMBER: Title("Number of an older parcel", "the right tracking number"),
    STOP_RETURN: Title("Stop the return", STOP_THE_RETURN),
    EXCHANGE: Title("Wants an exchange", AN_EXCHANGE),
    PHONE_WRONG: Title("Telephone number on the order does not reach the shopper", "the right telephone number used"),
    HOUSE_UNKNOWN: Title("No such house, says the shopper", "the address put right"),
    RECEIPT_CONFIRMED: Title("Confirmed as received by mistake", "to know whether the confirmation can be undone"),
    PAID_NO_ORDER: Title("Paid, and no order", "to know whether the order stands"),
    PAYMENT_PENDING: Title("Payment pending at the bank", "to know what was charged"),
    ID_ASKED: Title("Customs want a number or paper of the shopper's", "to know where to give it"),
    NOT_GIVEN_OUT: Title("Waits there, and the shopper cannot get it", "the parcel handed out"),
    DOES_NOT_FIT: Title("Does not fit", "to know what becomes of what does not fit"),
    "article_question": Title("Asks about an article", "to know about an article"),
    "bank_rate": Title("The bank took another sum", "to know what was charged"),
    "change_order": Title("Change of the order", "the order changed"),
    "charged_twice": Title("Charged twice", "a payment checked"),
    "coupon_missing": Title("Discount not taken off", "a discount taken off"),
    "gift_note": Title("Gift note or wrapping", "a gift note or wrapping"),
    "instalments": Title("Instalments or paying later", "to know what becomes of the instalments"),
    "invoice": Title("Invoice", "an invoice"),
    "price_dropped": Title("Price has changed since", "the difference in price"),
    "shop_account": Title("Account in the shop", "help with an account"),
}
#: What a row of the plan says of the parcel, closer than the question that its table answers.
_BY_ROW = {
    "exception/lost": "lost",
    "exception/destroyed": "destroyed",
    "exception/cancelled": "label_cancelled",
    "returned/back": "back_with_sender",
    "returned/back_because": "back_with_sender",
}
#: A fact that the shopper tells stands before what the parcel's state is called, and is put right as it says.
_BY_FACT = {WRONG_PHONE: PHONE_WRONG, NO_HOUSE: HOUSE_UNKNOWN}
_PUT_RIGHT_BY_FACT = {PHONE_WRONG: Question.CHANGE_ADDRESS}
#: What responses call a wish by, where no question or title is that wish.
_RESPONSES = {
    **{QUESTIONS[question].wish: question.value for question in WISHES},
    STOP_THE_RETURN: STOP_RETURN,
    AN_EXCHANGE: EXCHANGE,
    "another delivery attempt": "delivery_again",
    "delivery to the door, not collecting it": "to_the_door",
    "the right tracking number": "right_number",
    "an investigation": "investigation",
    PAY_THE_CHARGE: "pay_the_charge",
    DISCOUNT: "discount",
    RIGHT_ITEM: "right_item",
    IN_WRITING: "in_writing",
}
_RETURNED = "returned/"
#: These name no trouble.
_VAGUE = frozenset({"", Question.WHERE_IS_MY_ORDER.value})
#: "Where is it?" of a parcel without a scan for longer than is usual.
_TOO_QUIET = ("_overdue", "_over_a_month", "_too_long", "no_scan_for_long")
_OF_MONEY = frozenset({Question.REFUND_STATUS, Question.REFUND_WANTED})
_OF_GOODS = frozenset(question.value for question in (*GOODS, Question.RETURN_ITEM))
_ONCE_NAMED = PLAN_QUESTIONS - {Question.DELIVERED_NOT_RECEIVED}
#: "I still have no refund": of goods that are back, not of a parcel that is late.
_NO_MONEY = re.compile(
    r"\b(?:no|not|never|without|where|when|still|yet|awaiting|waiting|n['’]t)\b.{0,40}"
    r"\b(?:refund\w*|money|credit(?:ed)?|reimburs\w+|paid back)\b"
    r"|\b(?:refund|money|credit)\b.{0,25}\b(?:missing|outstanding|owed|not|never|n['’]t|nowhere)\b",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(
    r"\b(?:exchang|swap|umtausch|tausch|échang|cambi(?:ar|o|are)\b|troca|trocar|omruil|ruil|wymi(?:an|en)|byta\b"
    r"|değiş(?:im|tir))\w*|обмен|обмін|交換|换货|換貨|교환|استبدال",
    re.IGNORECASE,
)


def speaks_of_an_exchange(text: str) -> bool:
    """Tell whether an exchange is spoken of, in the languages we speak."""
    return _EXCHANGE.search(text) is not None


def titles(
    matters: Sequence[str],
    row: str,
    said: Sequence[str],
    sent_back: bool = False,
    told: Collection[Told] = (),
) -> tuple[str, ...]:
    """Name the matters of a case, the leading one first, more closely where parcel, words or facts allow it.

    `row` is the "table/row" of the parcel's plan, `sent_back`: the parcel is the shopper's own return. `told` are the
    facts that hold of it.
    """
    named = [title(matter, row, matters, said, sent_back) for matter in matters]
    if Question.RETURN_ITEM in named and any(map(speaks_of_an_exchange, said)):
        named = [EXCHANGE if name == Question.RETURN_ITEM else name for name in named]
    if NO_REFUND_YET in named:
        named = [name for name in named if name not in _OF_MONEY]
    facts = [_BY_FACT[cause] for cause in causes_told(said) if cause in _BY_FACT]
    replaced = {_PUT_RIGHT_BY_FACT[fact] for fact in facts if fact in _PUT_RIGHT_BY_FACT}
    trouble = [name for name in named if name not in replaced]
    # what hinders a delivery is told beside its trouble
    leads = facts if set(trouble) <= _VAGUE else []
    named = [*leads, *with_told_titles(trouble, told), *facts]
    return tuple(dict.fromkeys((*named, *_besides(matters, row, said))))


def title(matter: str, row: str, matters: Iterable[str], said: Sequence[str], sent_back: bool = False) -> str:
    """Name one matter of a case: the question itself, or closer."""
    asks_for_it = bool(_OF_MONEY.intersection(matters)) or any(map(_NO_MONEY.search, said))
    is_back = matter == Question.REFUND_STATUS or (matter in _ONCE_NAMED and row.startswith(_RETURNED))
    if sent_back and asks_for_it and is_back:
        return NO_REFUND_YET
    if matter not in _ONCE_NAMED:
        return matter
    if matter == Question.WHERE_IS_MY_ORDER and row.endswith(_TOO_QUIET):
        return Question.TRACKING_NOT_UPDATING.value
    return OLDER_NUMBER if row.startswith("old_number/") else _BY_ROW.get(row, matter)


def _besides(matters: Sequence[str], row: str, said: Sequence[str]) -> list[str]:
    """List what is wished of a parcel that goes back, and of goods, which no question names."""
    stops = row.startswith(_RETURNED) and STOP_THE_RETURN in wishes_in(said)
    swaps = bool(_OF_GOODS.intersection(matters)) and any(map(speaks_of_an_exchange, said))
    return [name for name, is_wished in ((STOP_RETURN, stops), (EXCHANGE, swaps)) if is_wished]


def label(name: str) -> str:
    """Give what agents read for a matter or a title."""
    if name in TITLES:
        return TITLES[name].label
    return QUESTIONS[Question(name)].label if name in QUESTIONS else name.replace("_", " ")


def wish_of(name: str) -> str:
    """Say what the shopper of a case wants by its name alone; "" names a case of nothing but a person."""
    if name in TITLES:
        return TITLES[name].wish
    if not name:
        return "to talk to a person"
    return QUESTIONS[Question(name)].wish if name in QUESTIONS else USUAL_WISH


def is_a_wish(name: str) -> bool:
    """Tell whether a matter or a title is itself what is wished."""
    return name in WISHES or name in (STOP_RETURN, EXCHANGE)


def response_name(name: str) -> str:
    """Give what the responses call a matter, a title or a wish by."""
    return _RESPONSES.get(name, name)
