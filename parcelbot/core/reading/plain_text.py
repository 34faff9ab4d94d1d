"""Bring a shopper's text into the plain form that word lists are written for."""

from __future__ import annotations

import re

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SPACES = re.compile(r"\s+")
#: Apostrophes that are left out in a hurry, before an s and before a t.
_WITHOUT_S = re.compile(r"\b(what|who|where|how|that|there|here)s\b")
_WITHOUT_T = re.compile(r"\b(ca|do|did|does|wo|is|was|are|have|has|had|could|would|should)nt\b")
_MOST_CHARACTERS = 2000


def plain_text(text: str) -> str:
    """Write `text` in lower case, with straight apostrophes, all of them, and single spaces; its first 2000 characters.

    More is not read: nobody hides a fire behind so many words, and a flood must not take time.
    """
    plain = _SPACES.sub(" ", text[:_MOST_CHARACTERS].translate(_APOSTROPHES).lower())
    return _WITHOUT_T.sub(r"\1n't", _WITHOUT_S.sub(r"\1's", plain))
