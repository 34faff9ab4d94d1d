"""Turn a reviewer's labels into new training examples and a list of messages that are done with."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from parcelbot.review.masking import filled, identity, masked
from parcelbot.review.sheet import IGNORE, Labelled


class LabelsRefused(ValueError):
    """Some labels cannot be taken; `problems` has a sentence for each, and none of the labels counts."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Plan:
    """New examples by intent, in order, and the ids of all messages that were labelled or ignored."""

    added: Mapping[str, tuple[str, ...]]
    done: frozenset[str]
    ignored: int

    @property
    def learned(self) -> int:
        """Count the new examples."""
        return sum(map(len, self.added.values()))


def plan(labels: Iterable[Labelled], examples: Mapping[str, Sequence[str]], done: Container[str]) -> Plan:
    """Turn labels into examples; what is `done` or is an example of that intent already adds nothing.

    LabelsRefused for an intent without examples, and for a wording that stands under another intent.
    """
    pending = [label for label in labels if label.id not in done]
    taken = {identity(text): intent for intent, texts in examples.items() for text in texts}
    added: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for label in pending:
        if label.intent == IGNORE:
            continue
        here = identity(label.text)
        problem = _problem(label, examples, taken.get(here, label.intent))
        if problem:
            problems.append(problem)
        elif here not in taken:
            taken[here] = label.intent
            added[label.intent] = (*added.get(label.intent, ()), filled(masked(label.text)))
    if problems:
        raise LabelsRefused(problems)
    ignored = sum(label.intent == IGNORE for label in pending)
    return Plan(added, frozenset(label.id for label in pending), ignored)


def _problem(label: Labelled, intents: Iterable[str], taken_by: str) -> str:
    names = list(intents)
    if label.intent not in names:
        near = get_close_matches(label.intent, names, n=1)
        hint = f", did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(names))}"
        return f"«{label.text}»: no intent {label.intent}{hint}"
    if taken_by != label.intent:
        return f"«{label.text}» is an example of {taken_by} already: label it `{IGNORE}`, or move it there by hand"
    return ""
