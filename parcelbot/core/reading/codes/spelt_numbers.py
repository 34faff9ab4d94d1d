"""Write numbers that are spelt out in figures: "seven four one five" and "seventy-four fifteen" are 7415."""

from __future__ import annotations

import re

_ONES = {
    "zero": "0", "nought": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TEENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7",
    "eighty": "8", "ninety": "9",
}  # fmt: skip
#: What is counted in words: "two of the five", "a day".
COUNTS = {word: int(figures) for word, figures in _ONES.items() if word not in ("zero", "nought", "oh")}
COUNTS |= {"ten": 10, "eleven": 11, "twelve": 12, "a": 1, "an": 1}
_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_PART = rf"(?:(?:{_TEN})(?:[\s-]+(?:{_ONE}))?|{_TEEN}|(?:double\s+)?(?:{_ONE})|\d)"
_SPELT = re.compile(rf"\b{_PART}(?:[\s,-]+{_PART})+\b", re.IGNORECASE)
_PIECE = re.compile(
    rf"(?P<ten>{_TEN})(?:[\s-]+(?P<unit>{_ONE}))?|(?P<teen>{_TEEN})|(?P<double>double\s+)?(?P<one>{_ONE})"
    rf"|(?P<figure>\d)",
    re.IGNORECASE,
)
_A_WORD = re.compile(r"[a-z]", re.IGNORECASE)
#: Fewer figures count something: "two or three", "twenty one days".
_FEWEST_FIGURES = 4


def count_of(word: str) -> int:
    """Give the number that a word of `COUNTS` or a figure stands for."""
    return int(word) if word.isdigit() else COUNTS[word.casefold()]


def in_figures(text: str) -> str:
    """Write every number of four figures or more that is spelt out in figures; the rest stays as it is."""
    return _SPELT.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    figures = "".join(_of_piece(piece) for piece in _PIECE.finditer(match[0]))
    return figures if len(figures) >= _FEWEST_FIGURES and _A_WORD.search(match[0]) else match[0]


def _of_piece(piece: re.Match[str]) -> str:
    if piece["figure"]:
        return piece["figure"]
    if piece["teen"]:
        return _TEENS[piece["teen"].lower()]
    if piece["ten"]:
        return _TENS[piece["ten"].lower()] + (_ONES[piece["unit"].lower()] if piece["unit"] else "0")
    return _ONES[piece["one"].lower()] * (2 if piece["double"] else 1)
