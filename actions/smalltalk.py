"""Answer greetings, yes and no, thanks and feedback, and what was not understood."""

from __future__ import annotations

from rasa_sdk.events import AllSlotsReset, EventType, FollowupAction, SlotSet

from actions.answers import offer_person
from actions.base import SafeAction
from actions.turn import Turn
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.questions import Question

#: How many likely meanings are offered when a message was not understood.
MAX_CHOICES = 3
_LEAST_LIKELY = 0.05


class ActionGreet(SafeAction):
    """A greeting; a shopper who comes back to a case hears of it first, as from every action that speaks."""

    action_name = "action_greet"

    def perform(self, turn: Turn) -> list[EventType]:
        """Greet, and say what can be asked."""
        turn.say("utter_greet")
        return []


class ActionYes(SafeAction):
    """A yes outside a form: to the offer of a person, or to "did that help?"."""

    action_name = "action_yes"

    def perform(self, turn: Turn) -> list[EventType]:
        """Take the yes to what was offered; one that brings a number or an e-mail along is about the parcel."""
        awaiting = turn.slot("awaiting")
        if turn.heard.gives_details and awaiting != "ticket_offer":
            return [FollowupAction("parcel_form")]
        if awaiting == "ticket_offer":
            return [SlotSet("awaiting", None), FollowupAction("ticket_form")]
        if awaiting == "feedback":
            return _useful(turn)
        turn.say("utter_anything_else")
        return []


class ActionNo(SafeAction):
    """A no outside a form."""

    action_name = "action_no"

    def perform(self, turn: Turn) -> list[EventType]:
        """Leave the chat open after a no to a person; offer one after a no to "did that help?"."""
        awaiting = turn.slot("awaiting")
        if turn.heard.gives_details:
            return [FollowupAction("parcel_form")]
        if awaiting == "feedback":
            return _not_useful(turn)
        if awaiting == "ticket_offer":
            turn.say("utter_no_ticket")
            return [SlotSet("awaiting", None), SlotSet("ticket_pending", None)]
        turn.say("utter_anything_else")
        return []


class ActionFeedback(SafeAction):
    """Feedback on whether the assistant was useful."""

    action_name = "action_feedback"

    def perform(self, turn: Turn) -> list[EventType]:
        """Thank for "useful"; offer a person after "not useful"."""
        return _useful(turn) if turn.intent == "feedback_useful" else _not_useful(turn)


class ActionFarewell(SafeAction):
    """The reply to thanks and goodbye."""

    action_name = "action_farewell"

    def perform(self, turn: Turn) -> list[EventType]:
        """Reply, and after an answer ask once whether it helped."""
        turn.say("utter_goodbye" if turn.intent == "goodbye" else "utter_youre_welcome")
        if turn.form or not turn.slot("last_answer") or turn.slot("feedback"):
            return []
        turn.say("utter_ask_helpful")
        return [SlotSet("awaiting", "feedback"), SlotSet("feedback", "asked")]


class ActionFallback(SafeAction):
    """The reply to a message that was not understood."""

    action_name = "action_fallback"

    def perform(self, turn: Turn) -> list[EventType]:
        """Use what the message does give; else offer likely meanings, and a person the second time."""
        if turn.heard.topic or turn.heard.status:
            return [SlotSet("fallbacks", 0), FollowupAction("action_answer_general")]
        if turn.heard.gives_details and not turn.form:
            return [SlotSet("fallbacks", 0), FollowupAction("parcel_form")]
        if turn.heard.claims.get("sales_channel") and turn.memory.parcel:
            return [SlotSet("fallbacks", 0), FollowupAction("action_answer_parcel")]
        turn.note(JournalKind.NOT_UNDERSTOOD)
        fallbacks = int(turn.slot("fallbacks") or 0) + 1
        if fallbacks > 1:
            turn.say("utter_still_not_understood")
            return [SlotSet("fallbacks", fallbacks), *offer_person(turn)]
        turn.say("utter_not_understood", buttons=likely_buttons(turn))
        return [SlotSet("fallbacks", fallbacks)]


class ActionOutOfScope(SafeAction):
    """The reply to a message about something else."""

    action_name = "action_out_of_scope"

    def perform(self, turn: Turn) -> list[EventType]:
        """Use what the message does give; else say what the assistant is for, and offer a person the second time."""
        if turn.heard.topic:
            return [FollowupAction("action_answer_general")]
        if turn.heard.gives_details and not turn.form:
            return [FollowupAction("parcel_form")]
        if turn.heard.claims.get("sales_channel") and turn.memory.parcel:
            return [FollowupAction("action_answer_parcel")]
        turn.note(JournalKind.NOT_UNDERSTOOD)
        turn.say("utter_out_of_scope")
        fallbacks = int(turn.slot("fallbacks") or 0) + 1
        again = offer_person(turn) if fallbacks > 1 and not turn.form else []
        return [SlotSet("fallbacks", fallbacks), *again]


class ActionStartOver(SafeAction):
    """A fresh start: parcel and question are forgotten."""

    action_name = "action_start_over"

    def perform(self, turn: Turn) -> list[EventType]:
        """Reset all slots but the mark of the message as read, or it would be read a second time."""
        turn.say("utter_start_over")
        return [AllSlotsReset(), SlotSet("heard_message", turn.message_id)]


def likely_buttons(turn: Turn) -> list[dict[str, str]]:
    """Build buttons for the most likely problems, best first, and for a person, last."""
    ranking = turn.tracker.latest_message.get("intent_ranking") or []
    problems = {q.value for q in Question}
    likely = [r["name"] for r in ranking if r["name"] in problems and r["confidence"] >= _LEAST_LIKELY]
    names = [*likely[:MAX_CHOICES], "talk_to_human"]
    return [{"title": turn.response_text(f"utter_problem_{name}"), "payload": f"/{name}"} for name in names]


def _useful(turn: Turn) -> list[EventType]:
    turn.say("utter_glad")
    _note_feedback(turn, JournalKind.CONFIRMED)
    return [SlotSet("feedback", "useful"), SlotSet("awaiting", None)]


def _not_useful(turn: Turn) -> list[EventType]:
    turn.say("utter_sorry_not_useful")
    _note_feedback(turn, JournalKind.NOT_USEFUL)
    return [SlotSet("feedback", "not_useful"), *offer_person(turn)]


def _note_feedback(turn: Turn, kind: JournalKind) -> None:
    """Note feedback on the answer that was given last."""
    last = turn.slot("last_answer") or {}
    turn.note(kind, last.get("question", ""), last.get("row", ""))
