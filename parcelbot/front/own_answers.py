"""Word the few answers a channel gives by itself, from the same sentences as everything a shopper reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from parcelbot.core.language import Language


@dataclass(frozen=True)
class OwnAnswer:
    """A text and its buttons (Rasa's `{"title", "payload"}`); no buttons means an empty tuple."""

    text: str
    buttons: Sequence[Mapping[str, Any]] = field(default=())


def own_answer(language: Language, name: str) -> OwnAnswer:
    """Give the first text of a response."""
    first = language.book[name][0]
    return OwnAnswer(first.text, tuple({"title": b.title, "payload": b.payload} for b in first.buttons))
