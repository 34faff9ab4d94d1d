"""Answer the shopper: about their parcel, in general, and to "what now?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.answer_wording import parcel_card, placeholders
from actions.base import SafeAction
from actions.enquiries import enquiry_of, general_enquiry, questions
from actions.ticket_draft import active_ticket, case_facts
from actions.ticket_wording import ticket_words
from actions.turn import Turn
from parcelbot.core.answering.enquiry import Claims, Enquiry, idle_days_differ
from parcelbot.core.answering.memory import DELIVERED_CHECKS
from parcelbot.core.answering.tables import Escalate, Urgency
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.shipment import LookupOutcome, Shipment, Status
from parcelbot.core.questions import ISSUES, PARCEL_QUESTIONS, Question
from parcelbot.core.wording import moment_words
from parcelbot.usecases.assistant import DecidedEnquiry
from parcelbot.usecases.parcel_wording import parcel_line

#: From this many angry messages on, a person is offered with every answer.
FRUSTRATION_THAT_NEEDS_A_PERSON = 2


_ON_ALIEXPRESS = '/where_is_my_order{"sales_channel":"aliexpress"}'

#: Cainiao carries mostly what was bought on AliExpress, but its numbers do not tell.
_MARKETPLACE_CARRIER = "cainiao"


class ActionAnswerParcel(SafeAction):
    """The answer to the open question about the settled parcel."""

    action_name = "action_answer_parcel"

    def perform(self, turn: Turn) -> list[EventType]:
        """Look the parcel up, decide and answer; a question asked again without news gets a short answer."""
        if turn.intent == "provide_details" and not turn.heard.gives_details and turn.slot("last_answer"):
            turn.say("utter_nothing_to_add")
            return []
        decided = turn.services.answer(enquiry_of(turn))
        if decided.facts.lookup is LookupOutcome.UNAVAILABLE:
            turn.note(JournalKind.TRACKING_DOWN, decided.enquiry.question.value, decided.answer.row_name)
        said_before = _same_as_before(turn, decided)
        if said_before:
            turn.say(_unchanged(decided), **placeholders(turn, decided))
            _note_answer(turn, decided)
        else:
            send_answer(turn, decided)
            self._answer_also_asked(turn, decided)
        return _remember_answer(turn, decided) + conclude(turn, decided, said_before)

    def _answer_also_asked(self, turn: Turn, decided: DecidedEnquiry) -> None:
        """Answer the other questions of the same message; an answer that was just given is not repeated."""
        given = {decided.answer.row.then.response}
        for question in questions(turn.memory.also_asked):
            other = turn.services.reconsider(decided, replace(decided.enquiry, question=question))
            response = other.answer.row.then.response
            if response not in given:
                turn.say("utter_also")
                turn.say(response, **placeholders(turn, other))
                _note_answer(turn, other)
                given.add(response)


class ActionAnswerGeneral(SafeAction):
    """The answer that needs no parcel: meanings, advice, the marketplace, the shop's neighbouring topics."""

    action_name = "action_answer_general"

    def perform(self, turn: Turn) -> list[EventType]:
        """Decide the question of this message, with the facts of a parcel that is known already."""
        enquiry = general_enquiry(turn)
        decided = turn.services.answer(enquiry)
        if _asks_for_nothing(enquiry):
            if decided.shipment is None:
                turn.say("utter_which_wording")
                return []
            decided = turn.services.reconsider(decided, replace(enquiry, claims=_own_status(enquiry, decided.shipment)))
        send_answer(turn, decided, with_parcel=False)
        if not turn.form and set(questions(turn.memory.also_asked)) & PARCEL_QUESTIONS:
            return [SlotSet("also_asked", None), SlotSet("ticket_pending", True), FollowupAction("parcel_form")]
        remembered = [] if turn.form else _remember_answer(turn, decided)
        if decided.answer.row.then.escalate is Escalate.NOW and active_ticket(turn) is None:
            return remembered + _hand_over()
        if turn.form:
            return []
        return remembered + (_offer_related(turn, enquiry.topic) or conclude(turn, decided))


class ActionNextStep(SafeAction):
    """The next step after the last answer, said again."""

    action_name = "action_next_step"

    def perform(self, turn: Turn) -> list[EventType]:
        """Repeat the date and what happens then, if anything was answered yet; offer a person where one helps."""
        last = turn.slot("last_answer")
        if not last:
            turn.say("utter_next_step_unknown")
            return []
        decided = turn.services.answer(enquiry_of(turn))
        then = decided.answer.row.then
        words = placeholders(turn, decided)
        answer_again = then.urgency.rank > Urgency.CALM.rank or not then.wait
        date = "utter_next_step_wait" if then.wait else ""
        turn.say_together([then.response if answer_again else "", date, then.after], words)
        if then.escalate is Escalate.NOW and active_ticket(turn) is None:
            return _hand_over()
        return [] if then.escalate is Escalate.NONE else offer_person(turn, decided)


def send_answer(turn: Turn, decided: DecidedEnquiry, with_parcel: bool = True) -> None:
    """Send a decided answer: the parcel with its card, remarks, the answer itself, and what happens then."""
    words, answer = placeholders(turn, decided), decided.answer
    card = parcel_card(turn, decided, words) if with_parcel else None
    if card:
        turn.say(parcel_line(decided), json_message={"card": card.to_json()}, **words)
    differs = with_parcel and idle_days_differ(decided.enquiry.claims.idle_days, decided.facts)
    said = [
        "utter_note_idle_days_differ" if differs else "",
        *(note.response for note in answer.notes),
        answer.row.then.response,
        answer.row.then.after,
    ]
    market = _may_be_marketplace(decided)
    turn.say_together(
        [*said, "utter_note_sales_channel" if market else ""],
        words,
        custom={"answer": answer_source(decided)},
        buttons=[turn.button("aliexpress", _ON_ALIEXPRESS)] if market else None,
    )
    _note_answer(turn, decided)


