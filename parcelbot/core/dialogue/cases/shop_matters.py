"""Keep what is asked of the shop for the case, and take what is given after a bill was asked for as the bill's."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.cases.shop_matters import INVOICE, SHOP_MATTERS
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.own_question import corrects_an_address, likeliest_follow_up, matter_of_the_order
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question

_NOT_UNDERSTOOD, _INVOICE_DETAILS = "nlu_fallback", "invoice_details"
#: What is asked on is believed sooner; whose a sum is, and who is asked about it, is asked of the sum just spoken of.
_GOES_ON = 0.2
_OF_MONEY = frozenset({"bank_rate", "charged_twice", "coupon_missing", "price_dropped"})
_ASKED_OF_MONEY = frozenset({"fee_what_for", "who_to_ask"})
_OF_AN_ADDRESS = frozenset({Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS})
_OF_THE_WAY = re.compile(
    r"\b(?:deliver\w*|parcels?|packages?|ship\w*|label|courier|driver|carrier|doorbell)\b", re.IGNORECASE
)


def keep_shop_matter(talk: Talk, asked: str) -> None:
    """Keep a matter of the shop that was answered, in the shopper's words; anything else is left as it is."""
    if asked not in SHOP_MATTERS:
        return
    add_note(talk)
    kept = (name for name in talk.dialogue.shop_matters if name != asked)
    talk.note(shop_matters=(*kept, asked))
    talk.ending.case_moved = talk.dialogue.case is not None


def matter_here(talk: Talk) -> str:
    """Name the matter of the shop that a message opens the talk with, or goes on with; "" for none."""
    if not talk.dialogue.row:
        return matter_of_the_order(talk.heard)
    last, likeliest = talk.dialogue.second, likeliest_follow_up(talk.heard, _GOES_ON)
    if last not in SHOP_MATTERS or talk.heard.gives_details:
        return ""
    return last if likeliest == last or (last in _OF_MONEY and likeliest in _ASKED_OF_MONEY) else ""


def as_of_the_bill(heard: Heard, dialogue: Dialogue) -> Heard:
    """Take a name or an address for the bill that was asked for just now, or that the drafted case is about."""
    last = next(iter(dialogue.shop_matters[-1:]), "")
    of_a_bill = SHOP_MATTERS.get(last) == INVOICE and (dialogue.second == last or dialogue.case is not None)
    if not of_a_bill or _gives_something_else(heard):
        return heard
    if heard.intent not in _OF_AN_ADDRESS and not corrects_an_address(heard):
        return heard
    return replace(heard, intent=_NOT_UNDERSTOOD, also_asked=(), follow_ups=(FollowUp(_INVOICE_DETAILS, 1.0),))


def _gives_something_else(heard: Heard) -> bool:
    is_given = heard.email or heard.phone or heard.numbers or heard.order_number or heard.text.startswith("/")
    return bool(is_given) or (heard.english and _OF_THE_WAY.search(heard.text) is not None)
