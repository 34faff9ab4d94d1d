"""Divide conversations into visits, and tell how each visit ended. Silence is counted as silence, not as success."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import zip_longest

from parcelbot.core.owner.journal import JournalEntry, JournalKind

#: A shopper who writes again after this long has come a second time.
VISIT_GAP = timedelta(hours=24)
#: An answer that nobody objected to for this long is assumed to have helped.
QUIET = timedelta(hours=24)
#: Whoever comes back within this time was not helped after all.
RETURN_WITHIN = timedelta(days=7)
#: Lines of the journal that say nothing of how a visit went.
_ASIDE = frozenset({JournalKind.TRACKING_DOWN, JournalKind.PROMISED, JournalKind.TOLD, JournalKind.WATCH_ENDED})


class VisitOutcome(str, Enum):
    """The outcome of a visit.

    `confirmed`: the shopper said that it helped. `assumed`: the shopper left after an answer, without a word.
    `came_back`: confirmed or assumed, but the shopper was here again within seven days. `handed_over`: a ticket was
    opened. `not_helped`: the shopper said so or was not understood, and no ticket was opened. `going_on`: quiet for
    less than a day. `no_question`: a greeting, a test; nothing to resolve.
    """

    CONFIRMED = "confirmed"
    ASSUMED = "assumed"
    CAME_BACK = "came_back"
    HANDED_OVER = "handed_over"
    NOT_HELPED = "not_helped"
    GOING_ON = "going_on"
    NO_QUESTION = "no_question"

    @property
    def resolved(self) -> bool:
        """True when no person was needed, as far as one can tell."""
        return self in (VisitOutcome.CONFIRMED, VisitOutcome.ASSUMED)

    @property
    def decided(self) -> bool:
        """True when the visit counts in a share."""
        return self not in (VisitOutcome.GOING_ON, VisitOutcome.NO_QUESTION)


@dataclass(frozen=True)
class ConversationHistory:
    """A conversation as it is counted: the moments at which the shopper wrote (oldest first), and its journal.

    `shopper` tells people apart: the e-mail the shop vouched for, else the conversation's id.
    """

    conversation_id: str
    shopper: str
    written_at: Sequence[datetime]
    entries: Sequence[JournalEntry] = ()


@dataclass(frozen=True)
class Visit:
    """One visit of a shopper: messages with less than VISIT_GAP between them. `intent` may be "".

    `promised`: it was agreed in it to write about a parcel.
    """

    shopper: str
    started_at: datetime
    last_at: datetime
    outcome: VisitOutcome
    intent: str = ""
    promised: bool = False


def visits_of(histories: Iterable[ConversationHistory], now: datetime) -> list[Visit]:
    """Find all visits, oldest first; [] when nobody wrote."""
    visits = [visit for history in histories for visit in _visits(history, now)]
    visits.sort(key=lambda visit: visit.started_at)
    next_start: dict[str, datetime] = {}
    judged: list[Visit] = []
    for visit in reversed(visits):
        judged.append(_unless_back_soon(visit, next_start.get(visit.shopper)))
        next_start[visit.shopper] = visit.started_at
    return judged[::-1]


def _unless_back_soon(visit: Visit, next_start: datetime | None) -> Visit:
    came_back = next_start is not None and next_start - visit.last_at <= RETURN_WITHIN
    return replace(visit, outcome=VisitOutcome.CAME_BACK) if came_back and visit.outcome.resolved else visit


def _visits(history: ConversationHistory, now: datetime) -> list[Visit]:
    runs: list[list[datetime]] = []
    for moment in history.written_at:
        if runs and moment - runs[-1][-1] < VISIT_GAP:
            runs[-1].append(moment)
        else:
            runs.append([moment])
    return [_visit(history, run, end, now) for run, end in zip_longest(runs, (run[0] for run in runs[1:]))]


def _visit(history: ConversationHistory, run: list[datetime], end: datetime | None, now: datetime) -> Visit:
    entries = [entry for entry in history.entries if run[0] <= entry.at and (end is None or entry.at < end)]
    intent = next((entry.intent for entry in entries if entry.intent and entry.kind not in _ASIDE), "")
    promised = any(entry.kind is JournalKind.PROMISED for entry in entries)
    return Visit(history.shopper, run[0], run[-1], _outcome(entries, now - run[-1]), intent, promised)


def _outcome(entries: Sequence[JournalEntry], quiet: timedelta) -> VisitOutcome:
    kinds = [entry.kind for entry in entries if entry.kind not in _ASIDE]
    if JournalKind.HANDED_OVER in kinds:
        return VisitOutcome.HANDED_OVER
    if not kinds:
        return VisitOutcome.NO_QUESTION
    if kinds[-1] is JournalKind.CONFIRMED:
        return VisitOutcome.CONFIRMED
    if quiet < QUIET:
        return VisitOutcome.GOING_ON
    return VisitOutcome.ASSUMED if kinds[-1] is JournalKind.ANSWERED else VisitOutcome.NOT_HELPED
