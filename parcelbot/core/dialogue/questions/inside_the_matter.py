"""Decide what an open matter binds: what belongs to another has to be sure of itself, what goes on needs hardly be.

While goods, an invoice, a payment, protection or something of the shopper's own is talked of, a short message resembles
where the parcel is, a charge or an address by chance. What is left out here counts nowhere: neither as a question, nor
as a second one, nor in the belief that the others share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_matters import (
    OF_THE_SHOP,
    ON_THE_WAY,
    Matter,
    SecondMatters,
    matter_of,
    open_matter,
    with_open,
)
from parcelbot.core.dialogue.hearing.own_question import corrects_an_address, likeliest_follow_up, matter_of_the_order
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import FALLBACK, PARCEL_ARRIVED
from parcelbot.core.questions import QUESTIONS, SETTLEMENTS, Question
from parcelbot.core.reading.given_numbers.lead_words import names_a_parcel

#: So sure is a second question of another matter, in English and in other languages.
_SECOND, _SECOND_ELSEWHERE = 0.4, 0.6
#: So sure a question of another matter, and so sure what asks nothing.
_ASKED, _ASKED_ELSEWHERE, _STATED = 0.75, 0.85, 0.9
#: Enough for a second question of the open matter, where the message resembles a wish for money besides.
_INSIDE = 0.3
_MONEY = SETTLEMENTS | {Question.REFUND_STATUS}
#: A case that is begun on fewer words is about what was talked of before.
_FEWEST_OF_ITS_OWN = 6
#: What goes on with the matter of the shop that was answered last is believed from here on.
_GOES_ON = 0.2
_INVOICE_DETAILS = "invoice_details"
_OF_AN_ADDRESS = frozenset({Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS})
_OF_THE_WAY = re.compile(
    r"\b(?:deliver\w*|parcels?|packages?|ship\w*|label|courier|driver|carrier|doorbell)\b", re.IGNORECASE
)


def as_of_the_bill(heard: Heard, dialogue: Dialogue, matters: SecondMatters) -> Heard:
    """Take a name or an address for the bill that was asked for just now, or that the drafted case is about."""
    last = next(iter(dialogue.shop_matters[-1:]), "")
    of_a_bill = matters.of(last) is Matter.PAPERS and (dialogue.second == last or dialogue.case is not None)
    if not of_a_bill or _gives_something_else(heard):
        return heard
    if heard.intent not in _OF_AN_ADDRESS and not corrects_an_address(heard):
        return heard
    return replace(heard, intent=FALLBACK, also_asked=(), follow_ups=(FollowUp(_INVOICE_DETAILS, 1.0),))


def inside_the_matter(heard: Heard, dialogue: Dialogue, matters: SecondMatters) -> Heard:
    """Read a message inside the matter that was talked of last; one with a number or a button stays as it is."""
    of = open_matter(dialogue.open_matters)
    if of is None or heard.text.startswith("/") or heard.numbers:
        return heard
    # who has talked of the goods goes back to them from the way as easily
    open_now = dialogue.open_matters if of in ON_THE_WAY else ()
    seconds = tuple(
        found
        for found in heard.follow_ups
        if matters.of(found.name) in open_now or not _is_astray(heard, found, of, matters)
    )
    beside = tuple(name for name in heard.also_asked if not _is_elsewhere(name, of))
    heard = replace(heard, follow_ups=seconds, also_asked=beside)
    is_no_news = (
        heard.intent == PARCEL_ARRIVED and Matter.PARCEL not in dialogue.open_matters and heard.confidence < _STATED
    )
    if not (is_no_news and of in OF_THE_SHOP) and not (_strays(heard, of) or _asks_inside(heard, of, matters)):
        return heard
    return replace(heard, intent=FALLBACK, topic="", status="")


def asked_of_the_shop(talk: Talk) -> str:
    """Name the matter of the shop that a message opens the talk with, or goes on with; "" for none."""
    matters = talk.around.second_matters
    if not talk.dialogue.row:
        return matter_of_the_order(talk.heard, matters)
    last, likeliest = talk.dialogue.second, likeliest_follow_up(talk.heard, _GOES_ON)
    if not matters.is_of_the_shop(last) or talk.heard.gives_details:
        return ""
    return last if likeliest == last or matters.goes_on_inside(likeliest, matters.of(last)) else ""


def keep_open(talk: Talk) -> None:
    """Note what this turn was about: what it answered, or what it took to a person in the shopper's own words."""
    newer = _answered(talk)
    if not newer and _takes_its_own_words(talk):
        newer = (Matter.OWN,)
    if newer:
        talk.note(open_matters=with_open(talk.dialogue.open_matters, *newer))


