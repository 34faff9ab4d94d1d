"""Answer at once what comes with a parcel and is none of its troubles: a danger at its address, a ring in it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import FALLBACK
from parcelbot.core.questions import GOODS, Question
from parcelbot.core.reading.goods.goods_words import troubles_told
from parcelbot.core.reading.told.telling import Told

#: A person takes these whatever the parcel does: no number is waited for, and no day is told.
_BEYOND = frozenset({Told.UNSAFE_THERE, Told.VALUABLE_FOUND})
_TABLE = "beyond_scans"


def without_the_goods_form(heard: Heard, memory: Memory) -> Heard:
    """Take what only resembles trouble with the goods for no such thing where something of value lay among them."""
    found = Told.VALUABLE_FOUND in memory.told | told_by(heard)
    if not found or heard.spoilt or heard.intent not in GOODS or (heard.english and troubles_told(heard.text)):
        return heard
    beside = tuple(name for name in heard.also_asked if name not in GOODS)
    return replace(heard, intent=FALLBACK, also_asked=beside)


def take_beyond_parcels(talk: Talk) -> bool:
    """Answer a matter that this message tells for the first time and that a person takes; False for none."""
    decided = _decided(talk, talk.memory.told - talk.known_before.told)
    if decided is None:
        return False
    talk.keep_the_matter()
    tell_decided(talk, decided)
    add_note(talk)
    if talk.around.active_ticket(talk.memory, talk.dialogue) is not None:
        talk.ending.add_to_case = True
    return True


def _decided(talk: Talk, new: Set[Told]) -> DecidedEnquiry | None:
    """Decide what follows from a new fact of these: without a parcel, or of the one that was told of."""
    without = bool(new & _BEYOND) or (Told.PAID_NO_ORDER in new and not talk.number)
    of_the_parcel = Told.RECEIPT_CONFIRMED in new and bool(talk.number and talk.dialogue.row)
    if not (without or of_the_parcel):
        return None
    number = "" if without else talk.number
    decided = talk.around.answer(talk.enquiry(Question.WHERE_IS_MY_ORDER, number))
    return decided if decided.answer.table == _TABLE else None
