"""Word the few answers a channel gives by itself, from the same sentences as everything a shopper reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parcelbot.core.dialogue.script import Phrasebook
from parcelbot.locales.phrasebook import load_phrasebook


@dataclass(frozen=True)
class OwnAnswer:
    """A text and its buttons (Rasa's `{"title", "payload"}`); no buttons means an empty tuple."""

    text: str
    buttons: Sequence[Mapping[str, Any]] = field(default=())


#: Gives the answer of a response's name.
OwnAnswers = Callable[[str], OwnAnswer]


def load_own_answers(folder: Path) -> OwnAnswers:
    """Load the sentences of `folder`, and give the first text of whichever is asked for."""
    return own_answers(load_phrasebook(folder))


def own_answers(book: Phrasebook) -> OwnAnswers:
    """Give the first text of whichever response is asked for."""

    def own_answer(name: str) -> OwnAnswer:
        first = book[name][0]
        return OwnAnswer(first.text, tuple({"title": b.title, "payload": b.payload} for b in first.buttons))

    return own_answer
