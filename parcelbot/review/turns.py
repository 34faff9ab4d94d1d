"""Read what shoppers said from the rows of Rasa's SQL tracker store (table `events`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import Any

#: How many of the other intents of a ranking are kept, and from which confidence on.
MAX_OTHERS = 3
MIN_OTHER = 0.05


class UnreadableRow(ValueError):
    """The row is not in the shape of Rasa's tracker store."""


@dataclass(frozen=True)
class StoredEvent:
    """One event as stored; `data` is its JSON."""

    conversation_id: str
    kind: str
    data: str


@dataclass(frozen=True)
class Guess:
    """An intent and how sure the assistant was of it, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class ReviewedTurn:
    """One thing a shopper said and what it was taken for.

    `text` is "" for a choice that was clicked. `others` are the runners-up, likeliest first.
    `not_useful` is true when this turn told the assistant that it had not helped.
    """

    text: str
    predicted: Guess
    others: tuple[Guess, ...] = ()
    not_useful: bool = False


@dataclass(frozen=True)
class SessionTurns:
    """Every session's turns, oldest first, and how many rows could not be read."""

    sessions: tuple[tuple[ReviewedTurn, ...], ...]
    unreadable: int = 0


class _Mark(Enum):
    SESSION_STARTED = "session_started"
    NOT_USEFUL = "not_useful"


def read_history(rows: Iterable[StoredEvent]) -> SessionTurns:
    """Put `rows`, ordered by conversation and then by age, into sessions; those without a turn are left out."""
    sessions: list[tuple[ReviewedTurn, ...]] = []
    unreadable = 0
    for _, conversation in groupby(rows, key=lambda row: row.conversation_id):
        session: list[ReviewedTurn] = []
        for row in conversation:
            try:
                event = _read_event(row)
            except UnreadableRow:
                unreadable += 1
                continue
            if event is _Mark.SESSION_STARTED:
                sessions.append(tuple(session))
                session = []
            else:
                _add(event, session)
        sessions.append(tuple(session))
    return SessionTurns(tuple(session for session in sessions if session), unreadable)


def _add(event: ReviewedTurn | _Mark | None, session: list[ReviewedTurn]) -> None:
    if isinstance(event, ReviewedTurn):
        session.append(event)
    elif event is _Mark.NOT_USEFUL and session:
        session[-1] = replace(session[-1], not_useful=True)


def _read_event(row: StoredEvent) -> ReviewedTurn | _Mark | None:
    if row.kind == "session_started":
        return _Mark.SESSION_STARTED
    try:
        data = json.loads(row.data)
        if row.kind == "user":
            return _read_turn(data)
        disappointed = row.kind == "slot" and (data["name"], data["value"]) == ("feedback", "not_useful")
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableRow(row.kind) from error
    return _Mark.NOT_USEFUL if disappointed else None


def _read_turn(data: Mapping[str, Any]) -> ReviewedTurn:
    """Read a user event. The channels take a leading "/" off what is typed, so that one marks a choice."""
    text = data["text"] or ""
    parsed = data["parse_data"]
    predicted = _read_guess(parsed["intent"])
    ranking = [_read_guess(entry) for entry in parsed.get("intent_ranking") or []]
    others = [guess for guess in ranking if guess.intent != predicted.intent and guess.confidence >= MIN_OTHER]
    return ReviewedTurn("" if text.startswith("/") else text, predicted, tuple(others[:MAX_OTHERS]))


def _read_guess(data: Mapping[str, Any]) -> Guess:
    """Read an intent; Rasa itself stores none for a message that no model has read."""
    return Guess(data.get("name") or "", float(data.get("confidence") or 0.0))
