"""Base of every action: whatever goes wrong, the shopper hears something."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import DIALOGUE, Turn
from parcelbot.bootstrap.services import languages, services
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.composing import Paragraph, Utterance
from parcelbot.core.dialogue.state import Dialogue, dialogue_from_json
from parcelbot.core.language import ENGLISH, Language
from parcelbot.telemetry.logs import log_context
from parcelbot.usecases.assistant import Services

logger = logging.getLogger(__name__)


class SafeAction(Action, ABC):
    """An action that never leaves a shopper in silence.

    Subclasses give `action_name` and `perform`. A failure is logged with the conversation's id; the
    shopper gets an apology and the offer of a person, and what was already said stays said.
    """

    action_name: str

    #: Gives the use cases; they are built at the first turn, so that importing an action opens nothing.
    provide: Callable[[], Services] = staticmethod(services)
    #: Gives what can be said, also when the use cases cannot be built.
    languages: Callable[[], Mapping[str, Language]] = staticmethod(languages)

    def name(self) -> str:
        """Give Rasa's name of the action."""
        return self.action_name

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, _: dict[str, Any]) -> list[EventType]:
        """Perform the action in a thread, as it waits for others; on any exception apologise instead."""
        with log_context(str(tracker.sender_id)):
            try:
                turn = Turn(tracker, self.provide())
                return await asyncio.to_thread(self.perform, turn, dispatcher)
            except Exception:
                logger.exception("%s failed in conversation %s", self.action_name, tracker.sender_id)
                dialogue = dialogue_from_json(tracker.get_slot(DIALOGUE))
                _apologise(dispatcher, self.languages()[dialogue.language])
                return _offering_a_person(dialogue)

    @abstractmethod
    def perform(self, turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
        """Do the action's work and return its events."""


def _apologise(dispatcher: CollectingDispatcher, language: Language) -> None:
    text = language.book["utter_action_failed"][0]
    say(dispatcher, language, Utterance((Paragraph("utter_action_failed", text.text, buttons=text.buttons),)))


def say(dispatcher: CollectingDispatcher, language: Language, message: Utterance) -> None:
    """Hand a message to the dispatcher, with its language where that is not English."""
    buttons: list[dict[str, Any]] = [{"title": b.title, "payload": b.payload} for b in message.buttons]
    spoken = {} if language.code == ENGLISH else {"language": language.code}
    dispatcher.utter_message(text=message.text, buttons=buttons, json_message={**message.custom, **spoken} or None)


def _offering_a_person(dialogue: Dialogue) -> list[EventType]:
    return [SlotSet(DIALOGUE, replace(dialogue, open=OpenQuestion(Asked.PERSON)).to_json())]
