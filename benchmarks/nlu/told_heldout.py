"""Compare what was learnt of told facts with the patterns and phrases: `python -m benchmarks.nlu.told_heldout`.

Asks the model that is shipped, on messages of people who had not seen the examples.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.turn import read_message
from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.reading.places.checklist import read_checks, seller_was_contacted
from parcelbot.core.reading.told.telling import TOLD
from parcelbot.knowledge.told_examples import ToldRules, read_told_rules
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.written_files import read_yaml

HELD_OUT_TOLD = Path("tests/nlu/heldout_told.yml")
_MODEL = Path("models/parcelbot.tar.gz")
_ENGLISH = "en"

Parse = Mapping[str, Any]


@dataclass(frozen=True)
class TellingMessage:
    """A message, the facts that it tells, and what it supposes: "back/money", or "" for nothing."""

    text: str
    language: str
    facts: frozenset[str]
    supposed: str


@dataclass(frozen=True)
class Figures:
    """How many of some things are there, were found, and were found rightly."""

    there: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(self.there, 1)

    def __str__(self) -> str:
        return f"{self.precision:.1%} right, {self.recall:.1%} of {self.there} found"


def read_held_out_told() -> tuple[TellingMessage, ...]:
    """Read the held-out messages."""
    listed = read_yaml(HELD_OUT_TOLD)
    return tuple(TellingMessage(m["text"], m["language"], frozenset(m["facts"]), m["supposed"]) for m in listed)


def learnt(parse: Parse) -> Heard:
    """Hear in a message only what was learnt."""
    return read_message({**parse, "text": "", "as_written": "", "said": {}, "entities": []})


def by_patterns(parse: Parse) -> Heard:
    """Hear in a message only what patterns and phrases find."""
    return read_message({**parse, "told": {}})


#: The ways of reading that are compared.
WAYS: Mapping[str, Callable[[Parse], Heard]] = {"patterns": by_patterns, "learnt": learnt, "both": read_message}


def facts_in(heard: Heard) -> frozenset[str]:
    """Name the facts and the checks that a message is heard to tell."""
    seller = {"seller_contacted"} if seller_was_contacted(heard.text) else set()
    return frozenset({*(told.value for told in told_by(heard)), *read_checks(heard.text), *heard.checks, *seller})


def _with_it(facts: frozenset[str], rules: ToldRules) -> frozenset[str]:
    """Name what a message that tells these facts may tell as well, and was not labelled with."""
    beside = rules.beside(f"{TOLD}{fact}" for fact in facts)
    return frozenset(label.removeprefix(TOLD) for label in beside) - facts


def of_facts(messages: Sequence[TellingMessage], heard: Iterable[Heard], names: frozenset[str]) -> Figures:
    """Count the facts of these names; what goes with one that is told is no mistake, though nobody has labelled it."""
    rules = read_told_rules(KNOWLEDGE_FOLDER)
    pairs = [
        (message.facts, (facts_in(one) & names) - _with_it(message.facts, rules))
        for message, one in zip(messages, heard, strict=True)
    ]
    right = sum(len(facts & found) for facts, found in pairs)
    return Figures(sum(len(facts) for facts, _ in pairs), sum(len(found) for _, found in pairs), right)


def of_events(messages: Sequence[TellingMessage], heard: Iterable[Heard]) -> Figures:
    """Count the events that are supposed, and what is asked of them."""
    pairs = [(message.supposed, _supposed(one)) for message, one in zip(messages, heard, strict=True)]
    right = sum(told == found != "" for told, found in pairs)
    return Figures(sum(bool(told) for told, _ in pairs), sum(bool(found) for _, found in pairs), right)


def compared(messages: Sequence[TellingMessage], parsed: Sequence[Parse]) -> str:
    """Give the figures as lines, for English and for the other languages."""
    names = frozenset[str]().union(*(message.facts for message in messages))
    lines = []
    for group, is_english in (("English", True), ("other languages", False)):
        here = [pair for pair in zip(messages, parsed, strict=True) if (pair[0].language == _ENGLISH) == is_english]
        said, parses = [message for message, _ in here], [parse for _, parse in here]
        for way, hear in WAYS.items():
            heard = [hear(parse) for parse in parses]
            facts, events = of_facts(said, heard, names), of_events(said, heard)
            lines.append(f"{group:16} {way:9} facts: {facts}; supposed: {events}")
    return "\n".join(lines)


def main() -> None:
    """Parse the messages and print."""
    from rasa.core.agent import Agent
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)  # without it every message is printed as well
    messages, agent = read_held_out_told(), Agent.load(str(_MODEL))

    async def parsed() -> list[Parse]:
        return [await agent.parse_message(message.text) for message in messages]

    print(compared(messages, asyncio.run(parsed())))


def _supposed(heard: Heard) -> str:
    supposed = heard.form.supposed
    return f"{supposed.event.value}/{supposed.asks.value}" if supposed else ""


if __name__ == "__main__":
    main()
