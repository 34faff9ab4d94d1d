"""The assistant's actions, and some that do what actions should not."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection

ActionExecutor()._import_submodules("actions")


class Odd(Action):
    def name(self) -> str:
        return f"action_{type(self).__name__.lower()}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Any:
        return self.do(dispatcher, tracker, domain)

    def do(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Any:
        return None


class Raises(Odd):
    def do(self, *_: Any) -> Any:
        raise RuntimeError("the moon is in the wrong house")


class WaitsInVain(Odd):
    def do(self, *_: Any) -> Any:
        raise TimeoutError("a socket's")


class Rejects(Odd):
    def do(self, *_: Any) -> Any:
        raise ActionExecutionRejection(self.name(), "not now")


class ReturnsNothing(Odd):
    pass


class ReturnsNoEvent(Odd):
    def do(self, *_: Any) -> Any:
        return [{"name": "parcel"}, "slot", SlotSet("parcel", "X")]


class ReturnsWrongEvent(Odd):
    def do(self, *_: Any) -> Any:
        return [{"event": "no such event"}]


class ReturnsATuple(Odd):
    def do(self, *_: Any) -> Any:
        return [SlotSet("several", ("a", "b")), SlotSet("dialogue", {1: "one"})]


class ReturnsWhatJsonCannot(Odd):
    def do(self, *_: Any) -> Any:
        return [SlotSet("parcel", {"a set"})]


class Says(Odd):
    def do(self, dispatcher: CollectingDispatcher, *_: Any) -> list[EventType]:
        dispatcher.utter_message(text="look", buttons=[{"title": "Yes", "payload": "/affirm"}], json_message={"a": 1})
        dispatcher.utter_message(response="utter_start_over")
        dispatcher.utter_message(response="utter_no_such_response")
        dispatcher.utter_message(image="https://shop.example/parcel.png")
        return []


class Meddles(Odd):
    """Changes what it was given."""

    def do(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        tracker.slots["several"].append("c")
        tracker.events[-1]["name"] = "another"
        tracker.latest_message["intent"]["name"] = "another"
        tracker.add_slots([SlotSet("parcel", "X")])
        return [SlotSet("parcel", len(tracker.events))]


class ReadsEverything(Odd):
    """Tells all that an action can see of a conversation and the domain."""

    def do(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        seen = tracker.current_state()
        events = [*seen.pop("events")]
        last = [e["event"] for e in tracker.events[-2:]]
        told = [tracker.followup_action, tracker.get_intent_of_latest_message(), tracker.last_executed_action_has("x")]
        return [SlotSet("dialogue", [seen, events, last, told]), SlotSet("several", domain)]


class Blocks(Odd):
    """Keeps its thread, as an action that knows nothing of asyncio may."""

    def do(self, *_: Any) -> Any:
        time.sleep(0.5)
        return []


class Hangs(Odd):
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Any:
        await asyncio.sleep(60)


class Names(Odd):
    """Tells which conversation a log line written here would name."""

    def do(self, *_: Any) -> Any:
        return [SlotSet("parcel", structlog.contextvars.get_contextvars().get("conversation"))]
