"""Find the phrase that means most nearly what a text means, whatever the language of either."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from parcelbot.encoder import Vectors

#: Each encoder's vector has length 1.
_ENCODERS = 2


@dataclass(frozen=True)
class NearestPhrase:
    """Phrases by their meaning: a vector each, and what each stands for."""

    vectors: Vectors
    values: tuple[str, ...]

    def find(self, vector: Vectors) -> tuple[str, float]:
        """Give what the nearest phrase stands for, and the mean of both encoders' cosines."""
        cosines = self.vectors @ vector / _ENCODERS
        best = int(cosines.argmax())
        return self.values[best], float(cosines[best])

    def save(self, path: Path) -> None:
        """Write to a `.npz` file."""
        np.savez(path, vectors=self.vectors, values=np.array(self.values))

    @classmethod
    def load(cls, path: Path) -> NearestPhrase:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["vectors"], tuple(map(str, stored["values"])))
