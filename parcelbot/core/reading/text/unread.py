"""Measure how much of a message was read as nothing that we know: the answer would not be to that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from parcelbot.core.intents import AFFIRM, DENY, GOODBYE, GREET, NO_DETAILS, PROVIDE_DETAILS, THANKS
from parcelbot.core.reading.text.plain_text import has_question_mark

#: A sentence that comes less near than this to whatever people write to us tells something else.
FAMILIAR_ENOUGH = 0.52
#: A second question that is believed from here on speaks to the sentence all the same.
_BELIEVED = 0.2
#: What is left over is much from so many words on, and with this part of the message.
_FEWEST_WORDS, _FEWEST_OF_A_SENTENCE, _MUCH = 9, 5, 0.4
_COURTESIES = frozenset({GREET, GOODBYE, THANKS, AFFIRM, DENY, PROVIDE_DETAILS, NO_DETAILS})
_CODES = re.compile(r"\S*@\S*|\b\w*\d\w*\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class _Believed(Protocol):
    @property
    def belief(self) -> float: ...


class ReadPart(Protocol):
    """Sentence, or whole message, with its likeliest intent, its second questions, and how familiar it is."""

    @property
    def text(self) -> str:
        """Give its words."""

    @property
    def intent(self) -> str:
        """Name its likeliest intent."""

    @property
    def follow_ups(self) -> Sequence[_Believed]:
        """Give its second questions."""

    @property
    def familiar(self) -> float:
        """Give how near it comes to what people write, 0 to 1."""


def is_never_unread(text: str) -> bool:
    """Tell whether a text asks, or has too few words to be unread, however unfamiliar they are."""
    return _words(text) < _FEWEST_OF_A_SENTENCE or has_question_mark(text)


def leaves_much_unread(text: str, parts: Iterable[ReadPart]) -> bool:
    """Tell whether a substantial part of a message is neither near to what we know nor a likely second question."""
    left = sum(map(_words, (part.text for part in parts if _is_unread(part))))
    return left >= max(_FEWEST_WORDS, _MUCH * _words(text))


def _is_unread(part: ReadPart) -> bool:
    tells = part.intent not in _COURTESIES and not is_never_unread(part.text)
    believed = max((second.belief for second in part.follow_ups), default=0.0)
    return tells and part.familiar < FAMILIAR_ENOUGH and believed < _BELIEVED


def _words(text: str) -> int:
    return len(_WORD.findall(_CODES.sub(" ", text)))
