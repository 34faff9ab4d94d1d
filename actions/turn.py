"""Read one turn of a conversation: what was heard, what is remembered, where a form stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from functools import cached_property
from itertools import takewhile
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from parcelbot.core.answering.memory import Heard, HeardNumber, Memory
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.reading.short_replies import bare_order_number
from parcelbot.usecases.assistant import Services

_SINGLE = {"order_number", "ambiguous_number", "number_kind", "email", "topic"}
_CLAIMS = ("country", "carrier", "date", "duration", "sales_channel")
_MARKETPLACE = re.compile(r"\bali[\s-]?express\b", re.IGNORECASE)


class Phase(str, Enum):
    """The moment of a form in which its validation runs."""

    ACTIVATING = "activating"
    ANSWERING = "answering"
    RETURNING = "returning"


@dataclass(frozen=True)
class Turn:
    """A tracker, its domain and the dispatcher, read through the words of the core, and the use cases."""

    dispatcher: CollectingDispatcher
    tracker: Tracker
    domain: Mapping[str, Any]
    services: Services

    @property
    def conversation_id(self) -> str:
        """Rasa's sender id."""
        return str(self.tracker.sender_id)

    @property
    def form(self) -> str:
        """The active form's name, or ""."""
        return (self.tracker.active_loop or {}).get("name") or ""

    @property
    def message_id(self) -> str:
        """The message's id, which tells it from the one before; "" when the channel gives none."""
        return str(self.tracker.latest_message.get("message_id") or "")

    @property
    def seq(self) -> int | None:
        """The message's place in the website's ledger; None on another channel."""
        conversation, _, seq = self.message_id.rpartition(":")
        return int(seq) if conversation == self.conversation_id and seq.isdigit() else None

    @property
    def intent(self) -> str:
        """The intent's name, or ""."""
        return self.tracker.latest_message.get("intent", {}).get("name") or ""

    @cached_property
    def heard(self) -> Heard:
        """The latest message."""
        return read_message(self.tracker.latest_message)

    @property
    def known_email(self) -> str:
        """The e-mail of a logged-in shopper, which the shop vouches for; "" for all others."""
        identity = (self.tracker.latest_message.get("metadata") or {}).get("identity") or {}
        return str(identity.get("email") or "").lower()

    @cached_property
    def memory(self) -> Memory:
        """The memory that the slots hold."""
        return read_memory(self.tracker.slots)

    def slot(self, name: str) -> Any:
        """Give a slot's value, or None."""
        return self.tracker.get_slot(name)

    def note(self, kind: JournalKind, intent: str = "", row: str = "") -> None:
        """Note what happened for the owner's numbers; `intent` is this message's unless another is given."""
        self.services.note(self.conversation_id, kind, intent or self.intent, row)

    def say(self, response: str, **variables: Any) -> None:
        """Send a response of `domain.yml`."""
        self.dispatcher.utter_message(response=response, **variables)

    def say_together(
        self,
        responses: list[str],
        variables: Mapping[str, str],
        custom: dict[str, Any] | None = None,
        buttons: list[dict[str, str]] | None = None,
    ) -> None:
        """Send several responses as one message of paragraphs; "" among them is passed over."""
        texts = (self.response_text(response) for response in responses if response)
        together = "\n\n".join(text.format_map(variables) for text in texts)
        self.dispatcher.utter_message(text=together, json_message=custom, buttons=buttons)

    def button(self, name: str, payload: str) -> dict[str, str]:
        """Build a button whose title is the response `utter_button_<name>`."""
        return {"title": self.response_text(f"utter_button_{name}"), "payload": payload}

    def response_text(self, response: str) -> str:
        """Give the text of a response of `domain.yml`, to stand inside another one; "" for none."""
        texts = (self.domain.get("responses") or {}).get(response) or [{}]
        return str(texts[0].get("text", ""))

    def phase(self) -> Phase:
        """Tell whether a form is being activated, answered, or come back to after a digression."""
        since = _since_last_user_message(self.tracker.events)
        if not self.form or any(e["event"] == "active_loop" for e in since):
            return Phase.ACTIVATING
        own = {"action_listen", "action_extract_slots", self.form}
        digressed = any(e["event"] == "action" and e.get("name") not in own for e in since)
        return Phase.RETURNING if digressed else Phase.ANSWERING


def read_message(message: Mapping[str, Any]) -> Heard:
    """Read Rasa's parse of a message. Entities of a kind said twice: the first counts, numbers all do."""
    entities: list[Mapping[str, Any]] = message.get("entities") or []
    text = message.get("text") or ""
    single = {e["entity"]: str(e["value"]) for e in reversed(entities) if e["entity"] in _SINGLE}
    if "email" in single and "order_number" not in single and (bare := bare_order_number(text)):
        single["order_number"] = bare
    return Heard(
        intent=message.get("intent", {}).get("name") or "",
        text=text,
        numbers=tuple(_number(e) for e in entities if e["entity"] == "tracking_number"),
        status=_first(entities, "status_phrase"),
        claims=_claims(entities, text),
        also_asked=tuple(str(e["value"]) for e in entities if e["entity"] == "also_asked"),
        **single,
    )


def read_memory(slots: Mapping[str, Any]) -> Memory:
    """Build the memory from slots; a slot that is not set has the memory's default."""
    known: dict[str, Any] = {f.name: slots[f.name] for f in fields(Memory) if slots.get(f.name) is not None}
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in known.items()}
    return Memory(**values)


def remember(before: Memory, after: Memory) -> list[EventType]:
    """Give the slot events that turn one memory into the other."""
    changed = (f.name for f in fields(Memory) if getattr(before, f.name) != getattr(after, f.name))
    return [SlotSet(name, _slot_value(getattr(after, name))) for name in changed]


def _slot_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return None if value == "" else value


def _number(entity: Mapping[str, Any]) -> HeardNumber:
    valid = entity.get("valid") is not False
    return HeardNumber(str(entity["value"]), valid, tuple(entity.get("repairs") or ()))


def _first(entities: Iterable[Mapping[str, Any]], kind: str) -> str:
    return next((str(e["value"]) for e in entities if e["entity"] == kind), "")


def _claims(entities: list[Mapping[str, Any]], text: str) -> dict[str, Any]:
    claims: dict[str, Any] = {k: v for k in _CLAIMS if (v := _first(entities, k))}
    if _MARKETPLACE.search(text):
        claims["sales_channel"] = SalesChannel.ALIEXPRESS.value
    return claims


def _since_last_user_message(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    # from the end: the events of a long conversation are made where they are looked at
    newest_first = list(takewhile(lambda event: event["event"] != "user", reversed(events)))
    return newest_first[::-1]