def _may_be_marketplace(decided: DecidedEnquiry) -> bool:
    """Tell whether the carrier suggests the marketplace while nobody has said where the order was placed."""
    enquiry, shipment = decided.enquiry, decided.shipment
    channel_known = enquiry.order is not None or enquiry.claims.sales_channel is not None
    if (
        channel_known
        or decided.facts.lookup is not LookupOutcome.FOUND
        or shipment is None
        or shipment.status not in (Status.INFO_RECEIVED, Status.IN_TRANSIT)
    ):
        return False
    return shipment.carrier.casefold() == _MARKETPLACE_CARRIER


def answer_source(decided: DecidedEnquiry) -> dict[str, str]:
    """Name what decided the answer: table, row, and the FAQ section behind them."""
    source = decided.answer.row.source
    return {
        "table": decided.answer.table,
        "row": decided.answer.row.id,
        "source": f"{source.document}: {source.section}",
    }


def conclude(turn: Turn, decided: DecidedEnquiry, said_before: bool = False) -> list[EventType]:
    """End an answer with the checklist, the hand-over, the offer of a person, or "did that help?"."""
    then = decided.answer.row.then
    if "talk_to_human" in turn.memory.also_asked:
        return _hand_over()
    if then.checklist and set(DELIVERED_CHECKS) - set(turn.memory.checks):
        return [FollowupAction("delivered_form")]
    if then.escalate is Escalate.NOW and active_ticket(turn) is None:
        return _hand_over()
    upset = (turn.slot("frustration") or 0) >= FRUSTRATION_THAT_NEEDS_A_PERSON
    pending = bool(turn.slot("ticket_pending"))
    if then.escalate is not Escalate.NONE or said_before or upset or pending:
        return offer_person(turn, decided)
    turn.say("utter_ask_helpful")
    return [SlotSet("awaiting", "feedback")]


def offer_person(turn: Turn, decided: DecidedEnquiry | None = None) -> list[EventType]:
    """Offer to pass the case to a person, or say that the team has it already."""
    existing = active_ticket(turn)
    if existing is not None:
        turn.say("utter_with_the_team", **ticket_words(turn, existing))
        return [SlotSet("awaiting", None), SlotSet("ticket_pending", None)]
    due = turn.services.first_response_due(case_facts(turn, decided))
    turn.say("utter_offer_person", due=moment_words(due, turn.services.clock()))
    return [SlotSet("awaiting", "ticket_offer")]


def _offer_related(turn: Turn, topic: str) -> list[EventType]:
    """Offer topics related to an advice, and a person, as buttons; [] when there are none."""
    related = turn.services.knowledge.related_topics(topic) if topic else ()
    if not related:
        return []
    picks = [{"title": t.title, "payload": f'/status_meaning{{"topic":"{t.id}"}}'} for t in related]
    turn.say("utter_more_advice", buttons=[*picks, turn.button("person", "/talk_to_human")])
    return [SlotSet("awaiting", "feedback")]


def _hand_over() -> list[EventType]:
    return [SlotSet("awaiting", None), FollowupAction("ticket_form")]


def _remember_answer(turn: Turn, decided: DecidedEnquiry) -> list[EventType]:
    shipment = decided.shipment
    scan = shipment.last_scan if shipment else None
    return [
        SlotSet(
            "last_answer",
            {
                "question": decided.enquiry.question.value,
                "parcel": decided.enquiry.number,
                "row": decided.answer.row_name,
                "last_scan": scan.at.isoformat() if scan else "",
                "checks": dict(turn.memory.checks),
                "case": _case_answer(turn, decided),
            },
        )
    ]


def _case_answer(turn: Turn, decided: DecidedEnquiry) -> dict[str, str]:
    """Keep the answer to the issue for the ticket; an answer to "where is it?" or to a meaning does not replace it."""
    before: dict[str, str] = (turn.slot("last_answer") or {}).get("case") or {}
    question = decided.enquiry.question.value
    issue = turn.memory.issue or question
    if question not in ISSUES or (question != issue == before.get("issue")):
        return before
    promised = decided.answer.wait_until
    return {"issue": issue, "row": decided.answer.row_name, "promised": promised.isoformat() if promised else ""}


def _note_answer(turn: Turn, decided: DecidedEnquiry) -> None:
    turn.note(JournalKind.ANSWERED, decided.enquiry.question.value, decided.answer.row_name)


def _same_as_before(turn: Turn, decided: DecidedEnquiry) -> bool:
    last: dict[str, Any] = turn.slot("last_answer") or {}
    now: dict[str, Any] = _remember_answer(turn, decided)[0]["value"]
    # its date may count from today and move on by itself: that is no news
    same = {**last, "case": None} == {**now, "case": None}
    return bool(decided.enquiry.number) and not turn.memory.also_asked and same


def _unchanged(decided: DecidedEnquiry) -> str:
    return "utter_unchanged_until" if decided.answer.wait_until else "utter_unchanged"


def _asks_for_nothing(enquiry: Enquiry) -> bool:
    asks_meaning = enquiry.question is Question.STATUS_MEANING
    return asks_meaning and not (enquiry.claims.status or enquiry.topic)


def _own_status(enquiry: Enquiry, shipment: Shipment) -> Claims:
    return replace(enquiry.claims, status=shipment.status, substatus=shipment.substatus)
