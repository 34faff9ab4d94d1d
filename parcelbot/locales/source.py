"""Gather every English text that other languages say, from `locales/en.yml` and the tables of `knowledge/`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from parcelbot.core.language import ENGLISH
from parcelbot.locales.files import read_yaml
from parcelbot.written_files import in_file

T = TypeVar("T")

#: The parts of a language's file beside its responses, in this order: flat lists of keys.
SECTIONS = ("status_words", "topics", "places", "shop", "widget", "macros")
#: Parts that a language can do without: agents' prepared answers stay English then.
OPTIONAL = ("macros",)

_MARK_BYTES = 3

#: How the words are read that stand in a table of `knowledge/` of the section's name.
_TABLES: Mapping[str, Callable[[Any], Mapping[str, EnglishText]]] = {
    "status_words": lambda data: _texts(data["status_words"]),
    "topics": lambda data: _texts({topic["id"]: topic["title"] for topic in data["topics"]}),
    "places": lambda data: _texts({place["id"]: place["label"] for place in data["places"]}),
    "shop": lambda data: _texts(dict(_leaves(_shop(data)))),
    "macros": lambda data: _texts({macro["id"]: macro["text"] for macro in data["macros"]}),
}


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
    responses, widget = _said_in(locales / f"{ENGLISH}.yml", lambda data: (_responses(data), _widget(data)))
    flat = {"widget": widget, **{name: _said_in(knowledge / f"{name}.yml", read) for name, read in _TABLES.items()}}
    return English(responses, {name: flat[name] for name in SECTIONS})


def _said_in(path: Path, read: Callable[[Any], T]) -> T:
    with in_file(path):
        return read(read_yaml(path))


def _responses(data: Mapping[str, Any]) -> dict[str, tuple[EnglishText, ...]]:
    return {name: tuple(map(_source_text, texts)) for name, texts in data["responses"].items()}


def _widget(data: Mapping[str, Any]) -> dict[str, EnglishText]:
    return _texts(dict(_leaves(data["widget"])))


def _texts(told: Mapping[str, str]) -> dict[str, EnglishText]:
    return {key: EnglishText(text) for key, text in told.items()}


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
