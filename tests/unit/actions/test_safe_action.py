"""Whatever goes wrong in an action, the shopper hears something."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.turn import Turn
from parcelbot.usecases.assistant import Services
from tests.unit.actions.talk import CONVERSATION, said, tracker
from tests.unit.usecases.fakes import services

OFFERED = SlotSet("awaiting", "ticket_offer")
LISTENING = FollowupAction("action_listen")


class Does(SafeAction):
    """An action that does what it is given to do."""

    action_name = "action_does"
    provide = staticmethod(services)

    def __init__(self, what: Callable[[Turn], list[EventType]]) -> None:
        self.what = what

    def perform(self, turn: Turn) -> list[EventType]:
        return self.what(turn)


class DoesQuietly(Does):
    """One that only reads."""

    speaks = False

    def after_failure(self) -> list[EventType]:
        return [SlotSet("parcel", "none")]


def fails(turn: Turn) -> list[EventType]:
    turn.say("utter_before")
    raise RuntimeError("the carrier's moon is in the wrong house")


def speaks(turn: Turn) -> list[EventType]:
    turn.say("utter_answer")
    return [SlotSet("answered", True)]


def run(action: SafeAction, slots: dict[str, Any] | None = None) -> tuple[list[str], list[EventType]]:
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker(slots), {}))
    return said(dispatcher), events


def test_an_action_says_and_does_what_it_is_for() -> None:
    assert run(Does(speaks)) == (["utter_answer"], [SlotSet("answered", True)])


def test_an_action_has_the_use_cases() -> None:
    given: list[Services] = []
    run(Does(lambda turn: given.append(turn.services) or []))
    assert isinstance(given[0], Services)


def test_a_failure_is_apologised_for_and_a_person_offered() -> None:
    heard, events = run(Does(fails))
    assert heard[-1] == "utter_action_failed"
    assert events == [OFFERED, LISTENING]


def test_what_was_said_before_the_failure_stays_said() -> None:
    assert run(Does(fails))[0] == ["utter_before", "utter_action_failed"]


def test_a_failure_is_logged_with_its_conversation_and_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    run(Does(fails))
    (record,) = (r for r in caplog.records if r.name == "actions.base")
    assert record.levelno == logging.ERROR
    assert record.getMessage() == f"action_does failed in conversation {CONVERSATION}"
    assert "wrong house" in caplog.text


def test_an_action_decides_itself_how_it_comes_to_rest_after_a_failure() -> None:
    assert run(DoesQuietly(fails))[1] == [OFFERED, SlotSet("parcel", "none")]


def test_use_cases_that_cannot_be_built_are_a_failure_like_any_other() -> None:
    def no_database() -> Services:
        raise OSError("disk full")

    action = Does(speaks)
    action.provide = no_database
    assert run(action) == (["utter_action_failed"], [OFFERED, LISTENING])


def test_an_apology_that_is_due_comes_first_and_once() -> None:
    heard, events = run(Does(speaks), {"apology_due": True})
    assert heard == ["utter_apology", "utter_answer"]
    assert events[-1] == SlotSet("apology_due", None)


def test_an_action_that_only_reads_leaves_the_apology_to_one_that_speaks() -> None:
    assert run(DoesQuietly(speaks), {"apology_due": True}) == (["utter_answer"], [SlotSet("answered", True)])


def test_one_shopper_does_not_wait_for_anothers_look_up() -> None:
    arrived = threading.Event()

    def waits(turn: Turn) -> list[EventType]:
        return [SlotSet("met", arrived.wait(timeout=30))]

    def arrives(turn: Turn) -> list[EventType]:
        arrived.set()
        return []

    async def both() -> list[list[EventType]]:
        runs = (Does(what).run(CollectingDispatcher(), tracker(), {}) for what in (waits, arrives))
        return await asyncio.gather(*runs)

    assert asyncio.run(both())[0] == [SlotSet("met", True)]
