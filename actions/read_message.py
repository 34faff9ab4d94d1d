"""Take what a message gives into the slots, before every prediction."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import EventType, SlotSet

from actions.base import SafeAction
from actions.returning import detect_return
from actions.turn import Turn, remember
from parcelbot.core.answering.memory import memory_after
from parcelbot.core.cases.later_details import newly_given
from parcelbot.core.reading.temper import is_frustrated


class ActionReadMessage(SafeAction):
    """The reading of the latest message, once per message, into slots and open tickets."""

    action_name = "action_read_message"
    speaks = False

    def perform(self, turn: Turn) -> list[EventType]:
        """Read the message, unless this is the second call that Rasa makes when a form starts."""
        if turn.message_id == turn.slot("heard_message"):
            return []
        before = turn.memory
        known = before if before.email else replace(before, email=turn.known_email)
        after = memory_after(turn.heard, known, turn.form)
        turn.services.add_details(turn.conversation_id, newly_given(before, after))
        events = remember(before, after)
        return [SlotSet("heard_message", turn.message_id), *events, *_count_anger(turn), *detect_return(turn)]

    def after_failure(self) -> list[EventType]:
        """Change nothing: only slots may be returned here, and the turn goes on with what was known before."""
        return []


def _count_anger(turn: Turn) -> list[EventType]:
    """Count angry messages; the first makes an apology due, later ones the offer of a person."""
    if not is_frustrated(turn.heard.text):
        return []
    angry = int(turn.slot("frustration") or 0) + 1
    return [SlotSet("frustration", angry), SlotSet("apology_due", angry == 1 or None)]
