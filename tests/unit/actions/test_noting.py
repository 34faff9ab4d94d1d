"""What is noted for the owner's numbers."""

from __future__ import annotations

from typing import Any

from actions.answers import ActionAnswerParcel
from actions.base import SafeAction
from actions.delivered_form import ActionAfterChecklist
from actions.smalltalk import ActionFallback, ActionFeedback, ActionNo, ActionOutOfScope, ActionYes
from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from parcelbot.tracking.errors import ProviderUnavailable
from tests.unit.actions.talk import CONVERSATION, turn
from tests.unit.core.builders import NOW, scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeJournal, services

LP = "LP00123456789012"
ANSWERED = {"last_answer": {"question": "late_delivery", "row": "late/overdue"}}
FOUND = FakeProvider(Lookup(LookupOutcome.FOUND, shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 1))))
DOWN = FakeProvider(ProviderUnavailable("time-out"))


def noted(
    action: SafeAction, intent: str, slots: dict[str, Any] | None = None, tracking: FakeProvider = FOUND
) -> list[tuple[JournalKind, str, str]]:
    journal = FakeJournal()
    message = {"intent": {"name": intent}, "text": "words"}
    action.perform(turn(slots, message, use_cases=services(journal=journal, tracking=tracking)))
    return [(entry.kind, entry.intent, entry.row) for entry in journal.entries]


def test_an_answer_is_noted_with_its_question_and_row() -> None:
    asked = {"question": "late_delivery", "parcel": LP}
    assert noted(ActionAnswerParcel(), "late_delivery", asked) == [
        (JournalKind.ANSWERED, "late_delivery", "by_lookup/silent")
    ]


def test_a_second_question_of_the_same_message_is_noted_when_it_is_answered_apart() -> None:
    asked = {"question": "late_delivery", "parcel": LP, "also_asked": ["customs_delay"]}
    assert len(noted(ActionAnswerParcel(), "late_delivery", asked)) == 1


def test_a_tracker_that_is_down_is_noted_beside_the_answer() -> None:
    asked = {"question": "late_delivery", "parcel": LP}
    kinds = [kind for kind, _, _ in noted(ActionAnswerParcel(), "late_delivery", asked, DOWN)]
    assert kinds == [JournalKind.TRACKING_DOWN, JournalKind.ANSWERED]


def test_feedback_is_about_the_last_answer() -> None:
    assert noted(ActionFeedback(), "feedback_useful", ANSWERED) == [
        (JournalKind.CONFIRMED, "late_delivery", "late/overdue")
    ]
    assert noted(ActionFeedback(), "feedback_not_useful", ANSWERED) == [
        (JournalKind.NOT_USEFUL, "late_delivery", "late/overdue")
    ]


def test_yes_and_no_to_did_that_help_are_feedback() -> None:
    asked = {**ANSWERED, "awaiting": "feedback"}
    assert noted(ActionYes(), "affirm", asked)[0][0] is JournalKind.CONFIRMED
    assert noted(ActionNo(), "deny", asked)[0][0] is JournalKind.NOT_USEFUL


def test_a_yes_to_something_else_is_none() -> None:
    assert noted(ActionYes(), "affirm", ANSWERED) == []


def test_a_parcel_that_was_found_is_a_confirmed_answer() -> None:
    found = {**ANSWERED, "question": "delivered_not_received", "parcel_found": True}
    assert noted(ActionAfterChecklist(), "feedback_useful", found) == [
        (JournalKind.CONFIRMED, "delivered_not_received", "late/overdue")
    ]


def test_what_was_not_understood_is_noted() -> None:
    assert noted(ActionFallback(), "nlu_fallback") == [(JournalKind.NOT_UNDERSTOOD, "nlu_fallback", "")]
    assert noted(ActionOutOfScope(), "out_of_scope") == [(JournalKind.NOT_UNDERSTOOD, "out_of_scope", "")]


def test_a_note_has_its_moment_and_its_conversation() -> None:
    journal = FakeJournal()
    turn(use_cases=services(journal=journal)).note(JournalKind.CONFIRMED, "late_delivery", "late/overdue")
    assert journal.entries == [JournalEntry(NOW, CONVERSATION, JournalKind.CONFIRMED, "late_delivery", "late/overdue")]
