"""Read the form of a question: whether a plain yes or no answers it, or it asks which, when, who, or by a denial. Pure.

"Why does it say so?" is answered by no yes, and a no to "so it isn't lost?" can be taken either way.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache

from parcelbot.core.reading.text.phrases import GLUED, folded, pattern_of

#: What a message in any language is found to be: a question for a word of its own, or one that denies.
OPEN, DENYING = "asks_openly", "asks_by_denying"
_SENTENCES = re.compile(r"[^.!?\n。！？؟]+[.!?。！？؟]*")
_MARKS = ("?", "？", "؟")
#: Question words stand at the head of a sentence; where no blanks tell words apart, anywhere.
_HEAD = 24


@dataclass(frozen=True)
class FormLists:
    """The words of one language that ask for more than a yes or no, and those that deny; `either` do not: "or not?"."""

    openly: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


class Forms:
    """Reader of the form of one language's questions."""

    def __init__(self, lists: FormLists) -> None:
        self._openly, self._denying = _any_word(lists.openly), _any_word(lists.denying)
        self._either = _any_word(lists.either)

    def says(self, text: str) -> tuple[str, ...]:
        """Tell what no plain yes or no answers: a message each of whose questions asks openly, or by a denial."""
        sentences = _SENTENCES.findall(text)
        asking = [one for one in sentences if one.rstrip().endswith(_MARKS)] or sentences[-1:]
        forms = {self._form(folded(one)) for one in asking}
        return () if "" in forms else tuple(sorted(forms))

    def _form(self, words: str) -> str:
        head = words if GLUED.search(words) else words[:_HEAD]
        if self._openly.search(head):
            return OPEN
        return DENYING if self._denying.search(self._either.sub("", words)) else ""


def answered_by_yes_or_no(says: Container[str]) -> bool:
    """Tell whether an answer may begin with yes or no."""
    return OPEN not in says and DENYING not in says


@cache
def english_forms() -> Forms:
    """Give the reader of English, whose "isn't it lost?" denies nothing."""
    return Forms(FormLists(_listed(_OPENLY), _listed(_DENYING), _listed(_EITHER)))


_OPENLY = "what|whats|when|whens|where|wheres|who|whos|whom|whose|why|which|how|wich"
_DENYING = (
    "not|never|no longer|it isn t|it s not|it wasn t|it hasn t|it doesn t|it won t|it didn t|they don t|you don t"
    "|i don t"
)
_EITHER = "or not|if not|why not"


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    patterns = (f"{pattern_of(word)}{'' if GLUED.search(word) else '(?= |$)'}" for word in words)
    return re.compile("|".join(patterns) or r"(?!)")
