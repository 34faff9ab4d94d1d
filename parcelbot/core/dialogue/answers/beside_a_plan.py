"""Choose what goes with a plan: its remarks, what is left of it beside an answer, and which of the two comes first."""

from __future__ import annotations

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import idle_days_differ
from parcelbot.core.answering.tables import Escalate, Then, Urgency
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import LookupOutcome, Status
from parcelbot.core.questions import Question

#: Cainiao carries mostly what was bought on AliExpress, but its numbers do not tell.
_MARKETPLACE_CARRIER = "cainiao"
_IS_DELIVERED = "utter_note_already_delivered"


def in_brief(talk: Talk, decided: DecidedEnquiry, question: Question) -> list[str] | None:
    """List what is left of a plan beside an answer that tells how the parcel stands: nothing where a person takes it.

    None where the plan says what to do, so that all of it is needed.
    """
    then, dated = decided.answer.row.then, decided.answer.wait_until is not None
    if then.escalate is Escalate.NOW and not dated:
        return []
    if not dated or then.urgency.rank > Urgency.WATCH.rank:
        return None
    return [*remarks_of(talk, decided, question), "utter_next_step_wait", then.after]


def remarks_of(talk: Talk, decided: DecidedEnquiry, question: Question) -> list[str]:
    """List the remarks for the question as it was asked, whichever one the plan was decided by."""
    if decided.facts.long_over:
        # nothing of a stranger's parcel needs a remark
        return []
    asked = decided if question is decided.enquiry.question else talk.decide(question)
    return [note.response for note in asked.answer.notes if not note.explains and _is_new_to_them(talk, note.response)]


def explanation_of(decided: DecidedEnquiry) -> str:
    """Choose one remark that explains the silence; a second one would bury the answer."""
    return next((note.response for note in decided.answer.notes if note.explains), "")


def differing_days(talk: Talk, decided: DecidedEnquiry) -> str:
    """Name days of silence that the tracker sees otherwise, where this message speaks of them."""
    spoken = "duration" in talk.heard.claims and talk.heard.intent == Question.TRACKING_NOT_UPDATING
    told_before = not talk.heard.claims and bool(talk.dialogue.pending)
    differs = idle_days_differ(decided.enquiry.claims.idle_days, decided.facts)
    of_this_parcel = differs and not decided.facts.long_over
    return "utter_note_idle_days_differ" if of_this_parcel and (spoken or told_before) else ""


def may_be_marketplace(decided: DecidedEnquiry) -> bool:
    """Tell whether the carrier suggests the marketplace while nobody has said where the order was placed."""
    enquiry, shipment = decided.enquiry, decided.shipment
    channel_known = enquiry.order is not None or enquiry.claims.sales_channel is not None
    if channel_known or decided.facts.lookup is not LookupOutcome.FOUND or shipment is None:
        return False
    on_its_way = shipment.status in (Status.INFO_RECEIVED, Status.IN_TRANSIT)
    return on_its_way and shipment.carrier.casefold() == _MARKETPLACE_CARRIER


def role_of(then: Then, unasked: bool) -> TurnRole:
    """Choose the place of an answer in its turn: before a plan that nobody asked for.

    To one that hands over as urgent a plan that only hands over as well adds nothing.
    """
    if then.urgency is Urgency.URGENT and then.escalate is Escalate.NOW:
        return TurnRole.STANDS
    return TurnRole.ANSWER if unasked else TurnRole.REST


def _is_new_to_them(talk: Talk, response: str) -> bool:
    """Tell whether a remark says something new: who said that nothing came knows that it is marked as delivered."""
    return response != _IS_DELIVERED or not (talk.missing_told and talk.dialogue.plan_of(talk.number))
