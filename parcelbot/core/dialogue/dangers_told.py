"""Find the dangers that a message tells of, by the classifier and by rule."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.answering.memory import Heard
from parcelbot.core.questions import DANGERS, Question
from parcelbot.core.reading.danger_belief import speaks_of_harm
from parcelbot.core.reading.danger_idioms import only_burns_packing, only_holds_to_a_word
from parcelbot.core.reading.denials import is_false_alarm
from parcelbot.core.reading.plain_text import plain_text
from parcelbot.core.reading.safety import read_danger


def dangers_told(heard: Heard, asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """Find dangers by the classifier and by rule: one missed is worse than one too many.

    Of a misused account only the rule is sure, and what is denied in so many words needs it as well.
    """
    by_rule = {Question.ACCOUNT_MISUSE, *(_harmless(heard.text) if heard.english else ())}
    found = [] if is_false_alarm(heard.text) else [q for q in asked if q in DANGERS and q not in by_rule]
    danger = read_danger(heard.text)
    return tuple(dict.fromkeys([*found, *([Question(danger.value)] if danger else [])]))


def _harmless(text: str) -> Iterator[Question]:
    """Name what English words cannot tell of: a threat without a word of harm, a hazard to packing that was burnt."""
    plain = plain_text(text)
    if not speaks_of_harm(text) or only_holds_to_a_word(plain):
        yield Question.THREAT
    if only_burns_packing(plain):
        yield Question.HAZARD
