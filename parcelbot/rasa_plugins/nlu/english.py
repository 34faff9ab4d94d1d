"""Load the words of English, from symspellpy's dictionary."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def english_words() -> tuple[str, ...]:
    """Load some 80,000 words in lower case, the commonest first."""
    lines = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    return tuple(line.split(" ", 1)[0] for line in lines)
