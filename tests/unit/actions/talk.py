"""A conversation through the one action, with what the NLU understood given and stand-ins around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.reply import ActionReply
from actions.turn import Turn
from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.dialogue.state import Dialogue, dialogue_from_json
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.reading.language_phrases import load_replies
from parcelbot.usecases.assistant import Services
from tests.support.shopper import Heard
from tests.unit.core.builders import NOW, scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

CONVERSATION = "c-42"
ROOT = Path(__file__).parents[3]
#: A Monday on which the team works.
MONDAY = NOW + timedelta(days=2)
LP = "LP00123456789012"
ISSUE = "tracking_not_updating"
PARCEL = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN"), number=LP)
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=14), (LP,), "GB", value="200.00 EUR")


@cache
def real_knowledge() -> Knowledge:
    """The project's knowledge; a message is taken for what its test says, wherever the talk stands."""
    return replace(load_knowledge(ROOT / "knowledge"), next_messages=NextMessages())


def entity(kind: str, value: object, **more: Any) -> dict[str, Any]:
    return {"entity": kind, "value": value, **more}


def tracker(
    slots: Mapping[str, Any] | None = None,
    message: Mapping[str, Any] | None = None,
    events: Sequence[Mapping[str, Any]] = (),
) -> Tracker:
    """A conversation as Rasa hands it to an action."""
    return Tracker(CONVERSATION, dict(slots or {}), dict(message or {}), list(events), False, None, {}, None)


@dataclass(frozen=True)
class Told(Heard):
    """What was said to one message, its paragraphs apart."""

    @property
    def text(self) -> str:
        return "\n\n".join(m["text"] for m in self.messages if m.get("text"))

    @property
    def cards(self) -> list[Mapping[str, Any]]:
        return [m["custom"]["card"] for m in self.messages if "card" in (m.get("custom") or {})]


@dataclass
class Chat:
    """One conversation; its slots go from turn to turn as Rasa keeps them."""

    use_cases: Services = field(default_factory=services)
    slots: dict[str, Any] = field(default_factory=dict)
    metadata: Mapping[str, Any] = field(default_factory=dict)
    events: Sequence[Mapping[str, Any]] = ()
    turns: int = 0

    def says(
        self,
        text: str,
        intent: str,
        *entities: Mapping[str, Any],
        ranking: Sequence[str] = (),
        message_id: str = "",
        language: str = "",
        second: str = "",
        belief: float = 0.7,
        said: Mapping[str, Any] | None = None,
        sentences: Sequence[Mapping[str, Any]] = (),
        confidence: float = 1.0,
        seconds: Sequence[tuple[str, float]] = (),
        tells: Sequence[str] = (),
    ) -> Told:
        """Send a message that was understood as `intent` with `entities`; `language` where that is sure.

        `second` is the second question that it may be, with the `belief` in it, `said` what phrases were found to say
        besides those that a language's own files find,
        `sentences` what each was understood as by itself; `confidence` is the one in the intent;
        `seconds` are several second questions with the belief in each; `tells` are facts that it was learnt to tell.
        """
        self.turns += 1
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": name, "confidence": 0.3} for name in ranking],
            "entities": list(entities),
            "message_id": message_id or f"m-{self.turns}",
            "metadata": dict(self.metadata),
            "follow_ups": [
                {"name": name, "confidence": sure} for name, sure in ([(second, belief)] if second else seconds)
            ],
            "said": _heard_in(language, text, said or {}),
            "sentences": [dict(sentence) for sentence in sentences],
            "told": {f"told_{fact}": 0.1 for fact in tells},
            **({"language": {"code": language, "sure": True}} if language else {}),
        }
        dispatcher = CollectingDispatcher()
        self._take(ActionReply().perform(self._turn(message), dispatcher))
        return Told(dispatcher.messages)

    def asks_where(self, number: str = LP) -> Told:
        """Ask where a parcel is, with its number."""
        return self.says(f"where is {number}", "where_is_my_order", entity("tracking_number", number))

    def gives_order(self, order: str = "7401", email: str = "anna@example.com") -> Told:
        """Give an order number with its e-mail."""
        return self.says(
            f"order {order}, {email}", "provide_details", entity("order_number", order), entity("email", email)
        )

    def presses(self, payload: str, *entities: Mapping[str, Any]) -> Told:
        """Press a button: a command that needs no understanding."""
        return self.says(payload, payload.lstrip("/").partition("{")[0], *entities)

    def sends_it(self) -> TicketDraft:
        """Agree that the case is sent; gives the draft of the only ticket."""
        self.says("yes, send it", "affirm")
        assert isinstance(self.use_cases.tickets, FakeTickets)
        (ticket,) = self.use_cases.tickets.kept.values()
        return ticket.draft

    @property
    def dialogue(self) -> Dialogue:
        return dialogue_from_json(self.slots.get("dialogue"))

    def _turn(self, message: Mapping[str, Any]) -> Turn:
        return Turn(tracker(self.slots, message, self.events), self.use_cases)

    def _take(self, events: Sequence[EventType]) -> None:
        self.slots.update({event["name"]: event["value"] for event in events if event["event"] == "slot"})


def _heard_in(language: str, text: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a language's phrases find in a message, beside what a test says that they found."""
    replies = load_replies(ROOT / "locales").get(language)
    found = replies.says(text) if replies and not text.startswith("/") else ()
    return {**said, "says": [*said.get("says", ()), *found]}


def kept_ticket(reference: str = "KT-AAAAAA", **changes: Any) -> Ticket:
    """A ticket of this conversation, about the parcel that the tests speak of."""
    draft = TicketDraft(CONVERSATION, ISSUE, "by_lookup/silent", "7401", LP, "anna@example.com")
    return replace(Ticket(reference, draft, TicketStatus.NEW, NOW, NOW, MONDAY + timedelta(hours=4)), **changes)


def kept(*tickets: Ticket) -> FakeTickets:
    return FakeTickets({ticket.reference: ticket for ticket in tickets})


def of_the_shop(**parts: Any) -> Services:
    """The use cases with one order and its one parcel, on a Monday."""
    found = FakeProvider(Lookup(LookupOutcome.FOUND, PARCEL))
    return services(**{"tracking": found, "orders": FakeOrders((ORDER,)), "now": MONDAY, **parts})
