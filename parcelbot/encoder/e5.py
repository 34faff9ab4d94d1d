"""Compute multilingual-e5-small on onnxruntime; its quarter of a million words stay on disk, in 4 bit."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession
from sentencepiece import SentencePieceProcessor

from parcelbot.encoder import one_thread
from parcelbot.encoder.blocks import unpacked
from parcelbot.encoder.rows_on_disk import RowsOnDisk

E5_DIMENSIONS = 384
MODEL_FILE, WORDS_FILE = "e5.onnx", "e5_words.npy"
PIECES_FILE, CHARACTERS_FILE = "e5_pieces.model", "e5_characters.json"

#: The model has learnt to read what follows this as a question.
_PREFIX = "query: "
_MAX_TOKENS = 128


class E5Small:
    """Encoder of texts in a hundred languages."""

    def __init__(self, folder: Path) -> None:
        """Read its files from `folder`; OSError when they are not there."""
        self._session = InferenceSession(str(folder / MODEL_FILE), one_thread(), providers=["CPUExecutionProvider"])
        self._words = RowsOnDisk(folder / WORDS_FILE)
        self._pieces = SentencePieceProcessor(model_file=str(folder / PIECES_FILE))
        characters = json.loads((folder / CHARACTERS_FILE).read_text(encoding="utf-8"))
        self._characters = {int(source): target for source, target in characters.items()}

    def encode(self, text: str) -> npt.NDArray[np.float32]:
        """Give the unit vector of E5_DIMENSIONS numbers."""
        ids = self._pieces.encode((_PREFIX + text).translate(self._characters), add_bos=True, add_eos=True)
        words = unpacked(self._words.rows(ids[:_MAX_TOKENS]))
        mean = self._session.run(["mean"], {"words": words[np.newaxis]})[0][0]
        unit: npt.NDArray[np.float32] = (mean / np.linalg.norm(mean)).astype(np.float32)
        return unit
