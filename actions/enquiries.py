"""Build enquiries from a turn: about the settled parcel, or in general."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from actions.turn import Turn
from parcelbot.core.answering.enquiry import Checks, Enquiry, read_claims
from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.questions import PARCEL_QUESTIONS, Question


def enquiry_of(turn: Turn, question: str = "") -> Enquiry:
    """Build the enquiry of the open question (or another one), with all that was said and checked."""
    memory = turn.memory
    asked = Question(question or memory.question or Question.WHERE_IS_MY_ORDER)
    number = "" if memory.parcel == NO_PARCEL else memory.parcel
    last = turn.slot("last_answer") or {}
    return Enquiry(
        question=asked,
        number=number,
        order=turn.services.identify(memory, turn.conversation_id).order,
        claims=read_claims(memory.claims, asked, turn.services.clock().date()),
        checks=Checks(**memory.checks),
        repeat=bool(turn.slot("ticket_reference")) and last.get("parcel") == number,
    )


def general_enquiry(turn: Turn) -> Enquiry:
    """Build the enquiry of this very message: its topic, or the wording it asks about."""
    heard, base = turn.heard, enquiry_of(turn)
    known = bool(questions((heard.intent,))) and heard.intent not in PARCEL_QUESTIONS
    question = Question(heard.intent) if known else Question.STATUS_MEANING
    said = {**turn.memory.claims, **heard.claims, "status": heard.status}
    claims = read_claims(said, question, turn.services.clock().date())
    # advice is the same whatever the parcel does, so the provider is not asked
    number = "" if heard.topic else base.number
    return replace(base, question=question, number=number, topic=heard.topic, claims=claims)


def questions(intents: Iterable[str]) -> list[Question]:
    """Keep the intents that the tables answer, as questions."""
    known = {q.value for q in Question}
    return [Question(intent) for intent in intents if intent in known]
