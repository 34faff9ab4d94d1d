"""Compare the form of a translation with its English: placeholders, buttons, figures, length."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator

from parcelbot.locales.source import EnglishText

#: A shopper's name is seldom known, so a prepared answer may greet without one.
_NAME = "name"
_SPACED = re.compile(r"(?<=\d)[.,\u00a0\u202f' ](?=\d{3}\b)")
_FIGURE = re.compile(r"\d+")
#: Of shorter English nothing can be told from the length.
_LEAST_CHARS = 25
_SHORTEST, _LONGEST = 0.3, 1.9
#: A character of theirs is a syllable or a word.
_DENSE = ("zh", "ja", "ko")
_DENSE_SHORTEST, _DENSE_LONGEST = 0.12, 1.3


def form_findings(source: EnglishText, text: str, buttons: tuple[str, ...]) -> Iterator[str]:
    """Tell what makes a translation impossible to use: what it has no place for, or too much of."""
    if not text.strip():
        yield "empty"
        return
    try:
        theirs = placeholders(text)
    except ValueError as error:
        yield f"a brace that is not a placeholder's ({error})"
        return
    ours = placeholders(source.text)
    if Counter({**theirs, _NAME: 0}) != Counter({**ours, _NAME: 0}):
        yield f"placeholders {_listed(theirs)}, in English {_listed(ours)}"
    if len(buttons) != len(source.buttons):
        yield f"{len(buttons)} buttons, in English {len(source.buttons)}"
    if not all(title.strip() for title in buttons):
        yield "a button without a title"


def figure_findings(source: EnglishText, text: str) -> Iterator[str]:
    """Tell which figures of the English are missing, or new."""
    ours, theirs = _figures(source.text), _figures(text)
    if ours != theirs:
        yield f"figures {_listed(theirs)}, in English {_listed(ours)}"


def length_findings(language: str, source: EnglishText, text: str) -> Iterator[str]:
    """Tell a translation that is too short or too long to say the same."""
    if len(source.text) < _LEAST_CHARS:
        return
    ratio = len(text) / len(source.text)
    least, most = (_DENSE_SHORTEST, _DENSE_LONGEST) if language in _DENSE else (_SHORTEST, _LONGEST)
    if not least <= ratio <= most:
        yield f"{ratio:.1f} times as long as the English"


def placeholders(text: str) -> Counter[str]:
    """Count the placeholders of a text; ValueError for a brace that stands alone."""
    parsed = list(string.Formatter().parse(text))
    if any(name is not None and not name.isidentifier() for _, name, _, _ in parsed):
        raise ValueError("a placeholder has a name of letters")
    return Counter(name for _, name, _, _ in parsed if name)


def without_placeholders(text: str) -> str:
    """Give the words around the placeholders."""
    return " ".join(words for words, *_ in string.Formatter().parse(text)).strip()


def _figures(text: str) -> Counter[str]:
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in without_placeholders(text))
    return Counter(_FIGURE.findall(_SPACED.sub("", digits)))


def _listed(counted: Counter[str]) -> str:
    return ", ".join(sorted(counted.elements())) or "none"
