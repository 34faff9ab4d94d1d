"""Find sentences that are nearest to an English one they do not say: `python -m benchmarks.nlu.sentences [CODE …]`.

The encoders of other languages compare every sentence with all English ones. A sentence that says something else than
its English, because two were exchanged or one was changed, is nearer to another response. Some seconds for a language
the first time; what was encoded once is kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from parcelbot.encoder import Vectors
from parcelbot.encoder.e5 import E5Small
from parcelbot.encoder.kept_vectors import encode_once
from parcelbot.encoder.multilingual import FOLDER
from parcelbot.encoder.use import MultilingualUse
from parcelbot.locales.files import languages_in
from parcelbot.locales.source import English, read_source
from parcelbot.locales.translation import paired, read_translation
from parcelbot.settings.variables import encoder_folder

LOCALES, KNOWLEDGE = Path("locales"), Path("knowledge")
#: How much nearer another response must be than the sentence's own.
MARGIN = 0.1
#: How much nearer by the Universal Sentence Encoder alone makes e5 asked as well: by that one they never lie as far
#: apart as would make up for less.
_DOUBT = MARGIN / 2
#: Of shorter sentences too little is meant to tell them apart.
_LEAST_WORDS = 5
#: Unknown to one of the two encoders.
_E5_ONLY = ("uk", "sv")
_PLACEHOLDER = re.compile(r"\{\w+\}")

#: The response it stands under, or the place of one in a language, and its text.
Sentence = tuple[str, str]
Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class Miss:
    """A sentence that is nearer to another response, and by how much."""

    place: str
    text: str
    nearest: str
    by: float


def misses(code: str) -> list[Miss]:
    """Compare every sentence of a language with all English ones; the worst misses first."""
    source = read_source(LOCALES, KNOWLEDGE)
    own, ours = _english(source), _said(source, code)
    found = _nearer(own, ours, _by_e5(own, ours), MARGIN) if code in _E5_ONLY else _by_both(own, ours)
    return sorted(found, key=lambda miss: -miss.by)


def _by_both(own: Sequence[Sentence], ours: Sequence[Sentence]) -> Iterator[Miss]:
    """Compare by both encoders; the slower one is asked only of what the other doubts."""
    by_use = _likeness(own, ours, MultilingualUse(_folder()).encode, "use")
    doubted = {miss.place for miss in _nearer(own, ours, by_use, _DOUBT)}
    rows = [row for row, (place, _) in enumerate(ours) if place in doubted]
    left = [ours[row] for row in rows]
    return _nearer(own, left, (by_use[rows] + _by_e5(own, left)) / 2, MARGIN)


def _by_e5(own: Sequence[Sentence], ours: Sequence[Sentence]) -> Vectors:
    return _likeness(own, ours, E5Small(_folder()).encode_many, "e5")


def _likeness(own: Sequence[Sentence], ours: Sequence[Sentence], encode: Encode, encoder: str) -> Vectors:
    """Give a row for each of our sentences and a column for each English one."""
    texts = [_plain(text) for _, text in (*own, *ours)]
    vectors = encode_once(texts, _folder(), encode, f"sentences-{encoder}")
    likeness: Vectors = vectors[len(own) :] @ vectors[: len(own)].T
    return likeness


def _folder() -> Path:
    return encoder_folder() / FOLDER


def _english(source: English) -> list[Sentence]:
    """List the English sentences that are long enough, each with its response."""
    said = ((name, text.text) for name, texts in source.responses.items() for text in texts)
    return [(name, text) for name, text in said if len(text.split()) >= _LEAST_WORDS]


def _said(source: English, code: str) -> list[Sentence]:
    """List what a language says for them, each with its place."""
    translation = read_translation(LOCALES / f"{code}.yml")
    return [
        (f"{name} ({position})", saying.text)
        for name, texts in source.responses.items()
        for position, (text, saying) in enumerate(
            zip(texts, paired(texts, translation.responses.get(name, ())), strict=True), 1
        )
        if saying is not None and saying.of == text.mark and len(text.text.split()) >= _LEAST_WORDS
    ]


def _nearer(own: Sequence[Sentence], ours: Sequence[Sentence], likeness: Vectors, margin: float) -> Iterator[Miss]:
    names = np.array([name for name, _ in own])
    for (place, text), row in zip(ours, likeness, strict=True):
        mine = names == place.partition(" ")[0]
        best = int(row.argmax())
        by = float(row[best] - row[mine].max())
        if by > margin:
            yield Miss(place, text, f"{own[best][0]}: {own[best][1]}", by)


def _plain(text: str) -> str:
    """Write a sentence without its placeholders, whose values say nothing of its meaning."""
    return " ".join(_PLACEHOLDER.sub("…", text).split())


def main() -> None:
    """Print the misses of the languages named on the command line, or of all."""
    for code in sys.argv[1:] or languages_in(LOCALES):
        found = misses(code)
        print(f"{code}: {len(found)} nearer to another response", flush=True)
        for miss in found:
            print(f"  {miss.place} ({miss.by:.2f}): {miss.text}\n    {miss.nearest}")


if __name__ == "__main__":
    main()
