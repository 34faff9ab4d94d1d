"""Read what one language says about a case: it is left, dropped, taken back, "by when". Pure.

English is read by rules of its own; all other languages by these, which come as data (`cases` and `taken_back` in
`locales/phrases/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.text.phrases import (
    GLUED,
    a_word,
    anywhere,
    clauses_of,
    folded,
    only,
    pattern_of,
    stated,
)
from parcelbot.core.reading.text.together import are_together

#: The end of an inflected word, and one small word.
_LITTLE_MORE = r"\w{0,4}(?: \w{1,8})?"


@dataclass(frozen=True)
class CaseLists:
    """The phrases of one language.

    `says` are phrases by what they say about a case, `together` what one phrase each of two lists says in one clause.
    `leaves_it` leaves it, with nothing besides but what stands `around`; `sends_nothing` drops it only at the end of
    a clause, and where `another` may send nothing, nothing is refused. `when` and `answers` together ask by when
    somebody writes. `taken_back` are words by matter that one of `taken_back_by` denies, not those of a clause with
    one of `both`: that still calls off one.
    """

    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    leaves_it: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    sends_nothing: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    taken_back_by: tuple[str, ...] = ()
    taken_back: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    both: tuple[str, ...] = ()


class CasePhrases:
    """Reader of what one language says about a case, whatever the case and the accents of a message."""

    def __init__(self, lists: CaseLists) -> None:
        self._says = {name: anywhere(phrases) for name, phrases in lists.says.items()}
        self._together = {name: tuple(map(anywhere, pair)) for name, pair in lists.together.items()}
        self._leaves_it, self._left = only((*lists.leaves_it, *lists.around)), a_word(lists.leaves_it)
        self._sends_nothing, self._another = _at_the_end(lists.sends_nothing), anywhere(lists.another)
        self._when, self._answers = anywhere(lists.when), anywhere(lists.answers)
        self._by, self._both = anywhere(lists.taken_back_by), anywhere(lists.both)
        self._taken_back = {matter: anywhere(words) for matter, words in lists.taken_back.items()}

    def says(self, text: str) -> Iterator[str]:
        """Name what a message says about a case; `not_<matter>` for what it takes back."""
        statements, clauses = stated(text), [folded(clause) for clause in clauses_of(text)]
        yield from (name for name in self._says if self._is_said(name, statements))
        yield from (name for name, pair in self._together.items() if are_together(pair, clauses))
        yield from self._of_the_whole(folded(text))
        if any(self._sends_nothing.search(words) and not self._another.search(words) for words in statements):
            yield Said.DROPS_IT.value
        denied = [words for words in statements if self._by.search(words) and not self._both.search(words)]
        denied += self._echoed(text)
        yield from (f"not_{matter}" for matter, words in self._taken_back.items() if any(map(words.search, denied)))

    def _of_the_whole(self, whole: str) -> Iterator[str]:
        if self._leaves_it.fullmatch(whole) and self._left.search(whole):
            yield Said.LEAVES_IT.value
        if self._when.search(whole) and self._answers.search(whole):
            yield Said.WHEN_ANSWERED.value

    def _echoed(self, text: str) -> list[str]:
        """List what is repeated as a question, and denied right after it: "another address? I never asked for that"."""
        after = [(one, folded(other)) for one, other in pairwise(clauses_of(text))]
        return [folded(one) for one, other in after if one.rstrip()[-1:] in "?？؟" and self._by.search(other)]

    def _is_said(self, name: str, statements: Sequence[str]) -> bool:
        """Tell whether a clause says it; "I won't wait any longer" refuses, and drops nothing."""
        refuses = self._says.get(Said.REFUSES.value) if name == Said.DROPS_IT else None
        said = filter(self._says[name].search, statements)
        return any(refuses is None or not refuses.search(words) for words in said)


def _at_the_end(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match a clause that ends with one of the phrases: "don't send it", and not "don't send it to my old address"."""
    one_of = "|".join(f"{pattern_of(phrase)}{'.{0,6}' if GLUED.search(phrase) else _LITTLE_MORE}" for phrase in phrases)
    return re.compile(rf"(?:{one_of})$" if one_of else r"(?!)")
