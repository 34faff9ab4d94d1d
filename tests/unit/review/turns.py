"""Builders: turns of a session, and how alike two texts are by a rule a reader can check."""

from __future__ import annotations

from parcelbot.review.picking import Missed, ReviewReason, ReviewThresholds, pick
from parcelbot.review.turns import Guess, ReviewedTurn


def typed(text: str, intent: str = "where_is_my_order", confidence: float = 0.99) -> ReviewedTurn:
    return ReviewedTurn(text, Guess(intent, confidence))


def clicked(intent: str) -> ReviewedTurn:
    return ReviewedTurn("", Guess(intent, 1.0))


def share_of_words(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return len(first & second) / len(first | second)


def picked(*session: ReviewedTurn) -> dict[str, set[str]]:
    """What is picked from a session: text → reasons."""
    return {one.turn.text: {reason.value for reason in one.reasons} for one in pick_all(*session)}


def pick_all(*session: ReviewedTurn) -> list[Missed]:
    return pick(session, ReviewThresholds(), share_of_words)


def missed(text: str, *reasons: ReviewReason, intent: str = "late_delivery", later: str = "") -> Missed:
    return Missed(typed(text, intent, 0.4), frozenset(reasons or {ReviewReason.LOW_CONFIDENCE}), later)
