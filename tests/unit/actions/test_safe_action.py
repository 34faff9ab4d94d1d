"""Whatever goes wrong in an action, the shopper hears something."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable

import pytest
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.turn import Turn
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.state import dialogue_from_json
from parcelbot.usecases.assistant import Services
from tests.unit.actions.talk import CONVERSATION, tracker
from tests.unit.usecases.fakes import languages, services

Perform = Callable[[Turn, CollectingDispatcher], list[EventType]]

APOLOGY = languages()["en"].text("utter_action_failed")


class Does(SafeAction):
    """An action that does what it is given to do."""

    action_name = "action_does"
    provide = staticmethod(services)
    languages = staticmethod(languages)

    def __init__(self, what: Perform) -> None:
        self.what = what

    def perform(self, turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
        return self.what(turn, dispatcher)


def fails(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    dispatcher.utter_message(text="before")
    raise RuntimeError("the carrier's moon is in the wrong house")


def speaks(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    dispatcher.utter_message(text="answer")
    return [SlotSet("answered", True)]


def run(action: SafeAction) -> tuple[list[str], list[EventType]]:
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker(), {}))
    return [message["text"] for message in dispatcher.messages], events


def offers_a_person(events: list[EventType]) -> bool:
    (slot,) = events
    waiting = dialogue_from_json(slot["value"]).open
    return waiting is not None and waiting.asked is Asked.PERSON


def test_an_action_says_and_does_what_it_is_for() -> None:
    assert run(Does(speaks)) == (["answer"], [SlotSet("answered", True)])


def test_an_action_has_the_use_cases() -> None:
    given: list[Services] = []
    run(Does(lambda turn, _: given.append(turn.services) or []))
    assert isinstance(given[0], Services)


def test_a_failure_is_apologised_for_and_a_person_offered() -> None:
    heard, events = run(Does(fails))
    assert heard[-1] == APOLOGY
    assert offers_a_person(events)


def test_what_was_said_before_the_failure_stays_said() -> None:
    assert run(Does(fails))[0] == ["before", APOLOGY]


def test_a_failure_is_logged_with_its_conversation_and_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    run(Does(fails))
    (record,) = (r for r in caplog.records if r.name == "actions.base")
    assert record.levelno == logging.ERROR
    assert record.getMessage() == f"action_does failed in conversation {CONVERSATION}"
    assert "wrong house" in caplog.text


def test_use_cases_that_cannot_be_built_are_a_failure_like_any_other() -> None:
    def no_database() -> Services:
        raise OSError("disk full")

    action = Does(speaks)
    action.provide = no_database
    heard, events = run(action)
    assert heard == [APOLOGY]
    assert offers_a_person(events)


def test_one_shopper_does_not_wait_for_anothers_look_up() -> None:
    arrived = threading.Event()

    def waits(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
        return [SlotSet("met", arrived.wait(timeout=30))]

    def arrives(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
        arrived.set()
        return []

    async def both() -> list[list[EventType]]:
        runs = (Does(what).run(CollectingDispatcher(), tracker(), {}) for what in (waits, arrives))
        return await asyncio.gather(*runs)

    assert asyncio.run(both())[0] == [SlotSet("met", True)]
