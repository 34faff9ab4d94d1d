"""Keep the memory of a conversation in Rasa's slots: read it from them, and tell what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from parcelbot.core.answering.memory import Memory


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
