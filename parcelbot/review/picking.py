"""Pick the messages of a session that went wrong, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from parcelbot.core.intents import FALLBACK, NOT_UNDERSTOOD, OUT_OF_SCOPE, START_OVER
from parcelbot.core.questions import Question
from parcelbot.review.masking import codes, has_words, identity
from parcelbot.review.turns import ReviewedTurn

_QUESTIONS = frozenset(question.value for question in Question)
_ASKING = _QUESTIONS | NOT_UNDERSTOOD

_CORRECTION = re.compile(
    r"\W*(?:(?:sorry|ok|okay|hm+|um+|erm?|hey|but)\W+)*(?:"
    r"no+\W+(?:i (?:mean|meant|said)|that.?s not|that is not|not that)\b"
    r"|(?:that.?s|that is|this is) (?:not what|wrong)|not what i|wrong answer"
    r"|(?:what )?i (?:mean|meant|said|asked (?:about|for|if|how|wh\w+))\b|i (?:did ?n.?t|did not) (?:ask|mean|say)"
    r"|i.?m not (?:asking|talking) about"
    r"|you.{0,8}(?:misunderst|(?:do|did) ?n.?t understand|not (?:listening|answering|reading))"
    r"|that (?:does ?n.?t|did ?n.?t|does not) (?:answer|help)"
    r")",
    re.IGNORECASE,
)

Likeness = Callable[[str, str], float]


class ReviewReason(str, Enum):
    """The reason why a message is worth a look."""

    NOT_UNDERSTOOD = "not understood"
    LOW_CONFIDENCE = "low confidence"
    BARELY_OUT_OF_SCOPE = "barely out of scope"
    CORRECTED = "corrected by the next message"
    REPHRASED = "asked again in other words"
    STARTED_OVER = "started over"
    NOT_USEFUL = "answer not useful"


@dataclass(frozen=True)
class ReviewThresholds:
    """The confidence below which a prediction is looked at, and the likeness from which two messages ask the same.

    `alike` is a cosine: of training examples with different intents 1 in 100 pairs reaches 0.5.
    """

    confidence: float = 0.6
    out_of_scope: float = 0.95
    alike: float = 0.5


@dataclass(frozen=True)
class Missed:
    """A typed message, why it is here, and the intent that came to light right after it ("" for none)."""

    turn: ReviewedTurn
    reasons: frozenset[ReviewReason]
    later: str = ""


def pick(session: Sequence[ReviewedTurn], limits: ReviewThresholds, likeness: Likeness) -> list[Missed]:
    """Pick the messages of a session that went wrong, in order; codes, clicks and faces alone are none.

    `likeness` gives the cosine of two texts; it is asked only about a question and the one right after it.
    """
    reasons: list[set[ReviewReason]] = [set(_by_prediction(turn, limits)) for turn in session]
    for at, following in enumerate(session[1:]):
        reasons[at].update(_by_next(session[at], following, limits.alike, likeness))
    for at, turn in enumerate(session):
        if turn.not_useful and (asked := _last_question(session[:at])) is not None:
            reasons[asked].add(ReviewReason.NOT_USEFUL)
    after = [*session[1:], None][: len(session)]
    return [
        Missed(turn, frozenset(why), _later(turn, following, why))
        for turn, why, following in zip(session, reasons, after, strict=True)
        if why and has_words(turn.text)
    ]


def _by_prediction(turn: ReviewedTurn, limits: ReviewThresholds) -> Iterator[ReviewReason]:
    intent, confidence = turn.predicted.intent, turn.predicted.confidence
    if intent == FALLBACK:
        yield ReviewReason.NOT_UNDERSTOOD
    elif intent == OUT_OF_SCOPE and confidence < limits.out_of_scope:
        yield ReviewReason.BARELY_OUT_OF_SCOPE
    elif confidence < limits.confidence:
        yield ReviewReason.LOW_CONFIDENCE


def _by_next(turn: ReviewedTurn, following: ReviewedTurn, alike: float, likeness: Likeness) -> Iterator[ReviewReason]:
    if following.predicted.intent == START_OVER:
        yield ReviewReason.STARTED_OVER
    elif not (turn.text and following.text) or not codes(following.text) <= codes(turn.text):
        return  # a new number answers the assistant's question, or asks about another parcel
    elif _CORRECTION.match(following.text):
        yield ReviewReason.CORRECTED
    elif _asks_again(turn, following) and likeness(turn.text, following.text) >= alike:
        yield ReviewReason.REPHRASED


def _asks_again(turn: ReviewedTurn, following: ReviewedTurn) -> bool:
    return following.predicted.intent in _ASKING and identity(turn.text) != identity(following.text)


def _last_question(turns: Sequence[ReviewedTurn]) -> int | None:
    typed = (at for at in reversed(range(len(turns))) if turns[at].text and turns[at].predicted.intent in _ASKING)
    return next(typed, None)


def _later(turn: ReviewedTurn, following: ReviewedTurn | None, reasons: set[ReviewReason]) -> str:
    """Give what the shopper chose after not being understood, or what the new wording was taken for."""
    if following is None or following.predicted.intent not in _QUESTIONS:
        return ""
    chose = turn.predicted.intent == FALLBACK and not following.text
    again = bool(reasons & {ReviewReason.CORRECTED, ReviewReason.REPHRASED})
    return following.predicted.intent if chose or again else ""
