"""Bring a shopper's text into the plain form that word lists are written for."""

from __future__ import annotations

import re
import unicodedata

#: What a text says by itself is kept for so many texts: each turn of a case looks again at all that was said for it.
TEXTS_KEPT = 4096
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_SPACES = re.compile(r"\s+")
#: Apostrophes that are left out in a hurry, before an s and before a t.
_WITHOUT_S = re.compile(r"\b(what|who|where|how|that|there|here)s\b")
_WITHOUT_T = re.compile(r"\b(ca|do|did|does|wo|is|was|are|have|has|had|could|would|should)nt\b")
_MOST_CHARACTERS = 2000
_KANA, _UNSPACED = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
#: Letters that make up a word, roughly, where no blanks tell words apart.
_LETTERS_A_WORD, _KANA_A_WORD = 2, 3
_WORD = re.compile(r"\S*\w\S*")
_ACCENTS = re.compile("[\u0300-\u036f]")
#: Letters that accents do not explain, and how people without that keyboard write them.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е"}
)
_QUESTION_MARK = re.compile(r"[?？؟]")


def count_said(text: str) -> int:
    """Count the words that blanks tell apart; where a script has none, two letters are one, three of kana."""
    unspaced = _UNSPACED.findall(text)
    if not unspaced:
        return len(text.split())
    kana = len(_KANA.findall(text))
    words = len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return words + -(-kana // _KANA_A_WORD) + -(-(len(unspaced) - kana) // _LETTERS_A_WORD)


def has_question_mark(text: str) -> bool:
    """Tell whether a text has the mark of a question, in any script."""
    return _QUESTION_MARK.search(text) is not None


def without_accents(text: str) -> str:
    """Write a text as people do who leave accents out, in lower case; kana keep their marks, which are no accents."""
    letters = unicodedata.normalize("NFD", text.lower().translate(_PLAIN_LETTERS))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", letters))


def plain_text(text: str) -> str:
    """Write `text` in lower case, with straight apostrophes, all of them, and single spaces; its first 2000 characters.

    More is not read: nobody hides a fire behind so many words, and a flood must not take time.
    """
    plain = _SPACES.sub(" ", text[:_MOST_CHARACTERS].translate(_APOSTROPHES).lower())
    return _WITHOUT_T.sub(r"\1n't", _WITHOUT_S.sub(r"\1's", plain))
