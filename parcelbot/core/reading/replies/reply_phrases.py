"""Read a reply in one language: yes, no, thanks, and whatever else its readers find in the message. Pure.

English is read by rules of its own; all other languages by these, which come as data (`replies` in `locales/phrases/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.intents import AFFIRM, DENY
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.replies.advice_denied import DENIES_FIRST
from parcelbot.core.reading.text.clauses import opening
from parcelbot.core.reading.text.phrases import GLUED, a_word, begins, folded, only

_FEWEST_WORDS_OF_A_NO = 2
_FEWEST_LEFT, _FEWEST_GLUED_LEFT = 2, 3
_MOST_THANKED = 6
_SENTENCE_END = re.compile(r"(?<=[.!?;\n])\s+|(?<=[。！？；])\s*(?=\S)")
_LETTER = re.compile(r"\w")


class Reader(Protocol):
    """Reader of what a message says, by the phrases of one language."""

    def says(self, text: str) -> Iterable[str]:
        """Name what a message says."""


@dataclass(frozen=True)
class ReplyLists:
    """The phrases of one language.

    A message of nothing but `yes`, `no`, `around` and `thanks` is an answer; one "no" among them makes it a no. Before
    more words `thanks` are only polite, unless one of `thanks_for` follows.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    thanks_for: tuple[str, ...] = ()


class ReplyPhrases:
    """Reader of one language's answers, whatever the case and the accents of a message."""

    def __init__(self, lists: ReplyLists, readers: Sequence[Reader] = ()) -> None:
        self._yes, self._no = a_word(lists.yes), a_word(lists.no)
        self._only = only((*lists.yes, *lists.no, *lists.around, *lists.thanks))
        self._thanks, self._thanked = only(lists.thanks), begins(lists.thanks_for)
        self._glued_thanks = tuple(sorted(lists.thanks, key=len, reverse=True))
        self._readers = tuple(readers)

    def answers(self, text: str) -> str:
        """Name the yes or no that a message is and nothing besides; "" for none."""
        words = folded(text)
        if not self._only.fullmatch(words):
            return ""
        if self._no.search(words):
            return DENY
        return AFFIRM if self._yes.search(words) else ""

    def opens_with(self, text: str) -> str:
        """Name the yes or no that a message is or begins with; a bare "no" before more may deny anything."""
        lead = opening(text)
        found = self.answers(text) or (self.answers(lead) if lead else "")
        is_bare = found == DENY and bool(lead) and len(folded(lead).split()) < _FEWEST_WORDS_OF_A_NO
        return "" if is_bare and not self.answers(text) else found

    def without_thanks(self, text: str) -> str:
        """Give what follows a greeting or thanks, if enough does; the text itself where nothing can be left out."""
        rest = self._rest(text)
        enough = _FEWEST_GLUED_LEFT if GLUED.search(rest) and " " not in rest else _FEWEST_LEFT
        count = len(_LETTER.findall(rest)) if " " not in rest and GLUED.search(rest) else len(rest.split())
        return rest if count >= enough and not self._thanked.match(folded(rest)) else text

    def says(self, text: str) -> tuple[str, ...]:
        """List what a message says besides: where it denies or agrees, and all that the readers find in it."""
        found = (said for reader in self._readers for said in reader.says(text))
        return (*self._denies_or_agrees(text), *found)

    def _denies_or_agrees(self, text: str) -> Iterator[str]:
        lead = opening(text)
        if lead and self.answers(lead) == DENY:
            yield DENIES_FIRST
        *before, last = _SENTENCE_END.split(text.strip())
        if before and self.answers(last) == AFFIRM:
            yield Said.AGREES_LAST.value

    def _rest(self, text: str) -> str:
        """Give the text after the longest run of thanks that it begins with."""
        parts = text.split()
        for count in range(min(_MOST_THANKED, len(parts) - 1), 0, -1):
            if self._thanks.fullmatch(folded(" ".join(parts[:count]))):
                return " ".join(parts[count:])
        return _after_glued(text.strip(), self._glued_thanks)


def _after_glued(text: str, thanks: Iterable[str]) -> str:
    """Give the text after thanks of a script that has no blanks between words."""
    for phrase in thanks:
        if GLUED.search(phrase) and text.startswith(phrase):
            return text[len(phrase) :].lstrip(" 。、，,.!！~～\n")
    return text
