"""Base of every action: it works on a Turn, and whatever goes wrong, the shopper hears something."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.returning import welcome_back
from actions.turn import Turn
from parcelbot.bootstrap.services import services
from parcelbot.telemetry.logs import log_context
from parcelbot.usecases.assistant import Services

logger = logging.getLogger(__name__)

LISTEN = "action_listen"


class SafeAction(Action, ABC):
    """An action that never leaves a shopper in silence.

    Subclasses give `action_name` and `perform`. A failure is logged with the conversation's id; the
    shopper gets an apology and the offer of a person, and what was already said stays said.
    """

    action_name: str

    #: False for actions that only read or validate: an apology that is due waits for one that speaks.
    speaks: bool = True

    #: True for actions that say themselves where the shopper's ticket stands.
    tells_tickets: bool = False

    #: Gives the use cases; they are built at the first turn, so that importing an action opens nothing.
    provide: Callable[[], Services] = staticmethod(services)

    def name(self) -> str:
        """Give Rasa's name of the action."""
        return self.action_name

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Perform the action in a thread, as it waits for others; on any exception apologise instead."""
        with log_context(str(tracker.sender_id)):
            try:
                turn = Turn(dispatcher, tracker, domain, self.provide())
                return await asyncio.to_thread(self._perform_with_courtesies, turn)
            except Exception:
                logger.exception("%s failed in conversation %s", self.action_name, tracker.sender_id)
                dispatcher.utter_message(response="utter_action_failed")
                return [SlotSet("awaiting", "ticket_offer"), *self.after_failure()]

    def _perform_with_courtesies(self, turn: Turn) -> list[EventType]:
        """Apologise first, once, to a shopper who has become angry, and tell one who has come back of the case."""
        if not self.speaks:
            return self.perform(turn)
        before = [*_apologise(turn), *self._welcome_back(turn)]
        return [*self.perform(turn), *before]

    def _welcome_back(self, turn: Turn) -> list[EventType]:
        return [SlotSet("away_since", None)] if self.tells_tickets and turn.slot("away_since") else welcome_back(turn)

    @abstractmethod
    def perform(self, turn: Turn) -> list[EventType]:
        """Do the action's work and return its events."""

    def after_failure(self) -> list[EventType]:
        """Give the events that bring the dialogue to rest after a failure."""
        return [FollowupAction(LISTEN)]


def _apologise(turn: Turn) -> list[EventType]:
    if not turn.slot("apology_due"):
        return []
    turn.say("utter_apology")
    return [SlotSet("apology_due", None)]
