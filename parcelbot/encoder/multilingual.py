"""Encode sentences of other languages: multilingual-e5-small and the multilingual Universal Sentence Encoder together.

Both were made from texts of many languages, so that a sentence and its translation lie near each other. They come as
packages that are locked by hash and are prepared at set-up, see `other_languages.py`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from parcelbot.encoder import EncoderMissing, Vectors
from parcelbot.encoder.e5 import E5_DIMENSIONS, E5Small
from parcelbot.encoder.kept_vectors import encode_once
from parcelbot.encoder.preparing import MANIFEST
from parcelbot.encoder.use import USE_DIMENSIONS, MultilingualUse
from parcelbot.settings.variables import encoder_folder

FOLDER = "languages"
MULTILINGUAL_DIMENSIONS = E5_DIMENSIONS + USE_DIMENSIONS
#: How many texts' vectors are kept: people write "ok" often.
_REMEMBERED = 4096


class Multilingual:
    """Turns texts of any language into two unit vectors side by side, the one of e5 first."""

    def __init__(self, folder: Path) -> None:
        """Load both encoders from `folder`; EncoderMissing when one's files are not there."""
        if not (folder / MANIFEST).is_file():
            raise EncoderMissing(f"no multilingual encoders in {folder}: run `python -m parcelbot.encoder` once")
        self._e5, self._use = E5Small(folder), MultilingualUse(folder)
        self._folder = folder
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._encode_one)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one row of MULTILINGUAL_DIMENSIONS for each text; shape (0, …) for no texts."""
        rows = [self._remembered(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, MULTILINGUAL_DIMENSIONS), dtype=np.float32)

    def encode_lesson(self, texts: Sequence[str], lesson: str = "examples") -> Vectors:
        """Give nearly the same as `encode` in 16 bit, on all cores, and what was encoded before from disk."""
        return encode_once(texts, self._folder, self._encode_many, lesson)

    def _encode_many(self, texts: Sequence[str]) -> Vectors:
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            use = workers.submit(self._use.encode, texts)
            return np.hstack([self._e5.encode_many(texts, workers.map), use.result()])

    def _encode_one(self, text: str) -> Vectors:
        return np.concatenate([self._e5.encode(text), self._use.encode([text])[0]])


@cache
def shared_multilingual() -> Multilingual:
    """Load the process's one pair of encoders; EncoderMissing when their files are not there."""
    return Multilingual(encoder_folder() / FOLDER)
