"""Load the sentences of a language, for everything that speaks to shoppers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parcelbot.core.dialogue.script import Button, Phrasebook, ResponseText
from parcelbot.locales.files import SOURCE, read_yaml


def load_phrasebook(folder: Path) -> Phrasebook:
    """Return every response's texts by its name; OSError, yaml.YAMLError or KeyError where they cannot be read."""
    return phrasebook(read_yaml(folder / f"{SOURCE}.yml")["responses"])


def phrasebook(responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> Phrasebook:
    """Build the texts that the core words from those of a file."""
    return {name: tuple(_response_text(text) for text in texts) for name, texts in responses.items()}


def first_texts(book: Phrasebook) -> Mapping[str, str]:
    """Give the first text of every response, for the parts that never say a thing twice."""
    return {name: texts[0].text for name, texts in book.items()}


def _response_text(text: Mapping[str, Any]) -> ResponseText:
    buttons = tuple(Button(button["title"], button["payload"]) for button in text.get("buttons") or ())
    return ResponseText(str(text.get("text", "")), buttons)
