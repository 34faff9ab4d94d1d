"""Read what the encoder is tuned on, three quarters of all examples; the rest measures what was learnt."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.rasa_plugins.nlu.text import normalised

_HELD_BACK_ONE_IN = 4
#: Marks second questions: an intent may have the same name.
_SECOND = "second:"
#: How many batches' texts are sorted by length together: short ones are not filled up to a long one's length.
_SORTED_TOGETHER = 20

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class TuningExamples:
    """Word pieces of each text, and its intent or second question as an index into `intents`."""

    pieces: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]
    intents: tuple[str, ...]


@dataclass(frozen=True)
class Batch:
    """Texts filled up to the longest: `ids` and `mask` (texts, tokens), `labels` (texts,)."""

    ids: Ids
    mask: Floats
    labels: Ids


def is_shown(text: str) -> bool:
    """Decide by the text alone, so that it stays so, whether the encoder is tuned on it."""
    return bool(hashlib.sha256(text.encode()).digest()[0] % _HELD_BACK_ONE_IN)


def read_labelled(folder: Path) -> list[tuple[str, str]]:
    """Read text and intent of every example in the folder's `nlu*.yml` files."""
    parts = [RasaYAMLReader().read(str(path)) for path in sorted(folder.glob("nlu*.yml"))]
    return [(m.get(TEXT), m.get(INTENT)) for part in parts for m in part.intent_examples if m.get(TEXT)]


def read_second_questions(folder: Path) -> list[tuple[str, str]]:
    """Read every example of a second question in a knowledge folder, under a label that no intent has."""
    return [(phrase.text, f"{_SECOND}{phrase.value}") for phrase in read_follow_ups(folder)]


def shown_examples(labelled: Sequence[tuple[str, str]], tokenizer: Any) -> TuningExamples:
    """Cut into word pieces the examples that are shown."""
    shown = [(text, intent) for text, intent in labelled if is_shown(text)]
    intents = tuple(sorted({intent for _, intent in shown}))
    pieces = tuple(pieces_of(tokenizer, text) for text, _ in shown)
    return TuningExamples(pieces, tuple(intents.index(intent) for _, intent in shown), intents)


def pieces_of(tokenizer: Any, text: str) -> tuple[int, ...]:
    """Give the ids of a text's word pieces, as the assistant's encoder cuts it."""
    return tuple(tokenizer.encode(normalised(text)).ids)


def batches(examples: TuningExamples, size: int, dice: random.Random) -> Iterator[Batch]:
    """Give every example once, in a new order, texts of about the same length together."""
    order = list(range(len(examples.labels)))
    dice.shuffle(order)
    chunks = list(_chunks(order, size * _SORTED_TOGETHER))
    alike = [
        chunk for rows in chunks for chunk in _chunks(sorted(rows, key=lambda row: len(examples.pieces[row])), size)
    ]
    dice.shuffle(alike)
    for rows in alike:
        ids, mask = filled([examples.pieces[row] for row in rows])
        yield Batch(ids, mask, np.array([examples.labels[row] for row in rows]))


def filled(pieces: Sequence[Sequence[int]]) -> tuple[Ids, Floats]:
    """Fill rows up to equal length, and mark which of them are tokens."""
    longest = max(map(len, pieces))
    ids = np.array([[*row, *[0] * (longest - len(row))] for row in pieces], dtype=np.int64)
    mask = np.array([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in pieces], dtype=np.float32)
    return ids, mask


def _chunks(rows: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
