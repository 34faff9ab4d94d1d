"""Builders: turns of a session, and how alike two texts are by a rule a reader can check."""

from __future__ import annotations

from parcelbot.review.picking import Limits, Missed, Reason, pick
from parcelbot.review.turns import Guess, Turn


def typed(text: str, intent: str = "where_is_my_order", confidence: float = 0.99) -> Turn:
    return Turn(text, Guess(intent, confidence))


def clicked(intent: str) -> Turn:
    return Turn("", Guess(intent, 1.0))


def share_of_words(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return len(first & second) / len(first | second)


def picked(*session: Turn) -> dict[str, set[str]]:
    """What is picked from a session: text → reasons."""
    return {one.turn.text: {reason.value for reason in one.reasons} for one in pick_all(*session)}


def pick_all(*session: Turn) -> list[Missed]:
    return pick(session, Limits(), share_of_words)


def missed(text: str, *reasons: Reason, intent: str = "late_delivery", later: str = "") -> Missed:
    return Missed(typed(text, intent, 0.4), frozenset(reasons or {Reason.LOW_CONFIDENCE}), later)
