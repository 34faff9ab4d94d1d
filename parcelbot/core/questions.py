"""List every question a shopper can ask, with how it is treated: one row for each.

A question is an intent that the decision tables answer. CONTRIBUTING, "A new question", names the other places
one needs; `tests/knowledge/test_questions.py` fails with the name of each place that was forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Question(str, Enum):
    """Question a shopper can ask, by the name of its intent."""

    TRACKING_NOT_UPDATING = "tracking_not_updating"
    TRACKING_NOT_FOUND = "tracking_not_found"
    LABEL_CREATED = "label_created"
    CUSTOMS_DELAY = "customs_delay"
    AVAILABLE_FOR_PICKUP = "available_for_pickup"
    DELIVERY_ATTEMPT_FAILED = "delivery_attempt_failed"
    DELIVERED_NOT_RECEIVED = "delivered_not_received"
    WRONG_DESTINATION = "wrong_destination"
    RETURNED_TO_SENDER = "returned_to_sender"
    TRACKING_EXCEPTION = "tracking_exception"
    LATE_DELIVERY = "late_delivery"
    WHERE_IS_MY_ORDER = "where_is_my_order"
    STATUS_MEANING = "status_meaning"
    HOW_TO_TRACK = "how_to_track"
    SELLER_WAIT_OR_DISPUTE = "seller_wait_or_dispute"
    CHANGE_ADDRESS = "change_address"
    CANCEL_ORDER = "cancel_order"
    REFUND_STATUS = "refund_status"
    RETURN_ITEM = "return_item"


USUAL_WISH = "to know when the parcel comes"


@dataclass(frozen=True)
class QuestionTraits:
    """Treatment of one question.

    `label` is what agents read. `wish` is what the ticket's summary says the shopper wants, where their own words
    name nothing else. `needs_parcel`: it is answered from the parcel's tracking, so a number is asked for.
    `can_be_issue`: a case can be about it. `can_be_second`: it is looked for beside another question in the same
    message. `can_name_topic`: it may mean an advice topic of `knowledge/topics.yml` in other words than listed there.
    """

    label: str
    wish: str = USUAL_WISH
    needs_parcel: bool = False
    can_be_issue: bool = True
    can_be_second: bool = True
    can_name_topic: bool = False


QUESTIONS: Mapping[Question, QuestionTraits] = {
    Question.TRACKING_NOT_UPDATING: QuestionTraits("Tracking is not moving", needs_parcel=True),
    Question.TRACKING_NOT_FOUND: QuestionTraits("Number is not known", needs_parcel=True),
    Question.LABEL_CREATED: QuestionTraits("Label made, not scanned", needs_parcel=True),
    Question.CUSTOMS_DELAY: QuestionTraits("Held up in customs", "the parcel through customs", needs_parcel=True),
    Question.AVAILABLE_FOR_PICKUP: QuestionTraits("Waits to be collected", "to collect the parcel", needs_parcel=True),
    Question.DELIVERY_ATTEMPT_FAILED: QuestionTraits(
        "Delivery attempt failed", "another delivery attempt", needs_parcel=True
    ),
    Question.DELIVERED_NOT_RECEIVED: QuestionTraits(
        "Marked delivered, not received", "to know where the parcel is", needs_parcel=True
    ),
    Question.WRONG_DESTINATION: QuestionTraits(
        "Going to the wrong place", "the parcel at the right address", needs_parcel=True
    ),
    Question.RETURNED_TO_SENDER: QuestionTraits(
        "On its way back", "to know what happens with the returned parcel", needs_parcel=True
    ),
    Question.TRACKING_EXCEPTION: QuestionTraits("Carrier reports a problem", needs_parcel=True),
    Question.LATE_DELIVERY: QuestionTraits("Later than promised", needs_parcel=True),
    # beside another question, "where is it?" asks nothing more
    Question.WHERE_IS_MY_ORDER: QuestionTraits("Where is the order?", needs_parcel=True, can_be_second=False),
    Question.STATUS_MEANING: QuestionTraits("What does a status mean?", can_be_issue=False, can_name_topic=True),
    Question.HOW_TO_TRACK: QuestionTraits("How to track", can_be_issue=False, can_name_topic=True),
    Question.SELLER_WAIT_OR_DISPUTE: QuestionTraits(
        "AliExpress seller or dispute", "help with the seller or a dispute", can_name_topic=True
    ),
    Question.CHANGE_ADDRESS: QuestionTraits("Change the address", "another address"),
    Question.CANCEL_ORDER: QuestionTraits("Cancel the order", "to cancel"),
    Question.REFUND_STATUS: QuestionTraits("Asks about a refund", "to know about a refund"),
    Question.RETURN_ITEM: QuestionTraits("Wants to return something", "to return it"),
}

#: Intents that ask for the team, not for an answer of the tables, with what agents read for them.
TEAM_REQUESTS: Mapping[str, str] = {"talk_to_human": "Wants a person", "ticket_status": "Ticket status"}

PARCEL_QUESTIONS = frozenset(question for question, traits in QUESTIONS.items() if traits.needs_parcel)
ISSUES = frozenset(question for question, traits in QUESTIONS.items() if traits.can_be_issue)
#: Intents that can stand beside another one in a message; small talk and plain answers cannot.
SECOND_QUESTIONS = frozenset(
    {*(question.value for question, traits in QUESTIONS.items() if traits.can_be_second), *TEAM_REQUESTS}
)
