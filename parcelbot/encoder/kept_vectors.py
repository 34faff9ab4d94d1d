"""Keep the vectors of texts that are learnt from again and again beside the encoders: encoding them takes minutes."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from parcelbot.encoder.preparing import MANIFEST

Vectors = npt.NDArray[np.float32]

#: Beyond so many (100 MB) only those of the last lesson stay.
_MOST = 60_000


def encode_once(
    texts: Sequence[str], folder: Path, encode: Callable[[Sequence[str]], Vectors], lesson: str = "examples"
) -> Vectors:
    """Give a row for each text, encoding only those that are not in `folder` yet, and keep them there by `lesson`.

    Rows made by other encoders are not used. Numbers are kept in 16 bit, and given so also the first time. While one
    process encodes a lesson, another that needs it waits, and finds it done.
    """
    made_by = (folder / MANIFEST).read_bytes()
    keys = [hashlib.sha256(made_by + text.encode()).hexdigest() for text in texts]
    file = folder / f"{lesson}.npz"
    with _alone(folder / f"{lesson}.lock"):
        kept = _read(file)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
        if missing:
            kept.update(zip(missing, encode(list(missing.values())).astype(np.float16), strict=True))
            _write(file, kept if len(kept) <= _MOST else {key: kept[key] for key in keys})
    return np.stack([kept[key] for key in keys]).astype(np.float32)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock that the system gives back when the process ends, however it ends."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> dict[str, Vectors]:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def _write(path: Path, kept: dict[str, Vectors]) -> None:
    """Write beside the file first, so that nobody reads half of it; each process writes a file of its own."""
    beside = path.with_name(f"new-{os.getpid()}-{path.name}")
    np.savez(beside, keys=np.array(list(kept)), vectors=np.stack(list(kept.values())))
    beside.replace(path)
