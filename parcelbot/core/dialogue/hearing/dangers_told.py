"""Find the dangers that a message tells of, by the classifier and by rule."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.hearing.own_question import CHARGED_TWICE, SURE, likeliest_follow_up
from parcelbot.core.questions import DANGERS, GOODS, Question
from parcelbot.core.reading.danger.danger_belief import is_harmless
from parcelbot.core.reading.danger.denials import is_false_alarm
from parcelbot.core.reading.danger.hazard_kinds import HAZARDS_TOLD
from parcelbot.core.reading.danger.safety import Danger, is_only_charged_twice, read_danger
from parcelbot.core.reading.told.telling import told_in


def is_in_words(heard: Heard) -> bool:
    """Tell whether a danger is said in so many words, by a rule or by a phrase of the language, and not only learnt."""
    by_phrase = not heard.english and heard.intent in DANGERS and heard.confidence >= 1.0
    return by_phrase or read_danger(heard.text) is not None


def dangers_told(heard: Heard, asked: tuple[Question, ...], told: bool) -> tuple[Question, ...]:
    """Find dangers by the classifier and by rule: one missed is worse than one too many.

    Of a misused account only the rule is sure, and what is denied in so many words needs it as well. Once a parcel was
    `told` of, or where an order or its goods are named, money taken twice is asked of it: nobody else used the card.
    """
    seen = [] if is_false_alarm(heard.text) else [q for q in asked if q in DANGERS and q is not Question.ACCOUNT_MISUSE]
    found = [q for q in seen if not (heard.english and is_harmless(q, heard.text))]
    if not is_false_alarm(heard.text) and HAZARDS_TOLD.keys() & told_in(heard.text, heard.says):
        found.append(Question.HAZARD)
    danger = read_danger(heard.text)
    has_goods = heard.intent in GOODS
    of_its_order = told or has_goods or bool(heard.order_number) or likeliest_follow_up(heard, SURE) == CHARGED_TWICE
    if of_its_order and danger is Danger.ACCOUNT_MISUSE and is_only_charged_twice(heard.text):
        danger = None
    return tuple(dict.fromkeys([*found, *([Question(danger.value)] if danger else [])]))
