"""Load the sentences of a language, for everything that speaks to shoppers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parcelbot.core.language import ENGLISH, Button, Phrasebook, ResponseText
from parcelbot.core.sentence_marks import marks_of
from parcelbot.core.turn_facts import facts_told_by
from parcelbot.locales.files import read_yaml
from parcelbot.written_files import in_file


def load_phrasebook(folder: Path) -> Phrasebook:
    """Return every response's texts by its name; OSError or BadFile where they cannot be read."""
    path = folder / f"{ENGLISH}.yml"
    with in_file(path):
        return phrasebook(read_yaml(path)["responses"])


def phrasebook(responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> Phrasebook:
    """Build the texts that the core words from those of a file."""
    return {name: tuple(_response_text(text) for text in texts) for name, texts in responses.items()}


def _response_text(text: Mapping[str, Any]) -> ResponseText:
    buttons = tuple(Button(button["title"], button["payload"]) for button in text.get("buttons") or ())
    english = str(text.get("text", ""))
    marks = marks_of(english)
    return ResponseText(english, buttons, facts_told_by(english), marks if any(marks) else ())
