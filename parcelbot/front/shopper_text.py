"""Make safe what a shopper typed: no control characters, no payment numbers, nothing Rasa would take for a command."""

from __future__ import annotations

import re
import unicodedata

from parcelbot.reading.number_formats import without_payment_numbers

MAX_TEXT_CHARS = 2000

_KEPT_CONTROLS = "\n\t"
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
_COMMAND_WITH_ENTITIES = re.compile(r"([^{@]+)(?:@[0-9.]+)?\{.+\}.*", re.DOTALL)


def clean(text: str) -> str:
    """Remove control characters and lone surrogates; line breaks and tabs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))


def keepable(text: str) -> str:
    """Clean what a shopper wrote so that it may be kept: card and bank account numbers are hidden, too."""
    return without_payment_numbers(clean(text))


def is_blank(text: str) -> bool:
    """True when nothing of `text` can be seen: spaces and joiners only, or nothing at all."""
    return all(unicodedata.category(c) in _INVISIBLE_CATEGORIES for c in text)


def neutralise(text: str) -> str:
    """Take off a leading "/" and a command's entities, so that the assistant may read `text`.

    Rasa reads "/intent{"slot": "value"}" as an intent with entities, so a shopper could set slots.
    What is left of a command is ordinary words ("/restart" becomes "restart"); "/" alone becomes "?".
    """
    words = text.strip()
    if not words.startswith("/"):
        return text
    words = words.lstrip("/ \t\n")
    command = _COMMAND_WITH_ENTITIES.fullmatch(words)
    if command:
        words = command[1].replace("_", " ")
    return words.strip().lstrip("/") or "?"
