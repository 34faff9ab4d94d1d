"""Describe the form of a question: all that its words tell of how it asks, whatever it asks about. Pure.

One description for every language. Whether a yes or no answers it stands in `openness.py`, what its word asks for in
`asked_for.py`, what it supposes in `supposed.py`, and how it asks without a mark in `unmarked_questions.py`. English is
read when it is asked for, and once; what was learnt, and what the phrases of another language found
(`locales/phrases/`), comes as `says`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.asked_for import ASKED_FOR, AskedFor, asked_for_in, asked_for_in_english
from parcelbot.core.reading.questions.openness import (
    CORRECTS,
    DENYING,
    OPEN,
    Openness,
    OpennessLists,
    english_openness,
)
from parcelbot.core.reading.questions.sentences import names_both
from parcelbot.core.reading.questions.supposed import Asks, Supposed, SupposedLists, Suppositions, supposed_in
from parcelbot.core.reading.questions.supposed_english import asked_in_english, supposed_in_english
from parcelbot.core.reading.questions.unmarked_questions import asks_unmarked
from parcelbot.core.reading.text.phrases import begins, clauses_of, folded
from parcelbot.core.reading.text.plain_text import has_question_mark
from parcelbot.core.reading.text.together import AskedTogether, Lists


@dataclass(frozen=True)
class QuestionForm:
    """Form of the question that a message asks; a button has none.

    `says` is what the phrases of its language found, `english` whether the rules of English hold for it.
    """

    text: str
    says: Collection[str] = ()
    english: bool = True

    @property
    def marked(self) -> bool:
        """True when it has its mark, or begins as the questions of its language do."""
        return has_question_mark(self.text) or Said.ASKS.value in self.says

    @property
    def answered_by_yes_or_no(self) -> bool:
        """True when an answer may begin with yes or no: it names both, or asks neither openly nor by a denial."""
        return names_both(self.text) or not {OPEN, DENYING}.intersection(self._openness)

    @property
    def corrects(self) -> bool:
        """True when it says that something else was asked than we answered."""
        return CORRECTS in self._openness

    @property
    def asked_for(self) -> AskedFor | None:
        """The thing that its word asks for; None where it asks for none of these."""
        if self._is_pressed():
            return None
        return asked_for_in_english(self.text) if self.english else asked_for_in(self.says)

    @cached_property
    def supposed(self) -> Supposed | None:
        """The event that it supposes, and what it asks of that; None where it supposes nothing."""
        if self._is_pressed():
            return None
        learnt = supposed_in(self.says)
        if not self.english:
            return learnt
        if learnt is None:
            return supposed_in(supposed_in_english(self.text))
        # which event it is was learnt; what is asked of it, words tell more surely
        asks = asked_in_english(self.text)
        return learnt if asks is Asks.HAPPENS else Supposed(learnt.event, asks)

    @property
    def unmarked(self) -> bool:
        """True when it asks without its mark and its beginning."""
        return asks_unmarked(self.text, self.english)

    @cached_property
    def _openness(self) -> Collection[str]:
        if self._is_pressed():
            return ()
        return english_openness().says(self.text) if self.english else self.says

    def _is_pressed(self) -> bool:
        return self.text.startswith("/")


@dataclass(frozen=True)
class FormLists:
    """The phrases of one language. A clause that begins with one of `begins` asks; the rest is read by its module."""

    begins: tuple[str, ...] = ()
    openness: OpennessLists = field(default_factory=OpennessLists)
    asked_for: Mapping[str, Lists] = field(default_factory=dict)
    supposed: SupposedLists = field(default_factory=SupposedLists)


class FormPhrases:
    """Reader of the form of one language's questions."""

    def __init__(self, lists: FormLists) -> None:
        self._begins = begins(lists.begins)
        self._readers = (
            AskedTogether(ASKED_FOR, lists.asked_for),
            Suppositions(lists.supposed),
            Openness(lists.openness),
        )

    def says(self, text: str) -> Iterator[str]:
        """Tell all that a message's words say of how it asks."""
        if any(map(self._begins.match, map(folded, clauses_of(text)))):
            yield Said.ASKS.value
        for reader in self._readers:
            yield from reader.says(text)
