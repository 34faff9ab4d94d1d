"""Compute multilingual-e5-small on onnxruntime; its quarter of a million words stay on disk, in 4 bit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession
from sentencepiece import SentencePieceProcessor

from parcelbot.encoder import one_thread
from parcelbot.encoder.alike import alike
from parcelbot.encoder.blocks import unpacked
from parcelbot.encoder.rows_on_disk import RowsOnDisk

E5_DIMENSIONS = 384
MODEL_FILE, WORDS_FILE = "e5.onnx", "e5_words.npy"
PIECES_FILE, CHARACTERS_FILE = "e5_pieces.model", "e5_characters.json"

#: The model has learnt to read what follows this as a question.
_PREFIX = "query: "
_MAX_TOKENS = 128
#: More at once save no more time.
_TOGETHER = 8

_Floats = npt.NDArray[np.float32]


class E5Small:
    """Encoder of texts in a hundred languages."""

    def __init__(self, folder: Path) -> None:
        """Read its files from `folder`; OSError when they are not there."""
        self._session = InferenceSession(str(folder / MODEL_FILE), one_thread(), providers=["CPUExecutionProvider"])
        self._words = RowsOnDisk.open(folder / WORDS_FILE)
        self._pieces = SentencePieceProcessor(model_file=str(folder / PIECES_FILE))
        characters = json.loads((folder / CHARACTERS_FILE).read_text(encoding="utf-8"))
        self._characters = {int(source): target for source, target in characters.items()}

    def encode(self, text: str) -> _Floats:
        """Give the unit vector of E5_DIMENSIONS numbers."""
        vector: _Floats = self.encode_many([text])[0]
        return vector

    def encode_many(self, texts: Sequence[str], each: Callable[..., Iterable[_Floats]] = map) -> _Floats:
        """Give a row for each text; those of one length go through together, in half of the time one by one takes.

        `each` may be the `map` of a pool. Quantised activations depend on all that goes through with a text, so
        its row is not quite that of `encode`: their cosine is 0.997, 0.99 at worst.
        """
        ids = [self._ids(text) for text in texts]
        groups = list(alike(ids, _TOGETHER))
        vectors = np.zeros((len(texts), E5_DIMENSIONS), dtype=np.float32)
        rows = each(self._of_one_length, [[ids[place] for place in places] for places in groups])
        for places, units in zip(groups, rows, strict=True):
            vectors[places] = units
        return vectors

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._pieces.encode((_PREFIX + text).translate(self._characters), add_bos=True, add_eos=True)
        return ids[:_MAX_TOKENS]

    def _of_one_length(self, ids: Sequence[Sequence[int]]) -> _Floats:
        words = unpacked(self._words.rows([piece for pieces in ids for piece in pieces]))
        [means] = self._session.run(["mean"], {"words": words.reshape(len(ids), -1, E5_DIMENSIONS)})
        units: _Floats = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        return units
