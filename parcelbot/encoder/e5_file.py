"""Read multilingual-e5-small from the file that its package carries: `e5-small-q4.bin`, 4 bit, everything in one.

Numbers are little-endian. Magic `E5S1`; at byte 8 seven int32 (width, layers, heads, inner width, words, positions,
types), a float32 and an int32. Then the word pieces: five int32 (count, begin, end, pad, unknown), uint64 length of
their text, uint32 offsets, float32 scores, the text; int32 count and uint32 length of a table of characters (uint32
from, uint8 how many, uint32 each to). Then int32 count of tensors (uint16 length of name, name, uint8 kind, uint32
count, uint64 place, uint64 length). Matrices are rows of blocks.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from parcelbot.encoder.blocks import BLOCK_BYTES, BLOCK_VALUES, unpacked

_MAGIC = b"E5S1"
_SIZES = "<7ifi"
_ENTRY = "<BIQQ"
_MATRIX = 1
#: What a tensor is called in the file, and in the weights as published.
_LAYER_NAMES = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm", "fi": "intermediate.dense",
    "fo": "output.dense", "oln": "output.LayerNorm",
}  # fmt: skip
_ENDINGS = {"w": "weight", "b": "bias"}
_TABLES = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
}
_WORDS = "emb.word"
#: How many times wider a layer is inside.
_INNER = 4
_Values = npt.NDArray[Any]


@dataclass(frozen=True)
class WordPieces:
    """Word pieces in the order of their ids, and what becomes of a character before words are cut."""

    texts: tuple[str, ...]
    scores: npt.NDArray[np.float32]
    begin: int
    end: int
    pad: int
    unknown: int
    characters: Mapping[int, str]


@dataclass(frozen=True)
class E5File:
    """Content of the file. `words` are blocks, (words, blocks a row, bytes a block); `weights` float32 by name."""

    pieces: WordPieces
    words: npt.NDArray[np.uint8]
    weights: Mapping[str, npt.NDArray[np.float32]]


def read_e5(path: Path) -> E5File:
    """Read the whole file; ValueError when it is another kind of file."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path.name} is no file of this kind")
    width = struct.unpack_from(_SIZES, data, 8)[0]
    pieces, at = _pieces(data, 8 + struct.calcsize(_SIZES))
    tensors = dict(_tensors(data, at))
    words = tensors.pop(_WORDS).reshape(-1, width // BLOCK_VALUES, BLOCK_BYTES)
    return E5File(pieces, words, dict(_weight(name, values, width) for name, values in tensors.items()))


def _pieces(data: bytes, at: int) -> tuple[WordPieces, int]:
    """Read pieces and characters; gives them and where the tensors' list begins."""
    count, begin, end, pad, unknown, length = struct.unpack_from("<5iQ", data, at)
    at += struct.calcsize("<5iQ")
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + offsets.nbytes)
    at += offsets.nbytes + scores.nbytes
    ends = offsets.tolist()
    texts = tuple(data[at + start : at + stop].decode() for start, stop in pairwise(ends))
    at += length
    number, size = struct.unpack_from("<iI", data, at)
    at += 8
    characters = dict(_characters(data, at, number))
    return WordPieces(texts, scores, begin, end, pad, unknown, characters), at + size


def _characters(data: bytes, at: int, count: int) -> Iterator[tuple[int, str]]:
    for _ in range(count):
        source, length = struct.unpack_from("<IB", data, at)
        yield source, "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
        at += 5 + 4 * length


def _tensors(data: bytes, at: int) -> Iterator[tuple[str, _Values]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, values, place, size = struct.unpack_from(_ENTRY, data, at + 2 + length)
        at += 2 + length + struct.calcsize(_ENTRY)
        yield name, _blocks(data, place, size) if kind == _MATRIX else np.frombuffer(data, "<f4", values, place)


def _blocks(data: bytes, place: int, size: int) -> npt.NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8, size, place).reshape(-1, BLOCK_BYTES)


def _weight(name: str, values: _Values, width: int) -> tuple[str, npt.NDArray[np.float32]]:
    """Give a tensor its published name and form: matrices of layers as (outputs, inputs)."""
    if name in _TABLES:
        return _TABLES[name], values.reshape(-1, width).astype(np.float32)
    layer, part, ending = name.rsplit(".", 2)
    if layer == "emb":
        return f"embeddings.LayerNorm.{_ENDINGS[ending]}", values.astype(np.float32)
    published = f"encoder.layer.{layer.removeprefix('l')}.{_LAYER_NAMES[part]}.{_ENDINGS[ending]}"
    if values.ndim == 1:
        return published, values.astype(np.float32)
    inputs = _INNER * width if part == "fo" else width
    return published, unpacked(values.reshape(-1, inputs // BLOCK_VALUES, BLOCK_BYTES))
