"""Promises to write are counted as they were kept, not as they were meant."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.outcomes import ConversationHistory, Visit, VisitOutcome, visits_of
from parcelbot.core.owner.promises_kept import kept_promises

NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)


def entry(kind: JournalKind, intent: str = "", value: float | None = None) -> JournalEntry:
    return JournalEntry(NOW, "c", kind, intent, "t/r", value)


def visit(outcome: VisitOutcome, promised: bool) -> Visit:
    return Visit("s", NOW, NOW, outcome, "late_delivery", promised)


def test_what_was_written_within_ten_minutes_is_kept_and_an_apology_is_not() -> None:
    told = [
        entry(JournalKind.TOLD, "moved", 600.0),
        entry(JournalKind.TOLD, "silent", 601.0),
        entry(JournalKind.TOLD, "apology", 0.0),
    ]
    figures = kept_promises([entry(JournalKind.PROMISED), *told], [])
    assert (figures.made, figures.kept, figures.late, figures.apologies) == (1, 1, 1, 1)


def test_who_wanted_no_more_is_counted_among_the_ended() -> None:
    reasons = ("arrived", "stopped_in_chat", "stopped_by_mail", "stopped_by_agent")
    figures = kept_promises([entry(JournalKind.WATCH_ENDED, reason) for reason in reasons], [])
    assert (figures.ended, figures.opted_out) == (4, 2)


def test_who_comes_again_is_told_apart_by_whether_a_message_was_promised() -> None:
    visits = [
        visit(VisitOutcome.CAME_BACK, promised=False),
        visit(VisitOutcome.ASSUMED, promised=False),
        visit(VisitOutcome.CONFIRMED, promised=True),
        visit(VisitOutcome.GOING_ON, promised=True),
    ]
    figures = kept_promises([], visits)
    assert (figures.again_without.value, figures.again_with.value, figures.again_with.whole) == (0.5, 0.0, 1)


def test_a_promise_does_not_make_an_answered_visit_an_unanswered_one() -> None:
    entries = [entry(JournalKind.ANSWERED, "late_delivery"), entry(JournalKind.PROMISED, "any")]
    history = ConversationHistory("c", "s", [NOW], entries)
    (seen,) = visits_of([history], NOW + timedelta(days=2))
    assert (seen.outcome, seen.intent, seen.promised) == (VisitOutcome.ASSUMED, "late_delivery", True)
