"""Load the words of English, from symspellpy's dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import islice

import numpy as np


def common_words(most: int) -> list[str]:
    """List at most so many words in lower case, the commonest first."""
    return list(islice(_words(), most))


class EnglishWords:
    """Some 80,000 words in lower case, in one sorted table: a set of them would take six times as much memory."""

    def __init__(self) -> None:
        self._sorted = np.sort(np.array([word.encode() for word in _words()]))

    def __contains__(self, word: str) -> bool:
        """Tell whether it is a word of English."""
        written = word.encode()
        at = int(np.searchsorted(self._sorted, written))
        return at < len(self._sorted) and bool(self._sorted[at] == written)


def _words() -> Iterator[str]:
    with (files("symspellpy") / "frequency_dictionary_en_82_765.txt").open(encoding="utf-8-sig") as lines:
        for line in lines:
            yield line.split(" ", 1)[0]
