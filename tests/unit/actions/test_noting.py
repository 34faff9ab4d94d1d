"""What is noted for the owner's numbers."""

from __future__ import annotations

from typing import Any

from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from parcelbot.tracking.errors import ProviderUnavailable
from tests.unit.actions.talk import CONVERSATION, LP, Chat
from tests.unit.core.builders import NOW, scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeJournal, services

FOUND = FakeProvider(Lookup(LookupOutcome.FOUND, shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 1))))
DOWN = FakeProvider(ProviderUnavailable("time-out"))
FRESH = Dialogue()
ANSWERED = Dialogue(question="late_delivery", row="late/overdue")


def entries(
    intent: str, state: Dialogue, text: str = "words", tracking: FakeProvider = FOUND, **slots: Any
) -> list[JournalEntry]:
    journal = FakeJournal()
    kept = {"dialogue": state.to_json(), **slots}
    Chat(services(journal=journal, tracking=tracking), kept).says(text, intent)
    return journal.entries


def noted(
    intent: str, state: Dialogue = FRESH, text: str = "words", tracking: FakeProvider = FOUND, **slots: Any
) -> list[tuple[JournalKind, str, str]]:
    return [(entry.kind, entry.intent, entry.row) for entry in entries(intent, state, text, tracking, **slots)]


def asked(about: Asked, check: str = "") -> Dialogue:
    return Dialogue(open=OpenQuestion(about, check), question="late_delivery", row="late/overdue")


def test_an_answer_is_noted_with_its_question_and_row() -> None:
    assert noted("late_delivery", parcel=LP) == [(JournalKind.ANSWERED, "late_delivery", "by_lookup/silent")]


def test_a_tracker_that_is_down_is_noted_beside_the_answer() -> None:
    kinds = [kind for kind, _, _ in noted("late_delivery", tracking=DOWN, parcel=LP)]
    assert kinds == [JournalKind.TRACKING_DOWN, JournalKind.ANSWERED]


def test_feedback_is_about_the_last_answer() -> None:
    about = ("late_delivery", "late/overdue")
    assert noted("feedback_useful", ANSWERED) == [(JournalKind.CONFIRMED, *about)]
    assert noted("feedback_not_useful", ANSWERED) == [(JournalKind.NOT_USEFUL, *about)]


def test_yes_and_no_to_did_that_help_are_feedback() -> None:
    assert noted("affirm", asked(Asked.HELPED), "yes")[0][0] is JournalKind.CONFIRMED
    assert noted("deny", asked(Asked.HELPED), "no")[0][0] is JournalKind.NOT_USEFUL


def test_a_yes_to_something_else_is_none() -> None:
    assert noted("affirm", ANSWERED, "yes") == []


def test_a_parcel_that_was_found_is_a_confirmed_answer() -> None:
    found = asked(Asked.CHECK, "places_checked")
    assert noted("feedback_useful", found, "I found it!", question="delivered_not_received") == [
        (JournalKind.CONFIRMED, "late_delivery", "late/overdue")
    ]


def test_what_was_not_understood_is_noted() -> None:
    assert noted("nlu_fallback") == [(JournalKind.NOT_UNDERSTOOD, "nlu_fallback", "")]
    assert noted("out_of_scope") == [(JournalKind.NOT_UNDERSTOOD, "out_of_scope", "")]


def test_a_note_has_its_moment_and_its_conversation() -> None:
    (entry,) = entries("feedback_useful", ANSWERED)
    assert entry == JournalEntry(NOW, CONVERSATION, JournalKind.CONFIRMED, "late_delivery", "late/overdue")
