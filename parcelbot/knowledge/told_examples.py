"""Read how English shoppers tell facts, what else teaches them, and from which score on what was learnt is believed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parcelbot.core.answering.tellings import Telling, fact_label, read_tellings
from parcelbot.core.reading.questions.supposed import ASKS, SUPPOSES, Asks, Event
from parcelbot.written_files import parsed

_FOLDER, _RULES, _BELIEFS = "told", "told_rules.yml", "told_beliefs.yml"
_SUPPOSED = frozenset({*(f"{SUPPOSES}{event.value}" for event in Event), *(f"{ASKS}{asks.value}" for asks in Asks)})


@dataclass(frozen=True)
class ToldRules:
    """Rules of what the examples of other things, intents and second questions, tell.

    `tells`: whoever asks this second question tells a fact. `may_tell`: its examples may tell these, and some do.
    `with_it`: what a text that tells a fact may tell as well, though nobody has written so beside it.
    """

    tells: Mapping[str, str] = field(default_factory=dict)
    may_tell: Mapping[str, frozenset[str]] = field(default_factory=dict)
    with_it: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def beside(self, labels: Iterable[str]) -> frozenset[str]:
        """Name what a text with these labels may tell as well."""
        return frozenset().union(*(self.with_it.get(label, frozenset()) for label in labels))


def read_told(folder: Path) -> tuple[Telling, ...]:
    """Read every theme's file of `told/`; () where there are none. BadFile for a malformed one.

    A text that stands in two files has the labels of both.
    """
    found: dict[str, frozenset[str]] = {}
    for path in _files(folder):
        for telling in parsed(path, read_tellings):
            found[telling.text] = found.get(telling.text, frozenset()) | telling.labels
    return tuple(Telling(text, labels) for text, labels in found.items())


def read_told_rules(folder: Path) -> ToldRules:
    """Read `told_rules.yml`; BadFile for a malformed one."""
    return parsed(folder / _RULES, _rules)


def told_digest(folder: Path) -> str:
    """Hash what is learnt from: whoever has learnt it learns anew when it changes."""
    paths = [*_files(folder), folder / _RULES]
    return hashlib.sha256(b"\n".join(path.read_bytes() for path in paths)).hexdigest()


def read_beliefs(folder: Path, languages: str) -> Mapping[str, float]:
    """Give the least score of each label that is ever believed: for `english` or for the languages `elsewhere`."""
    return parsed(folder / _BELIEFS, lambda data: dict(_beliefs(data[languages])))


def _rules(data: Mapping[str, Any]) -> ToldRules:
    may_tell: dict[str, set[str]] = defaultdict(set)
    for fact, kinds in data["may_tell"].items():
        for kind in kinds:
            may_tell[kind].add(fact_label(fact))
    for kind in data["may_suppose"]:
        may_tell[kind] |= _SUPPOSED
    return ToldRules(
        tells={name: fact_label(fact) for name, fact in data["tells"].items()},
        may_tell={kind: frozenset(labels) for kind, labels in may_tell.items()},
        with_it={fact_label(fact): frozenset(map(fact_label, facts)) for fact, facts in data["with_it"].items()},
    )


def _beliefs(data: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, float]]:
    yield from ((fact_label(name), float(least)) for name, least in data["told"].items())
    yield from ((f"{SUPPOSES}{Event(name).value}", float(least)) for name, least in data["supposed"].items())
    yield from ((f"{ASKS}{Asks(name).value}", float(least)) for name, least in data["asked"].items())


def _files(folder: Path) -> list[Path]:
    return sorted((folder / _FOLDER).glob("*.yml"))
