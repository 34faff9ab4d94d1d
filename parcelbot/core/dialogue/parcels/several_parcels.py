"""Tell the parcels of one order apart, and tell of all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import CHECKS, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.dialogue.hearing.own_question import SURE, likeliest_follow_up
from parcelbot.core.dialogue.questions.asked_now import has_the_goods
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.which_one import (
    ParcelStanding,
    names_a_parcel,
    names_the_other,
    number_ending,
    place_named,
    singles_out,
    standing_named,
)
from parcelbot.core.reading.told.telling import Told

#: Parcels of one order that are looked up for an overview; more are offered by number only.
MOST_LOOKED_UP = 6
#: So long after its label a parcel that nobody has scanned is named before the others.
_DAYS_BEHIND = 5

_OPEN_QUESTIONS = (
    Question.WHERE_IS_MY_ORDER,
    Question.ARRIVAL_DATE,
    Question.LATE_DELIVERY,
    Question.TRACKING_NOT_UPDATING,
    Question.SPEED_UP,
)
#: The state that a question speaks of: with one parcel in it, that parcel is meant.
_ABOUT: Mapping[Question, ParcelStanding] = {
    **dict.fromkeys(_OPEN_QUESTIONS, ParcelStanding.OPEN),
    Question.CUSTOMS_DELAY: ParcelStanding.CUSTOMS,
    Question.CUSTOMS_PAYMENT: ParcelStanding.CUSTOMS,
    Question.AVAILABLE_FOR_PICKUP: ParcelStanding.PICKUP,
    Question.LABEL_CREATED: ParcelStanding.UNSCANNED,
    Question.TRACKING_NOT_FOUND: ParcelStanding.UNSCANNED,
    Question.RETURNED_TO_SENDER: ParcelStanding.GOING_BACK,
    Question.DELIVERY_ATTEMPT_FAILED: ParcelStanding.ATTEMPTED,
    Question.ATTEMPT_CONTESTED: ParcelStanding.ATTEMPTED,
    Question.DELIVERED_NOT_RECEIVED: ParcelStanding.DELIVERED,
    Question.ITEM_DAMAGED: ParcelStanding.DELIVERED,
    Question.ITEM_WRONG: ParcelStanding.DELIVERED,
    Question.DELIVERY_PROOF: ParcelStanding.DELIVERED,
    Question.PARCEL_STOLEN: ParcelStanding.DELIVERED,
}
#: Whoever has the goods in hand asks these of the parcel that still comes.
_WHEN_AND_WHERE = frozenset({Question.WHERE_IS_MY_ORDER, Question.ARRIVAL_DATE})
#: Second questions that are asked of an order in several parcels.
_OF_SEVERAL = frozenset({"one_here_other_coming", "why_split", "other_parcel_number"})
_BY_STATUS = {
    ParcelStanding.DELIVERED: (Status.DELIVERED,),
    ParcelStanding.PICKUP: (Status.AVAILABLE_FOR_PICKUP,),
    ParcelStanding.ON_THE_VAN: (Status.OUT_FOR_DELIVERY,),
    ParcelStanding.ATTEMPTED: (Status.DELIVERY_FAILURE,),
    ParcelStanding.GOING_BACK: (Status.RETURNED,),
}
_IN_CUSTOMS = (Substatus.IN_TRANSIT_CUSTOMS_PROCESSING, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION)
_BACK = (Substatus.EXCEPTION_RETURNING, Substatus.EXCEPTION_RETURNED)


def of_several_only(talk: Talk, follow_up: str) -> bool:
    """Tell whether a second question is asked of several parcels, and the order is known to travel in one."""
    order = talk.around.identify(talk.memory).order
    return follow_up in _OF_SEVERAL and order is not None and len(order.parcels) == 1


def named_parcel(talk: Talk, numbers: Sequence[str]) -> str:
    """Find the parcel that the words name: by the end of its number, as "the other one", by its state or its place."""
    text, says = talk.heard.text, talk.heard.says
    if text.startswith("/"):
        return ""
    if ending := number_ending(text, numbers):
        return ending
    # of goods "the second one" is a piece, until parcels are told of
    of_a_piece = has_the_goods(talk) and not (talk.waits_for(Asked.PARCEL) or names_a_parcel(text))
    if names_the_other(text, says) and not of_a_piece and (other := _other(talk, numbers)):
        return other
    place = None if of_a_piece else place_named(text, len(numbers), says)
    standing = standing_named(text, says) if place is None or singles_out(text, says) else None
    only = _only(talk, numbers, standing) if standing else ""
    return only or ("" if place is None else numbers[place])


def meant_parcel(talk: Talk, numbers: Sequence[str], questions: Sequence[Question]) -> str:
    """Find the only parcel that the question can be about; "" where several or none fit."""
    standing = next((_ABOUT[question] for question in questions if question in _ABOUT), None)
    if standing and not talk.known_before.parcel and Told.LEFT_NEXT_DOOR in talk.memory.told:
        # what lies next door was delivered, whatever its message resembles
        standing = ParcelStanding.DELIVERED
    return _only(talk, numbers, standing) if standing and len(numbers) > 1 else ""


def only_other(talk: Talk, numbers: Sequence[str], questions: Sequence[Question]) -> str:
    """Find the only parcel in the state that a question speaks of, where the one talked of is in another; "" else."""
    of_what_comes = {question for question in questions if _ABOUT.get(question) is ParcelStanding.OPEN}
    if of_what_comes and not (of_what_comes <= _WHEN_AND_WHERE and _has_this_one(talk)):
        return ""
    meant = meant_parcel(talk, numbers, questions)
    return "" if meant == talk.number else meant


def _has_this_one(talk: Talk) -> bool:
    """Tell whether the goods are in hand, no new piece is spoken of, and nothing surer of them is asked."""
    new_one = Question.REPLACEMENT_WANTED in (*talk.dialogue.matters, talk.known_before.issue)
    return has_the_goods(talk) and not new_one and not likeliest_follow_up(talk.heard, SURE)


def turned_to(memory: Memory, number: str) -> Memory:
    """Turn the memory to another parcel of the same order; what was said of the one before does not count for it."""
    if number == memory.parcel:
        return memory
    unchecked: dict[str, Any] = dict.fromkeys(CHECKS)
    turned = replace(memory, tracking_number=number, number_valid=True, repairs=(), parcel="", detail="", **unchecked)
    # of one that is on its way nobody asks why it is not there
    question = "" if memory.question == Question.DELIVERED_NOT_RECEIVED else memory.question
    return replace(turned, claims={}, question=question) if memory.parcel else turned


def look_up_all(talk: Talk, numbers: Sequence[str]) -> Sequence[DecidedEnquiry]:
    """Look every parcel up, in the order given; the plan that stands for each is not touched."""
    return [talk.around.answer(talk.enquiry(Question.WHERE_IS_MY_ORDER, number)) for number in numbers]


def needs_attention(decided: Sequence[DecidedEnquiry]) -> DecidedEnquiry:
    """Choose the parcel to look at first: the most urgent, and of equals one that is not delivered."""
    return max(decided, key=lambda one: (one.answer.row.then.urgency.rank, one.facts.status is not Status.DELIVERED))


def overview_words(talk: Talk, decided: Sequence[DecidedEnquiry]) -> dict[str, str]:
    """Word one line for each parcel with the age and place of its last scan and its date."""
    return {"lines": "\n".join(_line(talk, one) for one in decided), "count": str(len(decided))}


def is_pressing(decided: DecidedEnquiry) -> bool:
    """Tell whether something has to be done about a parcel."""
    return decided.answer.row.then.urgency.rank >= Urgency.ACT.rank


def is_behind(decided: DecidedEnquiry) -> bool:
    """Tell whether no carrier has scanned a parcel for days that was announced to it."""
    facts = decided.facts
    if facts.status is not Status.INFO_RECEIVED or facts.scanned or facts.issued_at is None:
        return False
    return (facts.now - facts.issued_at).days >= _DAYS_BEHIND


def the_pressing(listed: Sequence[DecidedEnquiry]) -> DecidedEnquiry | None:
    """Give the one of several about which something has to be done; None where none is so."""
    first = needs_attention(listed)
    return first if len(listed) > 1 and is_pressing(first) else None


def the_one_behind(listed: Sequence[DecidedEnquiry]) -> DecidedEnquiry | None:
    """Give the only one of several that nobody has scanned for days; None for none, or more."""
    behind = [one for one in listed if is_behind(one)]
    return behind[0] if len(behind) == 1 < len(listed) else None


def has_standing(decided: DecidedEnquiry, standing: ParcelStanding) -> bool:
    """Tell whether a parcel is in a state; one that nobody knows anything of is merely not delivered."""
    facts = decided.facts
    if standing is ParcelStanding.OPEN:
        over = (Status.DELIVERED, Status.RETURNED)
        return facts.status not in over
    if standing is ParcelStanding.CUSTOMS:
        return facts.stage is Stage.CUSTOMS or facts.substatus in _IN_CUSTOMS
    if standing is ParcelStanding.UNSCANNED:
        return not facts.scanned
    if standing is ParcelStanding.GOING_BACK and facts.substatus in _BACK:
        return True
    return facts.status in _BY_STATUS[standing]


def _other(talk: Talk, numbers: Sequence[str]) -> str:
    """Find the one besides the parcel talked of; of several, the only one not delivered."""
    current = talk.known_before.parcel or talk.dialogue.parcel
    if current not in numbers:
        return ""
    others = [number for number in numbers if number != current]
    return others[0] if len(others) == 1 else _only(talk, others, ParcelStanding.OPEN)


def _only(talk: Talk, numbers: Sequence[str], standing: ParcelStanding) -> str:
    if not 0 < len(numbers) <= MOST_LOOKED_UP:
        return ""
    decided = look_up_all(talk, numbers)
    fitting = [one.enquiry.number for one in decided if has_standing(one, standing)]
    # a parcel that could not be looked at may fit as well
    return fitting[0] if len(fitting) == 1 and all(_was_seen(one) for one in decided) else ""


def _was_seen(decided: DecidedEnquiry) -> bool:
    return decided.facts.lookup not in (LookupOutcome.UNAVAILABLE, LookupOutcome.CAPPED, LookupOutcome.PENDING)


def _line(talk: Talk, decided: DecidedEnquiry) -> str:
    plan = talk.dialogue.plan_of(decided.enquiry.number)
    words = dict(talk.around.words(decided, plan.day if plan else None))
    words["date"] = words["plan_date"] or words["wait_date"]
    scanned = "_scanned" if words["last_scan_age"] else ""
    kind = scanned or ("" if words["status"] else "_unseen")
    kind = "_behind" if is_behind(decided) and words["age"] else kind
    line = talk.script.title(f"utter_parcel_overview{kind}").format_map(words)
    dated = talk.script.title("utter_parcel_overview_date").format_map(words) if words["date"] else ""
    return f"{line}{dated}"
