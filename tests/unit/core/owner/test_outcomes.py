from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.outcomes import ConversationHistory, VisitOutcome, visits_of

START = datetime(2026, 11, 2, 9, tzinfo=timezone.utc)
LATER = START + timedelta(days=60)


def entry(kind: JournalKind, after: timedelta = timedelta(), intent: str = "") -> JournalEntry:
    return JournalEntry(START + after, "c1", kind, intent)


def history(
    *entries: JournalEntry, at: tuple[timedelta, ...] = (timedelta(),), shopper: str = "c1"
) -> ConversationHistory:
    return ConversationHistory("c1", shopper, [START + moment for moment in at], entries)


def outcomes(*histories: ConversationHistory, now: datetime = LATER) -> list[VisitOutcome]:
    return [visit.outcome for visit in visits_of(histories, now)]


def test_nobody_who_wrote_makes_no_visit():
    assert visits_of([history(at=())], LATER) == []


def test_a_greeting_alone_is_no_question():
    assert outcomes(history()) == [VisitOutcome.NO_QUESTION]


def test_an_answer_followed_by_a_day_of_silence_is_assumed_to_have_helped():
    assert outcomes(history(entry(JournalKind.ANSWERED))) == [VisitOutcome.ASSUMED]


def test_within_the_day_it_is_still_going_on():
    now = START + timedelta(hours=23)
    assert outcomes(history(entry(JournalKind.ANSWERED)), now=now) == [VisitOutcome.GOING_ON]


def test_a_shopper_who_says_it_helped_has_confirmed_it_at_once():
    said = [entry(JournalKind.ANSWERED), entry(JournalKind.CONFIRMED, timedelta(minutes=1))]
    assert outcomes(history(*said), now=START + timedelta(minutes=5)) == [VisitOutcome.CONFIRMED]


def test_another_question_after_the_thanks_is_only_assumed_again():
    kinds = (JournalKind.ANSWERED, JournalKind.CONFIRMED, JournalKind.ANSWERED)
    said = [entry(kind, timedelta(minutes=n)) for n, kind in enumerate(kinds)]
    assert outcomes(history(*said)) == [VisitOutcome.ASSUMED]


@pytest.mark.parametrize("last", [JournalKind.NOT_USEFUL, JournalKind.NOT_UNDERSTOOD])
def test_a_visit_that_ends_on_a_complaint_or_a_shrug_was_not_helped(last: JournalKind):
    assert outcomes(history(entry(JournalKind.ANSWERED), entry(last, timedelta(minutes=1)))) == [
        VisitOutcome.NOT_HELPED
    ]


def test_a_ticket_is_a_hand_over_whatever_was_said_besides():
    said = [entry(JournalKind.HANDED_OVER), entry(JournalKind.CONFIRMED, timedelta(minutes=1))]
    assert outcomes(history(*said)) == [VisitOutcome.HANDED_OVER]


def test_a_provider_that_did_not_answer_decides_nothing():
    said = [entry(JournalKind.ANSWERED), entry(JournalKind.TRACKING_DOWN, timedelta(minutes=1))]
    assert outcomes(history(*said)) == [VisitOutcome.ASSUMED]


def test_a_shopper_who_is_back_within_seven_days_was_not_helped_after_all():
    came = (timedelta(), timedelta(days=6))
    said = [entry(JournalKind.ANSWERED), entry(JournalKind.ANSWERED, timedelta(days=6))]
    assert outcomes(history(*said, at=came)) == [VisitOutcome.CAME_BACK, VisitOutcome.ASSUMED]


def test_a_return_after_seven_days_is_a_new_matter():
    came = (timedelta(), timedelta(days=8))
    said = [entry(JournalKind.CONFIRMED), entry(JournalKind.ANSWERED, timedelta(days=8))]
    assert outcomes(history(*said, at=came)) == [VisitOutcome.CONFIRMED, VisitOutcome.ASSUMED]


def test_a_return_in_another_conversation_of_the_same_shopper_counts_as_one():
    first = history(entry(JournalKind.ANSWERED), shopper="ann@example.com")
    second = ConversationHistory("c2", "ann@example.com", [START + timedelta(days=2)])
    assert outcomes(first, second) == [VisitOutcome.CAME_BACK, VisitOutcome.NO_QUESTION]


def test_messages_within_a_day_are_one_visit():
    visits = visits_of([history(at=(timedelta(), timedelta(hours=20), timedelta(hours=40)))], LATER)
    assert [(v.started_at, v.last_at) for v in visits] == [(START, START + timedelta(hours=40))]


def test_a_visit_is_about_its_first_question():
    said = [entry(JournalKind.ANSWERED, intent="customs_delay"), entry(JournalKind.ANSWERED, intent="late_delivery")]
    assert visits_of([history(*said)], LATER)[0].intent == "customs_delay"
