"""Find the dangers that a message tells of, by the classifier and by rule."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.questions import DANGERS, Question
from parcelbot.core.reading.danger_belief import speaks_of_harm
from parcelbot.core.reading.danger_idioms import only_holds_to_a_word
from parcelbot.core.reading.denials import is_false_alarm
from parcelbot.core.reading.plain_text import plain_text
from parcelbot.core.reading.safety import read_danger


def dangers_told(heard: Heard, asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """Find dangers by the classifier and by rule: one missed is worse than one too many.

    Of a misused account only the rule is sure, and what is denied in so many words needs it as well. Nobody threatens
    in English without a word of harm.
    """
    by_rule = {Question.ACCOUNT_MISUSE}
    harmless = heard.english and (not speaks_of_harm(heard.text) or only_holds_to_a_word(plain_text(heard.text)))
    by_rule |= {Question.THREAT} if harmless else set()
    found = [] if is_false_alarm(heard.text) else [q for q in asked if q in DANGERS and q not in by_rule]
    danger = read_danger(heard.text)
    return tuple(dict.fromkeys([*found, *([Question(danger.value)] if danger else [])]))
