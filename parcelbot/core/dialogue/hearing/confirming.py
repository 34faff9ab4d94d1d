"""Take the question whether to confirm the receipt for what it is, and what goes on from it: its counter, its day."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.questions import Question
from parcelbot.core.reading.replies.confirming import CONFIRM_RECEIPT, asks_to_confirm
from parcelbot.core.reading.times.protection import corrected_days

_DAYS_LEFT, _NEEDED_BY = "protection_days", "needed_by"
#: What is claimed by the question: bought on the marketplace, and that it was asked.
_CLAIMED = {"sales_channel": SalesChannel.ALIEXPRESS.value, CONFIRM_RECEIPT: True}


def is_of_a_receipt(heard: Heard, _: object) -> bool:
    """Tell whether a message asks if the receipt shall be confirmed."""
    return asks_to_confirm(heard.text, heard.says)


def as_of_a_receipt(heard: Heard, _: object) -> Heard:
    """Take it for advice that is asked for by name, and the order for one of the marketplace's."""
    claims, intent = {**heard.claims, **_CLAIMED}, Question.SELLER_WAIT_OR_DISPUTE.value
    return replace(heard, intent=intent, topic=CONFIRM_RECEIPT, claims=claims, also_asked=(), follow_ups=(), status="")


def with_the_counter(heard: Heard, memory: Memory) -> Heard:
    """Take a figure that corrects the days of protection for those.

    After the question of the receipt these days, and what to do next, are spoken of as the same matter.
    """
    known = memory.claims.get(_DAYS_LEFT)
    if (left := corrected_days(heard.text, known)) is not None:
        # "not the 11, 9" names no day that the goods are needed for
        others = {name: value for name, value in heard.claims.items() if name != _NEEDED_BY}
        heard = replace(heard, claims={**others, _DAYS_LEFT: left})
    asks_for_the_day = known is not None and heard.intent == Social.NEXT_STEP.value
    goes_on = CONFIRM_RECEIPT in memory.claims and (_DAYS_LEFT in heard.claims or asks_for_the_day)
    return as_of_a_receipt(heard, None) if goes_on and not heard.gives_details else heard
