"""Tell from its English what each sentence of a text asks for, or holds out, whatever language it is said in.

A sentence that asks for what is known is left out of its text, as is one that holds a person out to who has one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum


class SentenceMark(str, Enum):
    """Things that a sentence does by itself, so that its text is whole without it.

    It asks for the number of the `ORDER`, the `ARTICLE` of the goods and what is wrong with it, the `DAY` by which it
    is needed, or which `SETTLEMENT` is wished. `PERSON`: it holds a person out now, `LATER`: from a day on.
    """

    ORDER = "order"
    ARTICLE = "article"
    DAY = "day"
    SETTLEMENT = "settlement"
    PERSON = "person"
    LATER = "later"


#: What somebody is asked to do so that a person has it.
_ONE_WORD = r"(?:say so|one (?:word|line)|write to me|tell me)\b"
_BY_THEN = r"(?:\bthen\b|\{(?:plan|wait)_date\})"
_MARKS: tuple[tuple[SentenceMark, re.Pattern[str]], ...] = (
    (SentenceMark.ORDER, re.compile(r"^(?:have your )?order number and (?:the )?reason\b", re.IGNORECASE)),
    (
        SentenceMark.ARTICLE,
        re.compile(r"^(?:which item\b|tell me which item you miss|if it doesn't show which piece)", re.IGNORECASE),
    ),
    (SentenceMark.DAY, re.compile(r"^if [^.]*\bday\b[^.]*\btell me\b", re.IGNORECASE)),
    (SentenceMark.SETTLEMENT, re.compile(r"^tell me (?:which|how) you'd (?:rather|like|want|prefer)\b", re.IGNORECASE)),
    (
        SentenceMark.LATER,
        re.compile(rf"^(?:if|should)\b.*{_BY_THEN}.*{_ONE_WORD}.*\b(?:person|pass)\b", re.IGNORECASE),
    ),
    (
        SentenceMark.PERSON,
        # what holds only if something else comes true offers nobody now
        re.compile(
            r"^(?!.*\bif (?!you'd rather)|let ).*(?:\bshall (?:i pass (?!on that)|a person (?:take|look))\b"
            r"|\bi can pass (?:it|this) on\b|\bsay so and i (?:pass|ask)\b|\bone word from you, and a person\b"
            r"|^say the word\b|\bas soon as you say so\b)",
            re.IGNORECASE,
        ),
    ),
)
#: A sentence with the blank behind it; a line ends one as well.
_SENTENCE = re.compile(r".+?(?:[.!?؟][\"”»)]*(?=\s|$)\s*|[。！？][」”)）]*\s*|\n\s*|$)", re.DOTALL)


def sentences_of(text: str) -> Sequence[str]:
    """Split a text into its sentences, each with the blank behind it: joined again they are the text."""
    return _SENTENCE.findall(text)


def marks_of(english: str) -> tuple[frozenset[SentenceMark], ...]:
    """Name of each sentence what it does by itself; of two that hold somebody out the later one counts."""
    return tuple(frozenset(_marks(sentence)) for sentence in sentences_of(english))


def _marks(sentence: str) -> Collection[SentenceMark]:
    found = {mark for mark, sign in _MARKS if sign.search(sentence)}
    return found - {SentenceMark.PERSON} if SentenceMark.LATER in found else found
