"""Take a message that tells of customs' paper from us, or of a charge that is paid, for that and for nothing else."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, told_by
from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.telling import Told

_OF_CUSTOMS = frozenset({Told.SELLER_PAPER, Told.CHARGE_PAID})
#: What such a message is taken for by mistake.
_RESEMBLED = frozenset(
    {
        Question.CUSTOMS_PAYMENT.value,
        Question.CUSTOMS_DELAY.value,
        Question.LABEL_CREATED.value,
        Question.TRACKING_EXCEPTION.value,
        Question.TRACKING_NOT_UPDATING.value,
        Question.WHERE_IS_MY_ORDER.value,
        "complaint",
        "deny",
        "nlu_fallback",
        "out_of_scope",
    }
)


def with_its_customs(heard: Heard) -> Heard:
    """Take a paper that customs want of us, or a charge that is paid, for the question of customs that it is."""
    if heard.intent not in _RESEMBLED or not _OF_CUSTOMS.intersection(told_by(heard)):
        return heard
    wishes = tuple(name for name in heard.also_asked if name in WISHES)
    return replace(heard, intent=Question.CUSTOMS_PAYMENT.value, also_asked=wishes, follow_ups=(), status="", topic="")
