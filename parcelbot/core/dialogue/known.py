"""Tell what the shopper has given in this talk, and which sentences would ask for it or offer it all the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from parcelbot.core.dialogue.open_question.endings import passed_over
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import SETTLEMENTS
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.sentence_marks import SentenceMark

#: What asks by itself whether a person shall take it, and what does so beside what it takes in.
_OFFERS = ("utter_offer_person", "utter_unsent_at_end")
_OFFERED = (*_OFFERS, "utter_kept_still")


def superfluous(talk: Talk) -> Collection[SentenceMark]:
    """Name what no sentence of this turn need ask for, since it is known, nor hold out, since it is there."""
    return [mark for mark in talk.script.marks if _KNOWN[mark](talk)]


def _knows_the_order(talk: Talk) -> bool:
    return bool(talk.memory.order_number) or talk.around.identify(talk.memory).order is not None


def _names_the_article(talk: Talk) -> bool:
    return Told.ITEM_NAMED in talk.memory.told


def _names_the_day(talk: Talk) -> bool:
    return bool(talk.memory.claims.get("needed_by"))


def _has_chosen(talk: Talk) -> bool:
    return len(SETTLEMENTS.intersection(talk.dialogue.matters)) == 1


def _has_a_person(talk: Talk) -> bool:
    """Tell whether a case is drafted, sent in this turn or with the team."""
    on_its_way = talk.dialogue.case is not None or talk.ending.open_case
    return on_its_way or talk.around.active_ticket(talk.memory, talk.dialogue) is not None


def _needs_no_offer(talk: Talk) -> bool:
    """Tell whether a person is there, offered in a message of its own or often enough, or not wanted."""
    offered = talk.script.has_said(_OFFERS) or passed_over(talk)
    return offered or _has_a_person(talk) or talk.wants_nobody


def count_offers(talk: Talk) -> None:
    """Count a person who is offered in words; whoever has a case drafted took one."""
    if talk.dialogue.case is not None or talk.ending.open_case:
        talk.note(offers=0)
    elif talk.script.has_said(_OFFERED):
        talk.note(offers=talk.dialogue.offers + 1)


def _needs_no_later_one(talk: Talk) -> bool:
    """Tell whether a person is there or offered now: from a day on would be another offer in the same breath."""
    return _has_a_person(talk) or talk.script.has_said(_OFFERS)


_KNOWN: Mapping[SentenceMark, Callable[[Talk], bool]] = {
    SentenceMark.ORDER: _knows_the_order,
    SentenceMark.ARTICLE: _names_the_article,
    SentenceMark.DAY: _names_the_day,
    SentenceMark.SETTLEMENT: _has_chosen,
    SentenceMark.PERSON: _needs_no_offer,
    SentenceMark.LATER: _needs_no_later_one,
}
