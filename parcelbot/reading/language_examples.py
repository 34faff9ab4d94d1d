"""Read how shoppers write in other languages: messages, second questions, told facts and dangers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcelbot.core.answering.tellings import Telling, read_tellings
from parcelbot.core.reading.danger.danger_phrases import DangerPhrases
from parcelbot.core.reading.danger.safety import Danger
from parcelbot.written_files import in_file, read_yaml

_FOLDER = "examples"


@dataclass(frozen=True)
class LanguageExamples:
    """Knowledge of one language: `messages` by intent, second questions by id, phrases that are always a danger.

    `told` are examples of facts that are told and of events that are supposed.
    """

    language: str
    messages: Mapping[str, Sequence[str]]
    follow_ups: Mapping[str, Sequence[str]]
    dangers: Mapping[Danger, Sequence[str]]
    told: Sequence[Telling] = ()


def load_examples(locales: Path) -> tuple[LanguageExamples, ...]:
    """Read every language's file, in the order of their codes; () where there are none.

    A malformed file raises BadFile, which is a ValueError.
    """
    return tuple(map(_read_file, _files(locales)))


def danger_phrases(examples: Sequence[LanguageExamples]) -> DangerPhrases:
    """Make the finder of dangers out of every language's phrases."""
    return DangerPhrases({language.language: language.dangers for language in examples})


def examples_digest(locales: Path) -> str:
    """Hash all that `load_examples` reads: whoever has learnt from it learns anew when it changes."""
    return hashlib.sha256(b"\n".join(path.read_bytes() for path in _files(locales))).hexdigest()


def _files(locales: Path) -> list[Path]:
    return sorted((locales / _FOLDER).glob("*.yml"))


def _read_file(path: Path) -> LanguageExamples:
    with in_file(path):
        return _read(path)


def _read(path: Path) -> LanguageExamples:
    data = read_yaml(path)
    if data["language"] != path.stem:
        raise ValueError(f"{path.name} says that its language is {data['language']}")
    dangers = {Danger(name): texts for name, texts in _texts(data.get("safety")).items()}
    follow_ups = _texts(data.get("follow_ups"))
    return LanguageExamples(path.stem, _texts(data["examples"]), follow_ups, dangers, read_tellings(data))


def _texts(listed: Mapping[str, Sequence[Any]] | None) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(str, texts)) for name, texts in (listed or {}).items()}
