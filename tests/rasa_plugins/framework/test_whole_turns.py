"""What a turn leaves behind in which an action failed: nothing."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from parcelbot.rasa_plugins.framework.remote_action import QuickRemoteAction
from parcelbot.rasa_plugins.framework.whole_turns import TurnBroken, save_whole, whole_turn

REFUSED = ConnectionRefusedError("no action server")
REJECTED = ActionExecutionRejection("parcel_form", "something else was said")


class RememberingStore:
    """A tracker store that knows what it was given."""

    def __init__(self) -> None:
        self.saved: list[str] = []

    async def save(self, tracker: DialogueStateTracker) -> None:
        self.saved.append(tracker.sender_id)


@pytest.fixture
def store() -> RememberingStore:
    return RememberingStore()


def turn(monkeypatch: pytest.MonkeyPatch, store: RememberingStore, *endings: Exception | None) -> None:
    """A turn of some actions, each of which goes well or ends in an exception that Rasa swallows."""
    left = list(endings)

    async def run(*_: Any) -> list[Any]:
        if ending := left.pop(0):
            raise ending
        return []

    monkeypatch.setattr(RemoteAction, "run", run)
    action = QuickRemoteAction("action_greet", EndpointConfig("http://127.0.0.1:1/webhook"))
    processor = cast(MessageProcessor, SimpleNamespace(tracker_store=store))

    async def play() -> None:
        for _ in endings:
            try:
                await action.run(cast(Any, None), cast(Any, None), cast(Any, None), cast(Any, None))
            except Exception:
                continue
        await save_whole(processor, DialogueStateTracker("c", []))

    asyncio.run(play())


def test_a_turn_that_went_well_is_saved(monkeypatch: pytest.MonkeyPatch, store: RememberingStore) -> None:
    with whole_turn():
        turn(monkeypatch, store, None, None)
    assert store.saved == ["c"]


def test_a_turn_in_which_an_action_failed_is_not(monkeypatch: pytest.MonkeyPatch, store: RememberingStore) -> None:
    with whole_turn(), pytest.raises(TurnBroken) as broken:
        turn(monkeypatch, store, None, REFUSED, None)
    assert broken.value.__cause__ is REFUSED
    assert store.saved == []


def test_a_form_that_has_no_use_for_a_message_has_not_failed(
    monkeypatch: pytest.MonkeyPatch, store: RememberingStore
) -> None:
    with whole_turn():
        turn(monkeypatch, store, REJECTED, None)
    assert store.saved == ["c"]


def test_the_next_turn_knows_nothing_of_the_failure(monkeypatch: pytest.MonkeyPatch, store: RememberingStore) -> None:
    with whole_turn(), pytest.raises(TurnBroken):
        turn(monkeypatch, store, REFUSED)
    with whole_turn():
        turn(monkeypatch, store, None)
    assert store.saved == ["c"]


def test_elsewhere_it_is_as_rasa_has_it(monkeypatch: pytest.MonkeyPatch, store: RememberingStore) -> None:
    turn(monkeypatch, store, REFUSED)
    assert store.saved == ["c"]
