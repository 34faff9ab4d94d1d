"""List every question a shopper can ask, with how it is treated: one row for each.

A question is an intent that the decision tables answer. CONTRIBUTING, "A new question", names the other places
one needs; `tests/knowledge/test_questions.py` fails with the name of each place that was forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from parcelbot.core.intents import TALK_TO_HUMAN, TICKET_STATUS


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
    ARRIVAL_DATE = "arrival_date"
    NOTIFY_ME = "notify_me"
    SPEED_UP = "speed_up"
    CARRIER_CONTACT = "carrier_contact"
    DELIVERY_PROOF = "delivery_proof"
    CHECK_ADDRESS = "check_address"
    ALL_PARCELS = "all_parcels"
    ATTEMPT_CONTESTED = "attempt_contested"
    DELIVERY_WISH = "delivery_wish"
    CUSTOMS_PAYMENT = "customs_payment"
    WHY = "why"
    WHAT_YOU_NEED = "what_you_need"
    YOU_ARE_SELLER = "you_are_seller"
    ITEM_DAMAGED = "item_damaged"
    ITEM_MISSING = "item_missing"
    ITEM_WRONG = "item_wrong"
    PARCEL_STOLEN = "parcel_stolen"
    REFUND_WANTED = "refund_wanted"
    REPLACEMENT_WANTED = "replacement_wanted"
    UNANSWERED = "unanswered"
    CALL_ME = "call_me"
    SCAM_MESSAGE = "scam_message"
    SHIPPING_TIME = "shipping_time"
    SHIPPING_COST = "shipping_cost"
    IMPORT_DUTIES = "import_duties"
    HAZARD = "hazard"
    ACCOUNT_MISUSE = "account_misuse"
    CRISIS = "crisis"
    THREAT = "threat"


USUAL_WISH = "to know when the parcel comes"


class QuestionRole(str, Enum):
    """Part a question plays in a conversation.

    `plan`: its answer is the parcel's plan, with one date. `beside`: answered around the plan, which it never moves.
    `general`: answered without any parcel. `safety`: comes before everything else.
    """

    PLAN = "plan"
    BESIDE = "beside"
    GENERAL = "general"
    SAFETY = "safety"


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
    role: QuestionRole = QuestionRole.GENERAL
    needs_parcel: bool = False
    can_be_issue: bool = True
    can_be_second: bool = True
    can_name_topic: bool = False


def _beside(
    label: str, wish: str = USUAL_WISH, needs_parcel: bool = False, can_be_issue: bool = True
) -> QuestionTraits:
    return QuestionTraits(label, wish, QuestionRole.BESIDE, needs_parcel, can_be_issue)


QUESTIONS: Mapping[Question, QuestionTraits] = {
    Question.TRACKING_NOT_UPDATING: QuestionTraits("Tracking is not moving", role=QuestionRole.PLAN, needs_parcel=True),
    Question.TRACKING_NOT_FOUND: QuestionTraits("Number is not known", role=QuestionRole.PLAN, needs_parcel=True),
    Question.LABEL_CREATED: QuestionTraits("Label made, not scanned", role=QuestionRole.PLAN, needs_parcel=True),
    Question.CUSTOMS_DELAY: QuestionTraits(
        "Held up in customs", "the parcel through customs", role=QuestionRole.PLAN, needs_parcel=True
    ),
    Question.AVAILABLE_FOR_PICKUP: QuestionTraits(
        "Waits to be collected",
        "to get the parcel that waits to be collected",
        role=QuestionRole.PLAN,
        needs_parcel=True,
    ),
    Question.DELIVERY_ATTEMPT_FAILED: QuestionTraits(
        "Delivery attempt failed", "another delivery attempt", role=QuestionRole.PLAN, needs_parcel=True
    ),
    Question.DELIVERED_NOT_RECEIVED: QuestionTraits(
        "Marked delivered, not received", "to know where the parcel is", role=QuestionRole.PLAN, needs_parcel=True
    ),
    Question.WRONG_DESTINATION: QuestionTraits(
        "Going to the wrong place", "the parcel at the right address", role=QuestionRole.PLAN, needs_parcel=True
    ),
    Question.RETURNED_TO_SENDER: QuestionTraits(
        "On its way back", "to know what happens with the returned parcel", role=QuestionRole.PLAN, needs_parcel=True
    ),
    Question.TRACKING_EXCEPTION: QuestionTraits("Carrier reports a problem", role=QuestionRole.PLAN, needs_parcel=True),
    Question.LATE_DELIVERY: QuestionTraits("Later than expected", role=QuestionRole.PLAN, needs_parcel=True),
    # beside another question, "where is it?" asks nothing more
    Question.WHERE_IS_MY_ORDER: QuestionTraits(
        "Where is the order?", role=QuestionRole.PLAN, needs_parcel=True, can_be_second=False
    ),
    Question.STATUS_MEANING: QuestionTraits("What does a status mean?", can_be_issue=False, can_name_topic=True),
    Question.HOW_TO_TRACK: QuestionTraits("How to track", can_be_issue=False, can_name_topic=True),
    Question.SELLER_WAIT_OR_DISPUTE: QuestionTraits(
        "AliExpress seller or dispute", "help with the seller or a dispute", can_name_topic=True
    ),
    Question.CHANGE_ADDRESS: QuestionTraits("Change the address", "another address"),
    Question.CANCEL_ORDER: QuestionTraits("Cancel the order", "to cancel"),
    Question.REFUND_STATUS: QuestionTraits("Asks about a refund", "to know about a refund"),
    Question.RETURN_ITEM: QuestionTraits("Wants to return something", "to return it"),
    # ---- beside the plan ----
    Question.ARRIVAL_DATE: _beside("When will it arrive?", needs_parcel=True, can_be_issue=False),
    Question.NOTIFY_ME: _beside("Wants to be told of news", "to be told when it moves", can_be_issue=False),
    Question.SPEED_UP: _beside("Wants it faster", "to have it sooner", can_be_issue=False),
    Question.CARRIER_CONTACT: _beside(
        "Asks for the carrier", "to reach the carrier", needs_parcel=True, can_be_issue=False
    ),
    Question.DELIVERY_PROOF: _beside("Wants proof of delivery", "proof of delivery", needs_parcel=True),
    Question.CHECK_ADDRESS: _beside("Is the address right?", "to know that the address is right"),
    Question.ALL_PARCELS: _beside("Asks for all parcels", can_be_issue=False),
    Question.ATTEMPT_CONTESTED: _beside("Says nobody came", "another delivery attempt", needs_parcel=True),
    Question.DELIVERY_WISH: _beside("Has a wish for the delivery", "another delivery day or place"),
    Question.CUSTOMS_PAYMENT: _beside("Customs fee or papers", "to know what customs want"),
    Question.WHY: _beside("Why?", can_be_issue=False),
    Question.WHAT_YOU_NEED: _beside("What do you need from me?", can_be_issue=False),
    Question.YOU_ARE_SELLER: _beside("Says that we are the seller", can_be_issue=False),
    Question.ITEM_DAMAGED: _beside("Arrived damaged", "a settlement for damaged goods"),
    Question.ITEM_MISSING: _beside("Something is missing in the parcel", "what is missing"),
    Question.ITEM_WRONG: _beside("Wrong item", "the right item"),
    Question.PARCEL_STOLEN: _beside("Stolen after delivery", "a settlement for a stolen parcel"),
    Question.REFUND_WANTED: _beside("Wants the money back", "a refund"),
    Question.REPLACEMENT_WANTED: _beside("Wants it sent again", "a replacement"),
    Question.UNANSWERED: _beside("Wrote before, no answer", "an answer to earlier messages"),
    # ---- without a parcel ----
    Question.CALL_ME: QuestionTraits("Wants a call", "a call"),
    Question.SCAM_MESSAGE: QuestionTraits("Got a suspicious message", "to know whether a message is ours"),
    Question.SHIPPING_TIME: QuestionTraits("Before buying: how long?", can_be_issue=False),
    Question.SHIPPING_COST: QuestionTraits("Before buying: shipping cost", can_be_issue=False),
    Question.IMPORT_DUTIES: QuestionTraits("Before buying: duties and taxes", can_be_issue=False),
    # ---- before everything else ----
    Question.HAZARD: QuestionTraits("Danger or injury", "help with something dangerous", role=QuestionRole.SAFETY),
    Question.ACCOUNT_MISUSE: QuestionTraits("Account or payment misused", "to stop a fraud", role=QuestionRole.SAFETY),
    Question.CRISIS: QuestionTraits("Speaks of harming themselves", "a person at once", role=QuestionRole.SAFETY),
    Question.THREAT: QuestionTraits("Threatens somebody", "a person at once", role=QuestionRole.SAFETY),
}

#: Intents that ask for the team, not for an answer of the tables, with what agents read for them.
TEAM_REQUESTS: Mapping[str, str] = {TALK_TO_HUMAN: "Wants a person", TICKET_STATUS: "Ticket status"}

PARCEL_QUESTIONS = frozenset(question for question, traits in QUESTIONS.items() if traits.needs_parcel)
PLAN_QUESTIONS = frozenset(question for question, traits in QUESTIONS.items() if traits.role is QuestionRole.PLAN)
DANGERS = frozenset(question for question, traits in QUESTIONS.items() if traits.role is QuestionRole.SAFETY)
ISSUES = frozenset(question for question, traits in QUESTIONS.items() if traits.can_be_issue)
#: What is asked before an order; of a parcel that is there nobody asks it.
BUYERS_QUESTIONS = frozenset({Question.SHIPPING_TIME, Question.SHIPPING_COST, Question.IMPORT_DUTIES})
#: One of them is had, not both.
SETTLEMENTS = frozenset({Question.REFUND_WANTED, Question.REPLACEMENT_WANTED})
#: Wrong with the goods themselves: said by who has them, and not settled by the parcel's arrival.
GOODS = frozenset({Question.ITEM_DAMAGED, Question.ITEM_MISSING, Question.ITEM_WRONG})
#: What a shopper knows better than the scans: it changes the plan, and what a case is about.
BRING_A_FACT = frozenset({Question.DELIVERED_NOT_RECEIVED, Question.WRONG_DESTINATION})
#: What is wished beside a trouble: a case can be about it, but it never takes the trouble's place.
SMALL_WISHES = frozenset(
    {
        Question.DELIVERY_PROOF,
        Question.CHECK_ADDRESS,
        Question.DELIVERY_WISH,
        Question.CUSTOMS_PAYMENT,
        Question.CALL_ME,
        Question.UNANSWERED,
    }
)
#: What a shopper asks to be done: it goes on the case that is open.
WISHES = frozenset(
    {
        Question.REFUND_WANTED,
        Question.REPLACEMENT_WANTED,
        Question.CHANGE_ADDRESS,
        Question.CANCEL_ORDER,
        Question.RETURN_ITEM,
        Question.DELIVERY_WISH,
        Question.DELIVERY_PROOF,
        Question.CALL_ME,
    }
)
#: Intents that can stand beside another one in a message; small talk and plain answers cannot.
SECOND_QUESTIONS = frozenset(
    {*(question.value for question, traits in QUESTIONS.items() if traits.can_be_second), *TEAM_REQUESTS}
)
