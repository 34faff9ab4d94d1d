"""Tell which questions make sense where a parcel stands: a doubtful reading that makes none gives way to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from parcelbot.core.answering.memory import Heard
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import BUYERS_QUESTIONS, GOODS, PLAN_QUESTIONS, Question
from parcelbot.core.reading.cases.case_words import Said

MOVING = frozenset({Status.INFO_RECEIVED, Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY})
_UNSETTLED = frozenset({Status.NOT_FOUND, Status.EXPIRED, Status.EXCEPTION, Status.UNKNOWN})
_AT_A_DOOR = frozenset({Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE})
_HANDED_OVER = frozenset({Status.DELIVERED})

#: States in which a question is asked; one that is not listed is asked in any, a buyer's of no parcel that is there.
_ASKED_IN: Mapping[Question, frozenset[Status]] = {
    Question.ARRIVAL_DATE: MOVING | _UNSETTLED | {Status.DELIVERY_FAILURE},
    Question.SPEED_UP: MOVING | _UNSETTLED,
    Question.DELIVERY_WISH: MOVING | _AT_A_DOOR,
    Question.DELIVERY_PROOF: _HANDED_OVER,
    # what its carrier takes back is no return of the shopper's
    Question.RETURN_ITEM: frozenset(Status) - {Status.RETURNED},
    Question.CUSTOMS_PAYMENT: MOVING | _UNSETTLED | _AT_A_DOOR | {Status.RETURNED},
    **dict.fromkeys(BUYERS_QUESTIONS, frozenset[Status]()),
    Question.WRONG_DESTINATION: frozenset(Status) - {Status.NOT_FOUND, Status.INFO_RECEIVED},
    Question.PARCEL_STOLEN: _HANDED_OVER | {Status.UNKNOWN},
    Question.ATTEMPT_CONTESTED: _AT_A_DOOR | {Status.DELIVERED, Status.OUT_FOR_DELIVERY, Status.RETURNED},
}
#: What is answered without harm although it was only the next best guess: nothing here goes to a person at once.
_HARMLESS_GUESSES = PLAN_QUESTIONS | {
    Question.ARRIVAL_DATE,
    Question.NOTIFY_ME,
    Question.SPEED_UP,
    Question.CARRIER_CONTACT,
    Question.DELIVERY_PROOF,
    Question.DELIVERY_WISH,
    Question.CUSTOMS_PAYMENT,
    Question.ATTEMPT_CONTESTED,
    Question.WHY,
}
#: Whoever writes in another language than English is believed to have the goods, but not in these states.
_NOT_IN_HAND = frozenset(
    {Status.NOT_FOUND, Status.INFO_RECEIVED, Status.DELIVERY_FAILURE, Status.RETURNED, Status.EXCEPTION}
)
_SURELY_HAS_THEM = 0.95
_SURELY_ASTRAY = 0.9
#: What the scans answer, or a buyer asks: of goods that are wrong nobody asks it, but perhaps of another parcel.
_NOT_OF_GOODS = (
    PLAN_QUESTIONS
    | BUYERS_QUESTIONS
    | {
        Question.ALL_PARCELS,
        Question.ARRIVAL_DATE,
        Question.ATTEMPT_CONTESTED,
        Question.CHECK_ADDRESS,
        Question.CUSTOMS_PAYMENT,
        Question.DELIVERY_PROOF,
        Question.DELIVERY_WISH,
        Question.HOW_TO_TRACK,
        Question.NOTIFY_ME,
        Question.SPEED_UP,
        Question.STATUS_MEANING,
        Question.WHY,
    }
)
_ANOTHER_PARCEL = re.compile(
    r"\b(?:other|second|third|rest|another|remaining|missing) (?:\w+ )?"
    r"(?:parcel|package|box|order|one|ones|half|delivery|items?)\b"
    r"|\b(?:the )?others\b|\bthe rest\b|\bit(?: i|['’])s not here\b|\bisn['’]?t here\b",
    re.IGNORECASE,
)
_HAS_THEM = re.compile(
    r"\b(?:came|come in|arrived|received|got|opened|unpacked|inside|in the (?:box|bag|parcel)|wearing|wore|washed|"
    r"tried (?:it|them) on|sent me|you sent|delivered)\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"\b(?:money|cash|refund\w*|pay\w*|paid|new|replac\w+|re-?sen[dt]\w*|sen[dt]|exchang\w+|swap\w*|again|back|instead"
    r"|another one|right (?:one|size|colou?r)|reimburs\w+|compensat\w+)\b",
    re.IGNORECASE,
)
_OF_A_CARRIER = re.compile(
    r"\b(?:carrier|courier|driver|delivery (?:company|firm)|post(?: office)?|phone|number|call|ring|reach"
    r"|contact|write to|e-?mail|website|hotline|who (?:delivers|delivered|brings|brought|carries))\b",
    re.IGNORECASE,
)
#: Of goods that are wrong these are asked in words of their own only.
_NEEDS_A_WORD: Mapping[Question, re.Pattern[str]] = {
    Question.CARRIER_CONTACT: _OF_A_CARRIER,
    Question.REFUND_WANTED: _SETTLES,
    Question.REPLACEMENT_WANTED: _SETTLES,
}


_WAS_STOLEN = re.compile(
    r"\b(?:was|were|been|got|gets|is|probably|must have been) "
    r"(?:(?!not\b)\w+ )?(?:stolen|nicked|swiped|pinched|robbed)\b"
    r"|\b(?:stole|nicked|swiped|pinched|robbed) "
    r"(?:it|them|mine|(?:my|our|the) (?:\w+ )?(?:parcel|package|box|order))\b"
    r"|\b(?:thief|thieves|porch pirate|robber|burglar)s? (?:\w+ )?(?:took|grabbed|got|has|have|made off)\b",
    re.IGNORECASE,
)
_HAPPENED = GOODS | {Question.PARCEL_STOLEN}


def happened_for_sure(question: Question, heard: Heard) -> bool:
    """Tell whether what happens to goods, or at the door, is told as having happened, and not only resembled.

    What is not sure waits for the look-up: to a parcel that has not arrived it cannot have happened.
    """
    if question is Question.PARCEL_STOLEN:
        return heard.english and _WAS_STOLEN.search(heard.text) is not None
    return question not in _HAPPENED or makes_sense(question, heard, Status.IN_TRANSIT)


def cannot_have_happened(question: Question, status: Status | None) -> bool:
    """Tell whether it is of goods, or of a door, that a parcel in this state has not come to."""
    return question in _HAPPENED and status in MOVING


def is_hardly_meant(question: Question, heard: Heard, status: Status | None) -> bool:
    """Tell whether a wrong place is hardly meant: after a try at the door the one named is where the shopper is."""
    return question is Question.WRONG_DESTINATION and status in _AT_A_DOOR and heard.confidence < _SURELY_ASTRAY


def makes_sense(question: Question, heard: Heard, status: Status | None) -> bool:
    """Tell whether a question can be meant of a parcel in this state; of one that nobody has seen anything can.

    What is wrong with the goods is asked by who has them, whatever the scans say.
    """
    if status is None:
        return True
    if question in GOODS:
        if _only_fears_damage(question, heard, status):
            return False
        has_them = _HAS_THEM.search(heard.text) is not None if heard.english else _has_them_elsewhere(heard, status)
        return status is Status.DELIVERED or has_them
    return not is_hardly_meant(question, heard, status) and status in _ASKED_IN.get(question, frozenset(Status))


def _has_them_elsewhere(heard: Heard, status: Status) -> bool:
    """Tell whether somebody who writes in another language has the goods before the scans say that they came."""
    says_so = heard.spoilt or Said.ARRIVED.value in heard.says or heard.confidence >= _SURELY_HAS_THEM
    return says_so and status not in _NOT_IN_HAND


def _only_fears_damage(question: Question, heard: Heard, status: Status) -> bool:
    """Tell whether "was it destroyed or what?" is asked, in another language, of a parcel that is on its way."""
    asks = heard.form.marked
    fears = question is Question.ITEM_DAMAGED and status in MOVING and not heard.spoilt
    return fears and asks and not heard.english


def is_about_the_goods(question: Question, heard: Heard) -> bool:
    """Tell whether a question can be asked where goods are wrong or went back; of another parcel any can."""
    if heard.english and question in _NEEDS_A_WORD and not _NEEDS_A_WORD[question].search(heard.text):
        return False
    return question not in _NOT_OF_GOODS or _ANOTHER_PARCEL.search(heard.text) is not None


def first_sensible(likely: Iterable[str], heard: Heard, status: Status | None) -> Question | None:
    """Choose the likeliest question that makes sense; None where none does."""
    questions = (Question(name) for name in likely)
    return next((q for q in questions if q in _HARMLESS_GUESSES and makes_sense(q, heard, status)), None)
