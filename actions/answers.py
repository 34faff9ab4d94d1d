"""The actions that answer: about the shopper's parcel, in general, and "what now?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.base import SafeAction
from actions.case import active_ticket, case_facts
from actions.enquiries import enquiry_of, general_enquiry, questions
from actions.telling import card_of, parcel_line, variables
from actions.ticket_words import ticket_words
from actions.turn import Turn
from parcelbot.core.answering.enquiry import Claims, Enquiry, idle_days_differ
from parcelbot.core.answering.memory import DELIVERED_CHECKS
from parcelbot.core.answering.tables import Escalate, Urgency
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.shipment import LookupOutcome, Shipment, Status
from parcelbot.core.questions import ISSUES, PARCEL_QUESTIONS, Question
from parcelbot.core.wording import moment_words
from parcelbot.usecases.assistant import DecidedEnquiry

#: From this many angry messages on, a person is offered with every answer.
FRUSTRATION_THAT_NEEDS_A_PERSON = 2


_ON_ALIEXPRESS = '/where_is_my_order{"sales_channel":"aliexpress"}'

#: Cainiao carries mostly what was bought on AliExpress, but its numbers do not tell.
_MARKETPLACE_CARRIER = "cainiao"


class ActionAnswerParcel(SafeAction):
    """Answer the question that is open, from the parcel that was settled."""

    action_name = "action_answer_parcel"

    def perform(self, turn: Turn) -> list[EventType]:
        """Look up, decide, tell; a question asked again without news gets a short answer."""
        if turn.intent == "provide_details" and not turn.heard.gives_details and turn.slot("last_answer"):
            turn.say("utter_nothing_to_add")
            return []
        reply = turn.services.answer(enquiry_of(turn))
        if reply.facts.lookup is LookupOutcome.UNAVAILABLE:
            turn.note(JournalKind.TRACKING_DOWN, reply.enquiry.question.value, reply.answer.row_name)
        said_before = _same_as_before(turn, reply)
        if said_before:
            turn.say(_unchanged(reply), **variables(turn, reply))
            _note_answer(turn, reply)
        else:
            tell(turn, reply)
            self._tell_also(turn, reply)
        return _remember_answer(turn, reply) + conclude(turn, reply, said_before)

    def _tell_also(self, turn: Turn, reply: DecidedEnquiry) -> None:
        """Answer the other questions of the same message, each once and only if the answer differs."""
        told = {reply.answer.row.then.response}
        for question in questions(turn.memory.also_asked):
            other = turn.services.reconsider(reply, replace(reply.enquiry, question=question))
            response = other.answer.row.then.response
            if response not in told:
                turn.say("utter_also")
                turn.say(response, **variables(turn, other))
                _note_answer(turn, other)
                told.add(response)


class ActionAnswerGeneral(SafeAction):
    """Answer what needs no parcel: meanings, advice, the marketplace, the shop's neighbouring topics."""

    action_name = "action_answer_general"

    def perform(self, turn: Turn) -> list[EventType]:
        """Decide on what is asked; a parcel that is known already adds its facts."""
        enquiry = general_enquiry(turn)
        reply = turn.services.answer(enquiry)
        if _asks_for_nothing(enquiry):
            if reply.shipment is None:
                turn.say("utter_which_wording")
                return []
            reply = turn.services.reconsider(reply, replace(enquiry, claims=_own_status(enquiry, reply.shipment)))
        tell(turn, reply, with_parcel=False)
        if not turn.form and set(questions(turn.memory.also_asked)) & PARCEL_QUESTIONS:
            return [SlotSet("also_asked", None), SlotSet("ticket_pending", True), FollowupAction("parcel_form")]
        remembered = [] if turn.form else _remember_answer(turn, reply)
        if reply.answer.row.then.escalate is Escalate.NOW and active_ticket(turn) is None:
            return remembered + _hand_over()
        if turn.form:
            return []
        return remembered + (_offer_related(turn, enquiry.topic) or conclude(turn, reply))


class ActionNextStep(SafeAction):
    """Say again what happens next after the last answer."""

    action_name = "action_next_step"

    def perform(self, turn: Turn) -> list[EventType]:
        """The date and what then; without a date the offer of a person; without an answer, what I do."""
        last = turn.slot("last_answer")
        if not last:
            turn.say("utter_next_step_unknown")
            return []
        reply = turn.services.answer(enquiry_of(turn))
        then = reply.answer.row.then
        words = variables(turn, reply)
        answer_again = then.urgency.rank > Urgency.CALM.rank or not then.wait
        date = "utter_next_step_wait" if then.wait else ""
        turn.say_together([then.response if answer_again else "", date, then.after], words)
        if then.escalate is Escalate.NOW and active_ticket(turn) is None:
            return _hand_over()
        return [] if then.escalate is Escalate.NONE else offer_person(turn, reply)


def tell(turn: Turn, reply: DecidedEnquiry, with_parcel: bool = True) -> None:
    """Say what was decided: the parcel and its last scan, remarks, the answer, and what happens then."""
    words, answer = variables(turn, reply), reply.answer
    card = card_of(turn, reply, words) if with_parcel else None
    if card:
        turn.say(parcel_line(reply), json_message={"card": card.to_json()}, **words)
    differs = with_parcel and idle_days_differ(reply.enquiry.claims.idle_days, reply.facts)
    said = [
        "utter_note_idle_days_differ" if differs else "",
        *(note.response for note in answer.notes),
        answer.row.then.response,
        answer.row.then.after,
    ]
    market = _may_be_marketplace(reply)
    turn.say_together(
        [*said, "utter_note_sales_channel" if market else ""],
        words,
        custom={"answer": answer_source(reply)},
        buttons=[turn.button("aliexpress", _ON_ALIEXPRESS)] if market else None,
    )
    _note_answer(turn, reply)


