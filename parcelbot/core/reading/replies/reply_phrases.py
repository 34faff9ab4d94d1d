"""Read what one language says to a question or about a case: yes, no, thanks, "forget it", "by when". Pure.

English is read by rules of its own; all other languages by these, which come as data (`locales/phrases/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parcelbot.core.intents import AFFIRM, DENY
from parcelbot.core.reading.questions.asked_for import ASKED_FOR
from parcelbot.core.reading.questions.forms import FormLists, Forms
from parcelbot.core.reading.questions.supposed import SupposedLists, Suppositions
from parcelbot.core.reading.replies.speech import Speech, SpeechLists
from parcelbot.core.reading.text.clauses import opening
from parcelbot.core.reading.text.phrases import (
    GLUED,
    a_word,
    anywhere,
    begins,
    clauses_of,
    folded,
    only,
    pattern_of,
    stated,
)
from parcelbot.core.reading.told.telling import TOLD

#: What a second question is told by that a message asks in so many words.
SECOND = "second_"
_FEWEST_WORDS_OF_A_NO = 2
_FEWEST_LEFT, _FEWEST_GLUED_LEFT = 2, 3
_MOST_THANKED = 6
_SENTENCE_END = re.compile(r"(?<=[.!?;\n])\s+|(?<=[。！？；])\s*(?=\S)")
_LETTER = re.compile(r"\w")
#: The end of an inflected word, and one small word.
_LITTLE_MORE = r"\w{0,4}(?: \w{1,8})?"


@dataclass(frozen=True)
class ReplyLists:
    """The phrases of one language.

    A message of nothing but `yes`, `no`, `around` and `thanks` is an answer; one "no" among them makes it a no. Before
    more words `thanks` are only polite, unless one of `thanks_for` follows. `says` are phrases by what they say about
    a case, `together` what one phrase each of two lists says in one clause, `sends_nothing` only at the end of a
    clause, `when` and `answers` together ask by when somebody writes, and `taken_back` are words by matter that one of
    `taken_back_by` denies, not those of a clause with one of `both`: that still calls off one. Nothing is refused where
    `another` may send nothing. A clause that begins with one of `asks` asks.
    `seconds` are what asks a second question in so many words, by its id: a phrase of each of its lists in one clause.
    `asked_for` are what the word of a question asks for, likewise.
    `told` are what a clause tells that has a phrase of each of its lists, and asks nothing; `heard` is what a
    message says by itself. `supposed` are what a question supposes, `forms` the words by which its form is told.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    thanks_for: tuple[str, ...] = ()
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    leaves_it: tuple[str, ...] = ()
    sends_nothing: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    taken_back_by: tuple[str, ...] = ()
    taken_back: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    both: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    seconds: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    asked_for: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    told: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    heard: SpeechLists = field(default_factory=SpeechLists)
    supposed: SupposedLists = field(default_factory=SupposedLists)
    forms: FormLists = field(default_factory=FormLists)


