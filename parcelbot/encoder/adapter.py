"""Keep what was learnt beside the published weights: `adapter.npz`, written by `make tune`, kept in git."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from parcelbot.encoder import EncoderKind, Vectors

PATH = Path(__file__).with_name("adapter.npz")
#: Texts whose vectors are stored with the adapter: the rebuilt encoders must give nearly the same.
PROBES = (
    "my tracking hasn't moved for 9 days, LP00123456789012",
    "what does held by customs mean?",
    "It says delivered but it isn't here and I was home all day",
    "hi",
    "how tall is the eiffel tower",
)
_PROBED = {EncoderKind.PUBLISHED: "probes.published", EncoderKind.TUNED: "probes.tuned"}


def write(
    adapters: Mapping[str, npt.NDArray[np.float16]], probed: Mapping[EncoderKind, Vectors], path: Path = PATH
) -> None:
    """Keep what was learnt, and with it each encoder's vectors of PROBES, one row each."""
    vectors = {name: probed[kind].astype(np.float32) for kind, name in _PROBED.items()}
    arrays: dict[str, Any] = {**adapters, **vectors}
    np.savez_compressed(path, **arrays)


def probed(kind: EncoderKind, path: Path = PATH) -> Vectors:
    """Read the vectors of PROBES as they were when the adapter was learnt, one row each."""
    with np.load(path, allow_pickle=False) as stored:
        vectors: Vectors = stored[_PROBED[kind]]
        return vectors
