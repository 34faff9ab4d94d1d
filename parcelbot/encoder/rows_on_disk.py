"""Read single rows of a large table from disk: a message needs twenty of a quarter of a million.

Mapped into memory the table would soon count as the process's own; read this way only the rows are.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt


class RowsOnDisk:
    """Rows of bytes in a `.npy` file; several threads may read at once."""

    def __init__(self, path: Path) -> None:
        """Open the file; OSError when it is not there, ValueError when it holds something else."""
        table = np.load(path, mmap_mode="r", allow_pickle=False)
        if table.dtype != np.uint8:
            raise ValueError(f"{path.name} holds no bytes")
        self._start = int(table.offset)
        self._shape: tuple[int, ...] = table.shape[1:]
        self._row_bytes = int(np.prod(self._shape))
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)

    def rows(self, places: Sequence[int]) -> npt.NDArray[np.uint8]:
        """Give the rows at `places`, in that order, each in the shape it was stored in."""
        read = b"".join(
            os.pread(self._file, self._row_bytes, self._start + place * self._row_bytes) for place in places
        )
        return np.frombuffer(read, np.uint8).reshape(len(places), *self._shape)
