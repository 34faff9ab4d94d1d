from __future__ import annotations

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.state import CaseDraft, Dialogue, dialogue_from_json
from parcelbot.rasa_plugins.website.turns.fresh_dialogue import last_handled, leave_off, message_id, said_after


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.from_file("domain.yml")


@pytest.fixture
def tracker(domain: Domain) -> DialogueStateTracker:
    return DialogueStateTracker("c", domain.slots)


def heard(seq: int) -> UserUttered:
    return UserUttered("hello", message_id=message_id("c", seq))


def test_what_was_in_the_middle_of_being_asked_is_left_off(tracker: DialogueStateTracker) -> None:
    asking = Dialogue(open=OpenQuestion(Asked.CASE_EMAIL), case=CaseDraft(), pending=("customs_delay",), row="a/row")
    tracker.update(SlotSet("dialogue", asking.to_json()))
    for event in leave_off(tracker):
        tracker.update(event)
    left = dialogue_from_json(tracker.get_slot("dialogue"))
    assert (left.open, left.case, left.pending) == (None, None, ())
    assert left.row == "a/row"


def test_what_is_known_of_parcel_and_shopper_stays(tracker: DialogueStateTracker) -> None:
    for name in ("parcel", "tracking_number", "order_number", "email", "question"):
        tracker.update(SlotSet(name, f"a {name}"))
    assert leave_off(tracker) == []


def test_the_newest_message_counts_as_handled_last(tracker: DialogueStateTracker) -> None:
    for event in (heard(3), BotUttered("hi"), heard(12), BotUttered("bye")):
        tracker.update(event)
    assert last_handled(tracker) == 12


def test_what_was_said_after_a_message_is_found_as_it_was_sent(tracker: DialogueStateTracker) -> None:
    buttons = [{"title": "Yes", "payload": "/affirm"}]
    for event in (heard(3), BotUttered("hi"), heard(4), BotUttered("well?", {"buttons": buttons}), BotUttered("bye")):
        tracker.update(event)
    said = said_after(tracker, message_id("c", 4))
    assert said is not None
    assert [(one["text"], one.get("buttons")) for one in said] == [("well?", buttons), ("bye", None)]


def test_of_a_message_that_was_never_completed_nothing_is_known(tracker: DialogueStateTracker) -> None:
    assert said_after(tracker, message_id("c", 4)) is None


def test_a_tracker_of_another_channel_has_handled_none_of_ours(tracker: DialogueStateTracker) -> None:
    tracker.update(UserUttered("hello", message_id="6f9619ff8b86d011b42d00c04fc964ff"))
    assert last_handled(tracker) == 0