def in_the_shop(dialogue: Dialogue) -> bool:
    """Tell whether the talk is of what no scan and no carrier knows."""
    return open_matter(dialogue.open_matters) in OF_THE_SHOP


def _strays(heard: Heard, of: Matter) -> bool:
    """Tell whether a message resembles a question of another matter, and is not sure enough of it."""
    if heard.intent not in QUESTIONS or not _is_elsewhere(heard.intent, of):
        return False
    if asks_or_is_marked(heard) and names_a_parcel(heard.text):
        return False
    if asks_or_is_marked(heard):
        return heard.confidence < (_ASKED if heard.english else _ASKED_ELSEWHERE)
    # who states a wish for money tells the person what to do
    return heard.confidence < _STATED and heard.intent not in _MONEY


def _gives_something_else(heard: Heard) -> bool:
    is_given = heard.email or heard.phone or heard.numbers or heard.order_number or heard.text.startswith("/")
    return bool(is_given) or (heard.english and _OF_THE_WAY.search(heard.text) is not None)


def _asks_inside(heard: Heard, of: Matter, matters: SecondMatters) -> bool:
    """Tell whether a message that resembles a wish for money asks of the charge that is talked of: who bears it."""
    inside = (found.belief >= _INSIDE for found in heard.follow_ups[:1] if matters.of(found.name) is of)
    return of is Matter.CUSTOMS and heard.intent in _MONEY and any(inside)


def _is_elsewhere(question: str, of: Matter) -> bool:
    """Tell whether a question is of another matter than one that no scan knows of."""
    return of in OF_THE_SHOP and _is_apart(matter_of(question), of)


def _is_astray(heard: Heard, found: FollowUp, of: Matter, matters: SecondMatters) -> bool:
    """Tell whether a second question is hardly believed, and of goods while a parcel is talked of, or the reverse."""
    if matters.goes_on_inside(found.name, of):
        return False
    least, other = _SECOND if heard.english else _SECOND_ELSEWHERE, matters.of(found.name)
    if of in OF_THE_SHOP:
        return _is_apart(other, of) and found.belief < least
    return of in ON_THE_WAY and other in OF_THE_SHOP and _belief_in(heard, found, matters) < least


def _belief_in(heard: Heard, found: FollowUp, matters: SecondMatters) -> float:
    """Give the belief in a second question; in other languages all that resemble one matter speak for it together."""
    if heard.english:
        return found.belief
    of = matters.of(found.name)
    return sum(other.belief for other in heard.follow_ups if matters.of(other.name) is of)


def _is_apart(other: Matter | None, of: Matter) -> bool:
    """Tell whether a matter has nothing to do with the open one: in the shopper's own words even money is not known."""
    return other in ON_THE_WAY or (of is Matter.OWN and other is Matter.MONEY)


def _answered(talk: Talk) -> Sequence[Matter]:
    """List the matters of what was answered in this turn, as the tables have it."""
    of = talk.around.second_matters.of
    named = [of(talk.dialogue.second)] if talk.dialogue.second != talk.was.second else []
    decided = talk.ending.decided
    if decided is not None:
        asked = decided.enquiry
        named.append(of(asked.follow_up) if asked.follow_up else matter_of(asked.question.value))
    return [matter for matter in named if matter is not None]


def _takes_its_own_words(talk: Talk) -> bool:
    """Tell whether a case was begun on a message that no table answered."""
    begun = talk.dialogue.case is not None and talk.was.case is None
    return begun and talk.heard.intent not in QUESTIONS and talk.heard.words >= _FEWEST_OF_ITS_OWN