class ReplyPhrases:
    """Reader of one language's answers, whatever the case and the accents of a message."""

    def __init__(self, lists: ReplyLists) -> None:
        self._yes, self._no = a_word(lists.yes), a_word(lists.no)
        self._only = only((*lists.yes, *lists.no, *lists.around, *lists.thanks))
        self._thanks, self._thanked = only(lists.thanks), begins(lists.thanks_for)
        self._glued_thanks = tuple(sorted(lists.thanks, key=len, reverse=True))
        self._leaves_it = only((*lists.leaves_it, *lists.around, *lists.thanks))
        self._left = a_word(lists.leaves_it)
        self._says = {name: anywhere(phrases) for name, phrases in lists.says.items()}
        self._together = {name: tuple(map(anywhere, lists.together[name])) for name in lists.together}
        self._sends_nothing = _at_the_end(lists.sends_nothing)
        self._when, self._answers = anywhere(lists.when), anywhere(lists.answers)
        self._by = anywhere(lists.taken_back_by)
        self._taken_back = {matter: anywhere(words) for matter, words in lists.taken_back.items()}
        self._both, self._another = anywhere(lists.both), anywhere(lists.another)
        self._asks = begins(lists.asks)
        self._speech = Speech(lists.heard)
        asked = [(f"{SECOND}{name}", parts) for name, parts in lists.seconds.items()]
        asked += [(f"{ASKED_FOR}{name}", parts) for name, parts in lists.asked_for.items()]
        self._asked = {name: tuple(map(anywhere, parts)) for name, parts in asked}
        self._told = {name: tuple(map(anywhere, parts)) for name, parts in lists.told.items()}
        self._supposed, self._forms = Suppositions(lists.supposed), Forms(lists.forms)

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
        """List what a message says about a case, and whether it asks; `not_<matter>` for what it takes back."""
        statements, clauses = stated(text), [folded(clause) for clause in clauses_of(text)]
        told = [name for name in self._says if self._is_said(name, statements)]
        told += [name for name, pair in self._together.items() if _are_together(pair, clauses)]
        whole = folded(text)
        if self._leaves_it.fullmatch(whole) and self._left.search(whole):
            told.append("leaves_it")
        if any(self._sends_nothing.search(words) and not self._another.search(words) for words in statements):
            told.append("drops_it")
        if self._when.search(whole) and self._answers.search(whole):
            told.append("when_answered")
        if any(map(self._asks.match, clauses)):
            told.append("asks")
        lead = opening(text)
        if lead and self.answers(lead) == DENY:
            told.append("denies_first")
        *before, last = _SENTENCE_END.split(text.strip())
        if before and self.answers(last) == AFFIRM:
            told.append("agrees_last")
        denied = [words for words in statements if self._by.search(words) and not self._both.search(words)]
        denied += self._echoed(text)
        told += [f"not_{matter}" for matter, phrases in self._taken_back.items() if any(map(phrases.search, denied))]
        told += [name for name, parts in self._asked.items() if _is_asked(parts, whole, clauses)]
        told += [f"{TOLD}{name}" for name, parts in self._told.items() if _are_together(parts, statements)]
        by_itself = (said.value for said in self._speech.says(text))
        return (*told, *by_itself, *self._supposed.says(text), *self._forms.says(text))

    def _echoed(self, text: str) -> list[str]:
        """List what is repeated as a question, and denied right after it: "another address? I never asked for that"."""
        after = [(one, folded(other)) for one, other in pairwise(clauses_of(text))]
        return [folded(one) for one, other in after if one.rstrip()[-1:] in "?？؟" and self._by.search(other)]

    def _is_said(self, name: str, statements: Iterable[str]) -> bool:
        """Tell whether a clause says it; "I won't wait any longer" refuses, and drops nothing."""
        refuses = self._says.get("refuses") if name == "drops_it" else None
        said = filter(self._says[name].search, statements)
        return any(refuses is None or not refuses.search(words) for words in said)

    def _rest(self, text: str) -> str:
        """Give the text after the longest run of thanks that it begins with."""
        parts = text.split()
        for count in range(min(_MOST_THANKED, len(parts) - 1), 0, -1):
            if self._thanks.fullmatch(folded(" ".join(parts[:count]))):
                return " ".join(parts[count:])
        return _after_glued(text.strip(), self._glued_thanks)


def _are_together(pair: Iterable[re.Pattern[str]], clauses: Sequence[str]) -> bool:
    """Tell whether all patterns are found in one clause, or in two that follow each other."""
    patterns = tuple(pair)
    pairs = (f"{one} {other}" for one, other in pairwise(clauses))
    return any(all(pattern.search(words) for pattern in patterns) for words in (*clauses, *pairs))


def _is_asked(parts: Sequence[re.Pattern[str]], whole: str, clauses: Sequence[str]) -> bool:
    """Tell whether a message has the one phrase that asks for it, or a clause one of each list."""
    return parts[0].search(whole) is not None if len(parts) == 1 else _are_together(parts, clauses)


def _after_glued(text: str, thanks: Iterable[str]) -> str:
    """Give the text after thanks of a script that has no blanks between words."""
    for phrase in thanks:
        if GLUED.search(phrase) and text.startswith(phrase):
            return text[len(phrase) :].lstrip(" 。、，,.!！~～\n")
    return text


def _at_the_end(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match a clause that ends with one of the phrases: "don't send it", and not "don't send it to my old address"."""
    one_of = "|".join(f"{pattern_of(phrase)}{'.{0,6}' if GLUED.search(phrase) else _LITTLE_MORE}" for phrase in phrases)
    return re.compile(rf"(?:{one_of})$" if one_of else r"(?!)")
