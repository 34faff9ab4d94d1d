"""Reply to one message: read it, plan the turn, say it, open the case if it comes to that."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction, say
from actions.case_draft import CaseInHand
from actions.slots import remember
from actions.surroundings import ConversationSurroundings
from actions.turn import DIALOGUE, Turn
from parcelbot.core.cases.cards import ticket_card
from parcelbot.core.cases.later_details import newly_given
from parcelbot.core.cases.matters import is_seen_on_photos
from parcelbot.core.cases.opening import StoredTicket
from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket
from parcelbot.core.dialogue.planned_turn import PlannedTurn
from parcelbot.core.dialogue.planner import plan_turn
from parcelbot.core.dialogue.script import Script
from parcelbot.usecases.answer_wording import Wording

logger = logging.getLogger(__name__)


class ActionReply(SafeAction):
    """The reply to a message, whatever it is: the one action of a turn."""

    action_name = "action_reply"

    def perform(self, turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
        """Plan the turn and carry it out; the memory and the state go into slots."""
        language = turn.language
        surroundings = ConversationSurroundings(turn, Wording(language, turn.services))
        known = turn.memory if turn.memory.email else replace(turn.memory, email=turn.known_email)
        planned = plan_turn(turn.heard, known, turn.dialogue, surroundings, language.book)
        for change in planned.read:
            logger.debug("read %s", change)
        if planned.add_to_case:
            _add_to_case(turn, surroundings, planned)
        if turn.services.watching is not None:
            turn.services.watching.apply(turn.conversation_id, planned.watching)
        turn.services.add_details(turn.conversation_id, _details(turn, planned))
        for message in planned.messages:
            say(dispatcher, turn.language, message)
        if planned.open_case:
            planned = _open_case(turn, surroundings, planned, dispatcher)
        return [*remember(turn.memory, planned.memory), SlotSet(DIALOGUE, planned.dialogue.to_json())]


def _details(turn: Turn, planned: PlannedTurn) -> Sequence[Detail]:
    """List what the message gave for open cases; the numbers of another parcel, which it turns to, are not theirs."""
    before, after = turn.memory, planned.memory
    turns_away = bool(before.parcel and after.parcel) and before.parcel != after.parcel
    numbers = [detail for detail in newly_given(before, after) if detail.kind is not DetailKind.EMAIL]
    email = [Detail(DetailKind.EMAIL, turn.heard.email)] if turn.heard.email else []
    return [*([] if turns_away else numbers), *email]


def _open_case(
    turn: Turn, surroundings: ConversationSurroundings, planned: PlannedTurn, dispatcher: CollectingDispatcher
) -> PlannedTurn:
    """Store the case and tell its reference and the time of a first answer."""
    case = CaseInHand(turn, planned.memory, planned.dialogue)
    existing, decided = case.existing_ticket(), surroundings.answer(case.enquiry)
    opened = turn.services.open_ticket(case.draft(decided, existing), case.facts(decided), _reference(existing))
    words = surroundings.ticket_words(opened.ticket)
    script = Script(turn.language.book, planned.dialogue.said)
    promise = script.title("utter_ticket_promise").format(due=words["due_dated"])
    closed = surroundings.closed_response
    closed = _if_unsaid(script, closed, words)
    script.tell(
        [
            _opened_response(case, opened, existing),
            "utter_danger_closed" if surroundings.closed_response and planned.dialogue.danger else closed,
            _if_unsaid(script, surroundings.language_notice, surroundings.language_words),
        ],
        {**words, **surroundings.language_words, "before": existing.reference if existing else ""},
        custom={"card": ticket_card(opened.ticket, promise).to_json()},
    )
    for message in script.messages:
        say(dispatcher, turn.language, message)
    dialogue = replace(planned.dialogue, ticket=opened.ticket.reference, case=None, said=script.said)
    return replace(planned, dialogue=dialogue)


def _add_to_case(turn: Turn, surroundings: ConversationSurroundings, planned: PlannedTurn) -> None:
    """Put what was said on the ticket that the case has, without a word about it."""
    case = CaseInHand(turn, planned.memory, planned.dialogue)
    existing, decided = case.existing_ticket(), surroundings.answer(case.enquiry)
    # one that the shopper has taken back meanwhile is not opened anew
    if existing is not None and existing.status.active:
        turn.services.open_ticket(case.draft(decided, existing), case.facts(decided), existing.reference)


def _if_unsaid(script: Script, response: str, words: Mapping[str, str]) -> str:
    """Give a response that was not said yet; "" for one that was."""
    return response if response and script.next_text(response, words) else ""


def _reference(existing: Ticket | None) -> str:
    return existing.reference if existing else ""


def _opened_response(case: CaseInHand, opened: StoredTicket, existing: Ticket | None) -> str:
    """Choose the response: the ticket was opened, opened again after a solved one, or added to."""
    ticket = opened.ticket
    if opened.is_new or case.opened_by_this_message(ticket):
        follows = existing is not None and existing.reference != ticket.reference
        invites = "utter_ticket_opened" if is_seen_on_photos(ticket.draft) else "utter_ticket_opened_plain"
        first = "utter_danger_opened" if case.dialogue.danger else invites
        return "utter_ticket_opened_again" if follows else first
    overdue = ticket.overdue(case.turn.services.clock())
    return "utter_ticket_updated_overdue" if overdue else "utter_ticket_updated"
