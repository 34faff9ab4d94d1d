"""Gather every English text that other languages say, from `locales/en.yml` and the tables of `knowledge/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcelbot.core.language import ENGLISH
from parcelbot.locales.files import read_yaml

#: The parts of a language's file beside its responses, in this order: flat lists of keys.
SECTIONS = ("status_words", "topics", "places", "shop", "widget", "macros")
#: Parts that a language can do without: agents' prepared answers stay English then.
OPTIONAL = ("macros",)

_MARK_BYTES = 3


@dataclass(frozen=True)
class EnglishText:
    """An English text and the titles of its buttons, as translators see them."""

    text: str
    buttons: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Mark of these words, which a translation bears: another one means that the English was changed since."""
        words = "\n".join((self.text, *self.buttons))
        return hashlib.blake2b(words.encode(), digest_size=_MARK_BYTES).hexdigest()


@dataclass(frozen=True)
class English:
    """Everything to be said in every language: responses in the order of their file, sections by key."""

    responses: Mapping[str, tuple[EnglishText, ...]]
    sections: Mapping[str, Mapping[str, EnglishText]]


def read_source(locales: Path, knowledge: Path) -> English:
    """Read the English sentences of `locales`, and the words that stand in tables of `knowledge`."""
    english = read_yaml(locales / f"{ENGLISH}.yml")
    flat = {
        "status_words": read_yaml(knowledge / "status_words.yml")["status_words"],
        "topics": {topic["id"]: topic["title"] for topic in read_yaml(knowledge / "topics.yml")["topics"]},
        "places": {place["id"]: place["label"] for place in read_yaml(knowledge / "places.yml")["places"]},
        "shop": dict(_leaves(_shop(read_yaml(knowledge / "shop.yml")))),
        "widget": dict(_leaves(english["widget"])),
        "macros": {macro["id"]: macro["text"] for macro in read_yaml(knowledge / "macros.yml")["macros"]},
    }
    return English(
        responses={name: tuple(map(_source_text, texts)) for name, texts in english["responses"].items()},
        sections={name: {key: EnglishText(text) for key, text in flat[name].items()} for name in SECTIONS},
    )


def _source_text(text: Mapping[str, Any]) -> EnglishText:
    return EnglishText(text["text"], tuple(button["title"] for button in text.get("buttons") or ()))


def _shop(told: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of the owner's table what is not said: when it was reviewed."""
    return {
        question: {"everywhere": entry.get("everywhere"), **entry.get("countries", {})}
        for question, entry in told.items()
    }


def _leaves(tree: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Give the texts of nested lists and mappings by their path: `owner.bot`, `starters.0`; empty ones are left out."""
    entries = tree.items() if isinstance(tree, Mapping) else enumerate(tree)
    for key, value in entries:
        path = f"{place}.{key}" if place else str(key)
        if isinstance(value, Mapping | list):
            yield from _leaves(value, path)
        elif value:
            yield path, str(value)
