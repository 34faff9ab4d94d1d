"""Unpack numbers kept in 4 bit: blocks of 32 with one scale each, as published weights of e5 are stored."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BLOCK_VALUES = 32
#: A float16 scale, then 16 bytes: the first 16 values in their low halves, the others in the high ones.
BLOCK_BYTES = 2 + BLOCK_VALUES // 2
_MIDDLE = 8


def unpacked(blocks: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Give the numbers of rows of blocks: (rows, blocks, BLOCK_BYTES) becomes (rows, blocks × BLOCK_VALUES)."""
    scales = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
    values: npt.NDArray[np.float32] = (halves.astype(np.float32) - _MIDDLE) * scales
    return values.reshape(len(blocks), -1)
