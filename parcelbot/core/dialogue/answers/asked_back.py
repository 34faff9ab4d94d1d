"""Ask what was meant: what stands is said in one clause, and the choices are what can be done where the parcel is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import TALK_TO_HUMAN
from parcelbot.core.language import Button
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question

#: Likely meanings that are offered where no parcel is known.
MOST_CHOICES = 3
_MOVING = (Question.ARRIVAL_DATE, Question.CARRIER_CONTACT)
_AT_A_DEPOT = (Question.CARRIER_CONTACT, Question.DELIVERY_WISH)
_ENDED = (Question.REFUND_WANTED,)
_MISSING = (Question.CARRIER_CONTACT, Question.DELIVERY_PROOF)
_GOODS = (Question.ITEM_DAMAGED, Question.ITEM_MISSING)
_BY_STATUS: Mapping[Status, Sequence[Question]] = {
    Status.INFO_RECEIVED: (Question.ARRIVAL_DATE, Question.CHANGE_ADDRESS),
    Status.IN_TRANSIT: _MOVING,
    Status.OUT_FOR_DELIVERY: _MOVING,
    Status.AVAILABLE_FOR_PICKUP: _AT_A_DEPOT,
    Status.DELIVERY_FAILURE: _AT_A_DEPOT,
    Status.DELIVERED: (Question.DELIVERED_NOT_RECEIVED, Question.ITEM_DAMAGED),
    Status.RETURNED: _ENDED,
    Status.EXCEPTION: (Question.CARRIER_CONTACT, *_ENDED),
}


def ask_what_is_meant(talk: Talk) -> None:
    """Ask what was meant, beside a case without choices: one line more is all that it takes."""
    ticket = talk.around.active_ticket(talk.memory, talk.dialogue)
    if ticket is not None:
        talk.script.ask("utter_not_understood_case", talk.around.ticket_words(ticket))
    elif talk.number:
        _beside_the_parcel(talk)
    else:
        talk.script.ask("utter_not_understood", buttons=_choices(talk, list(talk.around.likely)[:MOST_CHOICES]))


def _beside_the_parcel(talk: Talk) -> None:
    """Say what stands, the day of the plan or where the parcel is, and offer what is asked there."""
    dated = talk.plan_day is not None
    words = talk.words(talk.decide(talk.plan_question))
    questions = _what_can_be_asked(talk)
    stands = "utter_not_understood_parcel" if words["status"] else "utter_not_understood"
    response = "utter_not_understood_dated" if dated else stands
    talk.script.ask(response, words, _choices(talk, [question.value for question in questions]))


def _what_can_be_asked(talk: Talk) -> Sequence[Question]:
    """Give what is likely where the parcel stands; who has said that it is not there does not say so again."""
    status = told_status(talk) or Status.UNKNOWN
    if status is Status.DELIVERED and talk.missing_told:
        return _MISSING
    return _GOODS if has_the_goods(talk) else _BY_STATUS.get(status, ())


def _choices(talk: Talk, names: Sequence[str]) -> list[Button]:
    """Offer meanings for a tap, a person last; who is filling in a case has their person already."""
    person = [] if talk.dialogue.case is not None else [TALK_TO_HUMAN]
    return [Button(talk.script.title(f"utter_problem_{name}"), f"/{name}") for name in (*names, *person)]
