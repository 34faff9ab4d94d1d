"""Bring a shopper's text into the plain form that word lists are written for."""

from __future__ import annotations

import re

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SPACES = re.compile(r"\s+")
_MOST_CHARACTERS = 2000


def plain_text(text: str) -> str:
    """Write `text` in lower case, with straight apostrophes and single spaces; its first 2000 characters.

    More is not read: nobody hides a fire behind so many words, and a flood must not take time.
    """
    return _SPACES.sub(" ", text[:_MOST_CHARACTERS].translate(_APOSTROPHES).lower())
