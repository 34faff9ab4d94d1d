"""Read examples of what people tell and suppose, from which both are learnt; name what was found as `Heard` has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parcelbot.core.answering.memory import CHECKS
from parcelbot.core.reading.questions.supposed import ASKS, SUPPOSES, Asks, Event
from parcelbot.core.reading.told.telling import TOLD, Told

_HAPPENS = f"{ASKS}{Asks.HAPPENS.value}"
#: All facts that can be learnt: those of `Told`, and the checks of the memory.
FACTS = frozenset({*(told.value for told in Told), *CHECKS})


@dataclass(frozen=True)
class Telling:
    """Text and its `labels`: all that it tells and supposes. One without any only resembles such a text."""

    text: str
    labels: frozenset[str] = frozenset()


def read_tellings(data: Mapping[str, Any]) -> tuple[Telling, ...]:
    """Read `told` and `not_told` by fact, `supposed` by event and what is asked of it, and `not_supposed`.

    A text that stands in several places has all their labels. ValueError for a fact, event or matter there is not.
    """
    labels: dict[str, set[str]] = defaultdict(set)
    for label, texts in _labelled(data):
        for text in texts:
            labels[str(text)].update(filter(None, [label]))
    return tuple(Telling(text, frozenset(found)) for text, found in labels.items())


def fact_label(fact: str) -> str:
    """Give the label of a fact; ValueError for one that there is not."""
    if fact not in FACTS:
        raise ValueError(f"no fact is called {fact}")
    return f"{TOLD}{fact}"


def checks_in(labels: Collection[str]) -> tuple[str, ...]:
    """Name the checks that are told to be done."""
    return tuple(check for check in CHECKS if f"{TOLD}{check}" in labels)


def says_in(margins: Mapping[str, float]) -> tuple[str, ...]:
    """Give what was learnt of a message as `Heard.says` has it, from how surely each label is believed.

    All facts count; of the events that may be supposed only the surest, and of what is asked of it.
    """
    events = {label: margin for label, margin in margins.items() if _is_event(label)}
    asked = {label: margin for label, margin in margins.items() if label.startswith(ASKS)}
    supposed = [max(some, key=some.__getitem__) for some in (events, asked) if events and some]
    return (*(label for label in margins if label.startswith(TOLD)), *supposed)


def beside_phrases(phrases: Iterable[str], learnt: Collection[str]) -> tuple[str, ...]:
    """Put what phrases found and what was learnt together.

    Where it was learnt which event is supposed, that holds; what is asked of it, words tell more surely.
    """
    found = tuple(phrases)
    if not any(map(_is_event, learnt)):
        return (*found, *learnt)
    asked = next((said for said in found if said.startswith(ASKS) and said != _HAPPENS), None)
    rest = (said for said in learnt if asked is None or not said.startswith(ASKS))
    return (*(said for said in found if said == asked or not said.startswith(SUPPOSES)), *rest)


def _is_event(label: str) -> bool:
    return label.startswith(SUPPOSES) and not label.startswith(ASKS)


def _labelled(data: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    for fact, texts in (data.get("told") or {}).items():
        yield fact_label(fact), texts
    for fact, texts in (data.get("not_told") or {}).items():
        yield fact_label(fact) and "", texts
    for event, asked in (data.get("supposed") or {}).items():
        for asks, texts in asked.items():
            yield f"{SUPPOSES}{Event(event).value}", texts
            yield f"{ASKS}{Asks(asks).value}", texts
    yield "", data.get("not_supposed") or ()
