"""Read labelled messages, split them, and make typing errors in them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from parcelbot.tuning.examples import is_shown, read_labelled

TRAINING = Path("data")
HELD_OUT = Path("tests/nlu/heldout.yml")
HELD_OUT_SECOND_TURN = Path("tests/nlu/heldout_second_turn.yml")
#: A file for each other language, by somebody who did not write its examples.
HELD_OUT_LANGUAGES = Path("tests/nlu/languages")
SEED = 7


@dataclass(frozen=True)
class LabelledMessage:
    """A message and its intent; `also` are labels that a second reader could as well have given."""

    text: str
    intent: str
    also: frozenset[str] = frozenset()


def read_training(folder: Path = TRAINING) -> list[LabelledMessage]:
    """Read all examples with an intent in the folder's `nlu*.yml` files."""
    return [LabelledMessage(text, intent) for text, intent in read_labelled(folder)]


def read_held_out(path: Path = HELD_OUT) -> list[LabelledMessage]:
    """Read the messages written independently of the training data."""
    return [_labelled(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def read_held_out_languages(folder: Path = HELD_OUT_LANGUAGES) -> dict[str, list[LabelledMessage]]:
    """Read the messages in other languages, by the language's code."""
    files = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yml"))}
    return {code: [_labelled(entry) for entry in data["messages"]] for code, data in files.items()}


def _labelled(entry: Mapping[str, Any]) -> LabelledMessage:
    return LabelledMessage(str(entry["text"]), entry["intent"], frozenset(entry.get("also") or ()))


def folds(
    messages: Sequence[LabelledMessage], count: int
) -> Iterator[tuple[list[LabelledMessage], list[LabelledMessage]]]:
    """Make `count` pairs of what to train on and what to hold back; every intent is shared out evenly.

    Held back are only messages that the encoder was not tuned on: it has seen the labels of the others.
    """
    shown, unseen = split(messages)
    parts = _dealt(unseen, count)
    for index, held_back in enumerate(parts):
        yield [*shown, *(m for other, part in enumerate(parts) if other != index for m in part)], held_back


def split(messages: Sequence[LabelledMessage]) -> tuple[list[LabelledMessage], list[LabelledMessage]]:
    """Split into what the encoder was tuned on, three quarters, and the rest, for testing."""
    return [m for m in messages if is_shown(m.text)], [m for m in messages if not is_shown(m.text)]


def at_most(messages: Sequence[LabelledMessage], per_intent: int, words: int) -> list[LabelledMessage]:
    """Take the first `per_intent` messages of every intent that have no more than so many words."""
    seen: Counter[str] = Counter()
    kept = []
    for message in messages:
        if len(message.text.split()) > words:
            continue
        seen[message.intent] += 1
        if seen[message.intent] <= per_intent:
            kept.append(message)
    return kept


def misspelt(messages: Sequence[LabelledMessage]) -> list[LabelledMessage]:
    """Make about one typing error in every seventh word; always the same errors."""
    dice = random.Random(SEED)
    return [replace(m, text=" ".join(_mistyped(word, dice) for word in m.text.split())) for m in messages]


def _dealt(messages: Sequence[LabelledMessage], count: int) -> list[list[LabelledMessage]]:
    by_intent: dict[str, list[LabelledMessage]] = defaultdict(list)
    for message in messages:
        by_intent[message.intent].append(message)
    parts: list[list[LabelledMessage]] = [[] for _ in range(count)]
    dice = random.Random(SEED)
    for same in by_intent.values():
        dice.shuffle(same)
        for index, message in enumerate(same):
            parts[index % count].append(message)
    return parts


def _mistyped(word: str, dice: random.Random) -> str:
    if len(word) < 4 or not word.isalpha() or dice.random() > 1 / 7:
        return word
    at = dice.randrange(1, len(word) - 1)
    doubled, dropped = word[: at + 1] + word[at:], word[:at] + word[at + 1 :]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return dice.choice([doubled, dropped, swapped])
