"""Read single rows of a large table from disk: a message needs some dozens of a quarter of a million.

Mapped into memory the table would soon count as the process's own; read this way only the rows are.
"""

from __future__ import annotations

import os
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import numpy as np
import numpy.typing as npt


class RowsOnDisk:
    """Rows of one table in an open file; several threads may read at once."""

    def __init__(self, file: int, start: int, row: npt.DTypeLike, shape: tuple[int, ...]) -> None:
        """Read from the descriptor `file`, where from byte `start` on each row is of this type and shape."""
        self._file, self._start = file, start
        self._type, self._shape = np.dtype(row), shape
        self._row_bytes = int(np.prod(shape)) * self._type.itemsize

    @classmethod
    def open(cls, path: Path) -> RowsOnDisk:
        """Open a `.npy` file of bytes; OSError when it is not there, ValueError when it holds something else."""
        table = np.load(path, mmap_mode="r", allow_pickle=False)
        if table.dtype != np.uint8:
            raise ValueError(f"{path.name} holds no bytes")
        return cls(os.open(path, os.O_RDONLY | os.O_CLOEXEC), int(table.offset), table.dtype, table.shape[1:])

    @classmethod
    def put(cls, table: npt.NDArray[Any]) -> RowsOnDisk:
        """Put a table into a file that has no name and ends with the process."""
        with TemporaryFile() as file:
            file.write(np.ascontiguousarray(table).data)
            file.flush()
            return cls(os.dup(file.fileno()), 0, table.dtype, table.shape[1:])

    def rows(self, places: npt.ArrayLike) -> npt.NDArray[Any]:
        """Give the rows at `places`, in that order; rows that follow each other are read at once."""
        asked = np.asarray(places, dtype=np.intp)
        firsts, counts = _runs(asked)
        starts, lengths = (firsts * self._row_bytes + self._start).tolist(), (counts * self._row_bytes).tolist()
        read = b"".join(map(os.pread, repeat(self._file), lengths, starts))
        return np.frombuffer(read, self._type).reshape(len(asked), *self._shape)


def _runs(places: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Cut places into runs that follow each other: the first of each, and how many they are."""
    begins = np.flatnonzero(np.diff(places, prepend=-2) != 1)
    return places[begins], np.diff(begins, append=len(places))
