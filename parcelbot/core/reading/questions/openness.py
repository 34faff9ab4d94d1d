"""Read whether a plain yes or no answers a question, or it asks which, when, who, or by a denial. Pure.

"Why does it say so?" is answered by no yes, and a no to "so it isn't lost?" can be taken either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from parcelbot.core.reading.text.phrases import GLUED, anywhere, folded, pattern_of

#: What a message in any language is found to be: a question for a word of its own, or one that denies.
OPEN, DENYING = "asks_openly", "asks_by_denying"
#: What a message is found to say that was asked something else than we answered.
CORRECTS = "corrects_the_answer"
_SENTENCES = re.compile(r"[^.!?\n。！？؟]+[.!?。！？؟]*")
_MARKS = ("?", "？", "؟")
#: Question words stand at the head of a sentence; where no blanks tell words apart, anywhere.
_HEAD = 24


@dataclass(frozen=True)
class OpennessLists:
    """The words of one language that ask for more than a yes or no, and those that deny.

    `either` ask for a yes all the same: "or not?", "correct?". `corrects` says that something else was asked than
    answered.
    """

    openly: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()


class Openness:
    """Reader of how openly one language's questions ask."""

    def __init__(self, lists: OpennessLists) -> None:
        self._openly, self._denying = _any_word(lists.openly), _any_word(lists.denying)
        self._either, self._corrects = _any_word(lists.either), anywhere(lists.corrects)

    def says(self, text: str) -> tuple[str, ...]:
        """Tell what no plain yes or no answers, each of its questions being open or a denial, and what corrects us."""
        sentences = _SENTENCES.findall(text)
        asking = [one for one in sentences if one.rstrip().endswith(_MARKS)] or sentences[-1:]
        forms = {self._form(folded(one)) for one in asking}
        corrects = (CORRECTS,) if self._corrects.search(folded(text)) else ()
        return corrects if "" in forms else (*sorted(forms), *corrects)

    def _form(self, words: str) -> str:
        head = words if GLUED.search(words) else words[:_HEAD]
        if self._openly.search(head):
            return OPEN
        denies = self._denying.search(words) and not self._either.search(words)
        return DENYING if denies else ""


@cache
def english_openness() -> Openness:
    """Give the reader of English, whose "isn't it lost?" denies nothing."""
    return Openness(OpennessLists(*map(_listed, (_OPENLY, _DENYING, _EITHER, _CORRECTS))))


_OPENLY = "what|whats|when|whens|where|wheres|who|whos|whom|whose|why|which|how|wich"
_DENYING = (
    "not|never|no longer|it isn t|it s not|it wasn t|it hasn t|it doesn t|it won t|it didn t|they don t|you don t"
    "|i don t"
)
_EITHER = "or not|if not|why not|correct|right|is that it"
_CORRECTS = (
    "not what i asked|isn t what i asked|wasn t what i asked|what i asked was|i asked something else"
    "|wasn t my question|isn t my question|not my question|my question was|that s not an answer to"
    "|i didn t ask that|i did not ask that|i didnt ask that|i never asked that|i didn t ask about that"
    "|i asked you whether|i asked you if|i asked you about"
)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    patterns = (f"{pattern_of(word)}{'' if GLUED.search(word) else '(?= |$)'}" for word in words)
    return re.compile("|".join(patterns) or r"(?!)")
