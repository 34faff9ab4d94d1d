"""Go through the checklist for a parcel that is marked delivered and is not there."""

from __future__ import annotations

from rasa_sdk.events import ActionExecutionRejected, EventType, SlotSet

from actions.answers import ActionAnswerParcel
from actions.base import SafeAction
from actions.turn import Phase, Turn
from parcelbot.core.answering.memory import DELIVERED_CHECKS
from parcelbot.core.owner.journal import JournalKind

FORM = "delivered_form"

_ANSWERS = {"affirm": True, "deny": False, "no_details": False}
_FOUND = {"feedback_useful", "thanks", "goodbye"}


class ValidateDeliveredForm(SafeAction):
    """The checklist's validation: yes and no answer the check that was asked about, "found it" ends the list."""

    action_name = "validate_delivered_form"
    speaks = False

    def perform(self, turn: Turn) -> list[EventType]:
        """Fill the slot that was asked for, or reject the form for a digression.

        Answers that came with other words were read before.
        """
        if turn.phase() is not Phase.ANSWERING:
            return [SlotSet(name, turn.slot(name)) for name in DELIVERED_CHECKS if turn.slot(name) is not None]
        requested = str(turn.slot("requested_slot"))
        if turn.intent in _FOUND:
            return [SlotSet("parcel_found", True), SlotSet("requested_slot", None)]
        if turn.intent in _ANSWERS:
            return [SlotSet(requested, _ANSWERS[turn.intent])]
        if turn.slot(requested) is not None:
            return [SlotSet(requested, turn.slot(requested))]
        return [ActionExecutionRejected(FORM)]

    def after_failure(self) -> list[EventType]:
        """Close the checklist; what was answered stays."""
        return [SlotSet("requested_slot", None)]


class ActionAskPlacesChecked(SafeAction):
    """The question about the places worth a look."""

    action_name = "action_ask_places_checked"

    def perform(self, turn: Turn) -> list[EventType]:
        """Ask, naming the places of `knowledge/places.yml`."""
        places = "\n".join(f"• {place.label}" for place in turn.services.knowledge.places)
        turn.say("utter_ask_places", places=places)
        return []


class ActionAfterChecklist(ActionAnswerParcel):
    """The answer after the checklist."""

    action_name = "action_after_checklist"

    def perform(self, turn: Turn) -> list[EventType]:
        """Answer anew with what was checked; a found parcel closes the question."""
        if not turn.slot("parcel_found"):
            return super().perform(turn)
        turn.say("utter_parcel_found")
        turn.note(JournalKind.CONFIRMED, turn.memory.question, (turn.slot("last_answer") or {}).get("row", ""))
        return [SlotSet("parcel_found", None), SlotSet("feedback", "useful"), SlotSet("awaiting", None)]
