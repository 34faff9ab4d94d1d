"""Compute Google's multilingual Universal Sentence Encoder (version 3) with numpy: word pieces, n-grams, their sum.

Its 66 MB of words stay on disk; the rest takes 13 MB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sentencepiece import SentencePieceProcessor

from parcelbot.encoder.alike import alike
from parcelbot.encoder.rows_on_disk import RowsOnDisk

USE_DIMENSIONS = 512
WORDS_FILE, WEIGHTS_FILE, PIECES_FILE = "use_words.npy", "use.npz", "use_pieces.model"
#: The words are kept in so many parts, by the remainder of their id, each with a scale of its own.
WORD_PARTS = 17

_Floats = npt.NDArray[np.float32]
#: Words as an n-gram reads them, and what each says at each of its places.
_Read = tuple[_Floats, list[_Floats]]
_MAX_TOKENS = 128
#: What fits into the processor's cache.
_TOGETHER = 32
#: So many texts share what their pieces say; for more it would take hundreds of megabytes.
_AT_ONCE = 4096
#: Lengths of the n-grams that are read, with how many words of each lie before the one in the middle.
_NGRAMS = ((2, 0), (3, 1), (5, 2))


class MultilingualUse:
    """Encoder of texts in sixteen languages: ar de en es fr it ja ko nl pl pt ru th tr zh."""

    def __init__(self, folder: Path) -> None:
        """Read its files from `folder`; OSError when they are not there."""
        self._pieces = SentencePieceProcessor(model_file=str(folder / PIECES_FILE))
        self._words = RowsOnDisk.open(folder / WORDS_FILE)
        with np.load(folder / WEIGHTS_FILE, allow_pickle=False) as stored:
            self._weights: Mapping[str, _Floats] = dict(stored)

    def encode(self, texts: Sequence[str]) -> _Floats:
        """Give unit vectors of USE_DIMENSIONS numbers, a row each; those of the same length are computed together."""
        ids = [self._pieces.encode(text, add_bos=True, add_eos=True)[:_MAX_TOKENS] for text in texts]
        vectors = np.zeros((len(texts), USE_DIMENSIONS), dtype=np.float32)
        for first in range(0, len(ids), _AT_ONCE):
            self._encode_into(vectors[first : first + _AT_ONCE], ids[first : first + _AT_ONCE])
        return vectors

    def _encode_into(self, vectors: _Floats, ids: Sequence[Sequence[int]]) -> None:
        """Encode some texts; what a piece says wherever it stands is computed once for all of them."""
        distinct = np.unique(np.concatenate([np.array(pieces) for pieces in ids]))
        words = self._word_vectors(distinct)
        read = [self._read(words, length) for length, _ in _NGRAMS]
        for places in alike(ids, _TOGETHER):
            at = np.searchsorted(distinct, np.array([ids[place] for place in places]))
            vectors[places] = self._of_one_length(at, words, read)

    def _of_one_length(self, at: npt.NDArray[np.intp], words: _Floats, read: Sequence[_Read]) -> _Floats:
        """Encode texts given by the places of their pieces, shape (texts, pieces)."""
        length = np.float32(at.shape[1])
        ngrams = [self._ngrams(at, one, *ngram) for one, ngram in zip(read, _NGRAMS, strict=True)]
        features = np.concatenate([words[at], *ngrams], axis=2)
        features = self._normalised(features, "ln_g", "ln_b")
        total = self._line(features.sum(axis=1), "cnn_W") + length * self._weights["cnn_b"]
        return self._condensed(total / np.sqrt(length))

    def _word_vectors(self, ids: npt.NDArray[np.int64]) -> _Floats:
        part = ids % WORD_PARTS
        scale, lowest = self._weights["scale"][part][:, None], self._weights["lo"][part][:, None]
        vectors: _Floats = self._words.rows(ids.tolist()).astype(np.float32) * scale + lowest
        return vectors

    def _read(self, words: _Floats, length: int) -> _Read:
        """Read words as parts of n-grams; gives with it what each says at each place of one, in the first step."""
        projected = self._line(words, f"proj{length}") + self._weights[f"proj_b{length}"]
        read = self._normalised(projected, f"ln_g{length}", f"ln_b{length}")
        return read, [read @ weights for weights in np.split(self._weights[f"w1_{length}"], length)]

    def _ngrams(self, at: npt.NDArray[np.intp], words: _Read, length: int, before: int) -> _Floats:
        read, said = words[0][at], np.zeros((*at.shape, words[0].shape[1]), np.float32)
        for place, says in enumerate(words[1]):
            here, there = _shifted(at.shape[1], place - before)
            said[:, here] += says[at[:, there]]
        read = read + np.maximum(said + self._weights[f"b1_{length}"], 0)
        seen = self._line(_windows(read, length, before), f"w2_{length}") + self._weights[f"b2_{length}"]
        ngrams: _Floats = read + np.maximum(seen, 0)
        return ngrams

    def _condensed(self, mean: _Floats) -> _Floats:
        first = self._line(mean, "p1") + self._line(np.maximum(self._line(mean, "d0"), 0), "d1")
        first = np.maximum(first, 0)
        second = self._line(first, "p3") + self._line(np.maximum(self._line(first, "d2"), 0), "d3")
        vectors = np.tanh(second)
        units: _Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
        return units

    def _line(self, values: _Floats, name: str) -> _Floats:
        """Multiply the last dimension by a matrix; all rows at once, which numpy does twice as fast as text by text."""
        product: _Floats = values.reshape(-1, values.shape[-1]) @ self._weights[name]
        return product.reshape(*values.shape[:-1], -1)

    def _normalised(self, rows: _Floats, gain: str, bias: str) -> _Floats:
        centred = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._weights["eps"].astype(np.float32))
        normalised: _Floats = centred / spread * self._weights[gain] + self._weights[bias]
        return normalised


def _shifted(length: int, by: int) -> tuple[slice, slice]:
    """Give the places that have another so many places behind them (or before, if negative), and those others."""
    most = max(length - abs(by), 0)
    return slice(max(-by, 0), max(-by, 0) + most), slice(max(by, 0), max(by, 0) + most)


def _windows(rows: _Floats, length: int, before: int) -> _Floats:
    """Lay each word's n-gram side by side: (texts, words, length × width), zeros beyond a text's ends."""
    padded = np.pad(rows, ((0, 0), (before, length - 1 - before), (0, 0)))
    return np.concatenate([padded[:, step : step + rows.shape[1]] for step in range(length)], axis=2)
