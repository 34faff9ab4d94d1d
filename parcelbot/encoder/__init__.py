"""Encode sentences: all-MiniLM-L6-v2 on onnxruntime, one thread, from files prepared at set-up.

One is as published, the other tuned on our examples: it draws together texts that ask the same, which is what
intents need, and pays for it with finer likeness. Which one is meant is always said.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from parcelbot.encoder.kept_vectors import Vectors as Vectors
from parcelbot.encoder.kept_vectors import encode_once
from parcelbot.settings.variables import encoder_folder

DIMENSIONS = 384
#: The published model's own limit is 256 word pieces; a chat message needs a quarter of that.
MAX_TOKENS = 128
#: How many texts' vectors are kept (38 MB when full): people write "yes" often, and cross-validation returns to each.
REMEMBERED = 24576
#: No more texts than a conversation brings at once: for them starting threads takes longer than it saves.
_FEW = 16


class EncoderKind(Enum):
    """The encoder as published, or as tuned on our examples; the value is its file's name."""

    PUBLISHED = "published.onnx"
    """For how like any two texts are."""
    TUNED = "tuned.onnx"
    """For which question a text asks."""


TOKENIZER_FILE = "tokenizer.json"


class EncoderMissing(RuntimeError):
    """The encoder's files are not there: `make setup` makes them."""


class MiniLm:
    """Turns texts into unit vectors whose dot product is their cosine similarity."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        self._session = onnxruntime.InferenceSession(str(model), one_thread(), providers=["CPUExecutionProvider"])
        self._tokenizer = open_tokenizer(tokenizer)
        self._model = model
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._encode_one)

    @classmethod
    def from_folder(cls, folder: Path, kind: EncoderKind) -> MiniLm:
        """Load model and tokenizer from `folder`; EncoderMissing when they are not there."""
        model, tokenizer = folder / kind.value, folder / TOKENIZER_FILE
        if not (model.is_file() and tokenizer.is_file()):
            raise EncoderMissing(f"no sentence encoder in {folder}: run `python -m parcelbot.encoder` once")
        return cls(model, tokenizer)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one row of DIMENSIONS for each text, of length 1; shape (0, DIMENSIONS) for no texts.

        Texts go through one by one, many of them on all cores: quantised activations depend on their whole
        batch, and a text must get the same vector in training as in a chat.
        """
        rows = self._side_by_side(texts) if len(texts) > _FEW else [self._remembered(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), dtype=np.float32)

    def encode_lesson(self, texts: Sequence[str], lesson: str) -> Vectors:
        """Give the same as `encode` in 16 bit, what was encoded before for the lesson of this name from disk."""
        return encode_once(texts, self._model.parent, self.encode, f"{self._model.stem}-{lesson}")

    def _side_by_side(self, texts: Sequence[str]) -> list[Vectors]:
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            return list(workers.map(self._remembered, texts))

    def _encode_one(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        mean = self._session.run(["mean"], {"input_ids": ids})[0][0]
        unit: Vectors = (mean / np.linalg.norm(mean)).astype(np.float32)
        return unit


def open_tokenizer(path: Path) -> Any:
    """Load a tokenizer that cuts texts into at most MAX_TOKENS word pieces and fills none up."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def one_thread() -> Any:
    """Allow one thread: a message is too short to share out, and idle workers would spin on the CPU.

    Without an arena a session takes 8 MB less, and as long.
    """
    options = onnxruntime.SessionOptions()
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return options


@cache
def shared_encoder(kind: EncoderKind) -> MiniLm:
    """Load the process's one encoder of a kind (40 MB); EncoderMissing when its files are not there."""
    return MiniLm.from_folder(encoder_folder(), kind)
