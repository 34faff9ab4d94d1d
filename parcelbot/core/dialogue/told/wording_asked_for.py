"""Take a message as the carrier's wording that was asked for."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.intents import NOT_UNDERSTOOD, PROVIDE_DETAILS
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question

_MAY_BE_A_WORDING = frozenset({Question.STATUS_MEANING.value, *NOT_UNDERSTOOD, PROVIDE_DETAILS})


def take_wording(heard: Heard, asked: Asked | None) -> Heard:
    """Take a message as the carrier's wording that was asked for; one that says something else stays as it is.

    A wording that nobody knows is one too: it is answered as that, and not asked for a second time.
    """
    if asked is not Asked.WORDING or not heard.wording:
        return heard
    is_read = heard.wording != Status.UNKNOWN.value
    if not is_read and heard.intent not in _MAY_BE_A_WORDING:
        return heard
    return replace(heard, intent=Question.STATUS_MEANING.value, status=heard.wording, also_asked=())