def _may_be_marketplace(reply: DecidedEnquiry) -> bool:
    """True when nothing tells where the order was placed and the carrier suggests the marketplace."""
    enquiry, shipment = reply.enquiry, reply.shipment
    told = enquiry.order is not None or enquiry.claims.sales_channel is not None
    if (
        told
        or reply.facts.lookup is not LookupOutcome.FOUND
        or shipment is None
        or shipment.status not in (Status.INFO_RECEIVED, Status.IN_TRANSIT)
    ):
        return False
    return shipment.carrier.casefold() == _MARKETPLACE_CARRIER


def answer_source(reply: DecidedEnquiry) -> dict[str, str]:
    """Why this answer: table, row, and the FAQ section behind it."""
    source = reply.answer.row.source
    return {
        "table": reply.answer.table,
        "row": reply.answer.row.id,
        "source": f"{source.document}: {source.section}",
    }


def conclude(turn: Turn, reply: DecidedEnquiry, said_before: bool = False) -> list[EventType]:
    """End an answer: the checklist, the hand-over, the offer of a person, or "did that help?"."""
    then = reply.answer.row.then
    if "talk_to_human" in turn.memory.also_asked:
        return _hand_over()
    if then.checklist and set(DELIVERED_CHECKS) - set(turn.memory.checks):
        return [FollowupAction("delivered_form")]
    if then.escalate is Escalate.NOW and active_ticket(turn) is None:
        return _hand_over()
    upset = (turn.slot("frustration") or 0) >= FRUSTRATION_THAT_NEEDS_A_PERSON
    pending = bool(turn.slot("ticket_pending"))
    if then.escalate is not Escalate.NONE or said_before or upset or pending:
        return offer_person(turn, reply)
    turn.say("utter_ask_helpful")
    return [SlotSet("awaiting", "feedback")]


def offer_person(turn: Turn, reply: DecidedEnquiry | None = None) -> list[EventType]:
    """Ask whether the case should go to a person; yes and no then mean that. One that is there is not offered."""
    standing = active_ticket(turn)
    if standing is not None:
        turn.say("utter_with_the_team", **ticket_words(turn, standing))
        return [SlotSet("awaiting", None), SlotSet("ticket_pending", None)]
    due = turn.services.first_response_due(case_facts(turn, reply))
    turn.say("utter_offer_person", due=moment_words(due, turn.services.clock()))
    return [SlotSet("awaiting", "ticket_offer")]


def _offer_related(turn: Turn, topic: str) -> list[EventType]:
    """After advice: more of the same kind to choose from, and a person."""
    related = turn.services.knowledge.related_topics(topic) if topic else ()
    if not related:
        return []
    picks = [{"title": t.title, "payload": f'/status_meaning{{"topic":"{t.id}"}}'} for t in related]
    turn.say("utter_more_advice", buttons=[*picks, turn.button("person", "/talk_to_human")])
    return [SlotSet("awaiting", "feedback")]


def _hand_over() -> list[EventType]:
    return [SlotSet("awaiting", None), FollowupAction("ticket_form")]


def _remember_answer(turn: Turn, reply: DecidedEnquiry) -> list[EventType]:
    shipment = reply.shipment
    scan = shipment.last_scan if shipment else None
    return [
        SlotSet(
            "last_answer",
            {
                "question": reply.enquiry.question.value,
                "parcel": reply.enquiry.number,
                "row": reply.answer.row_name,
                "last_scan": scan.at.isoformat() if scan else "",
                "checks": dict(turn.memory.checks),
                "case": _case_told(turn, reply),
            },
        )
    ]


def _case_told(turn: Turn, reply: DecidedEnquiry) -> dict[str, str]:
    """What a ticket tells of the answer to the issue; "where is it?" and meanings do not take its place."""
    before: dict[str, str] = (turn.slot("last_answer") or {}).get("case") or {}
    question = reply.enquiry.question.value
    issue = turn.memory.issue or question
    if question not in ISSUES or (question != issue == before.get("issue")):
        return before
    promised = reply.answer.wait_until
    return {"issue": issue, "row": reply.answer.row_name, "promised": promised.isoformat() if promised else ""}


def _note_answer(turn: Turn, reply: DecidedEnquiry) -> None:
    turn.note(JournalKind.ANSWERED, reply.enquiry.question.value, reply.answer.row_name)


def _same_as_before(turn: Turn, reply: DecidedEnquiry) -> bool:
    last: dict[str, Any] = turn.slot("last_answer") or {}
    now: dict[str, Any] = _remember_answer(turn, reply)[0]["value"]
    # its date may count from today and move on by itself: that is no news
    same = {**last, "case": None} == {**now, "case": None}
    return bool(reply.enquiry.number) and not turn.memory.also_asked and same


def _unchanged(reply: DecidedEnquiry) -> str:
    return "utter_unchanged_until" if reply.answer.wait_until else "utter_unchanged"


def _asks_for_nothing(enquiry: Enquiry) -> bool:
    asks_meaning = enquiry.question is Question.STATUS_MEANING
    return asks_meaning and not (enquiry.claims.status or enquiry.topic)


def _own_status(enquiry: Enquiry, shipment: Shipment) -> Claims:
    return replace(enquiry.claims, status=shipment.status, substatus=shipment.substatus)
