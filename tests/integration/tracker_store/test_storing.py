"""Conversations are kept as Rasa's own store keeps them, from memory and from the database alike."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import EntitiesAdded, Event, Restarted, SlotSet
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import event

from parcelbot.rasa_plugins.framework.tracker_store.store import LiveTrackerStore
from tests.integration.tracker_store.talks import DOMAIN, LISTEN, START, TALK, Stores, add, answered, state
from tests.rasa_plugins.framework.happenings import any_event


def test_nobody_is_known_at_first(stores: Stores) -> None:
    assert stores.given(stores.open()) is None
    assert stores.run(stores.open().keys()) == []


def test_what_was_told_is_given_back_by_every_assistant(stores: Stores) -> None:
    first, second = stores.open(), stores.open()
    told = stores.turn(first, [*START[1:], *answered(1)])
    assert state(stores.given(first)) == state(stores.given(second)) == state(told)
    assert stores.run(second.keys()) == [TALK]


#: Entities that a policy adds show in the message's parse, too, once Rasa has read both from JSON.
kept_alike = any_event.filter(lambda event: not isinstance(event, EntitiesAdded))


@settings(max_examples=25)
@given(st.lists(st.lists(kept_alike, max_size=8), max_size=6))
def test_any_conversation_is_kept_as_rasas_store_keeps_it(turns: list[list[Event]]) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        ours, theirs = Stores(f"sqlite:///{folder}/ours.db"), Stores(f"sqlite:///{folder}/theirs.db")
        live, rasas = ours.open(), theirs.rasas()
        for turn in turns:
            ours.turn(live, turn)
            theirs.turn(rasas, turn)
            kept = states_without_time(theirs, rasas)
            assert states_without_time(ours, live) == kept
            assert states_without_time(ours, ours.open()) == kept
        ours.close()
        theirs.close()


def states_without_time(stores: Stores, store: TrackerStore) -> list[Any]:
    """Newest session and whole conversation; the stores' clocks differ."""
    trackers = stores.given(store), stores.run(store.retrieve_full_tracker(TALK))
    return [without_time(state(tracker)) for tracker in trackers]


def without_time(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: without_time(v) for k, v in value.items() if k not in ("timestamp", "latest_event_time")}
    return [without_time(v) for v in value] if isinstance(value, list) else value


def test_a_conversation_in_memory_is_not_read_again(stores: Stores) -> None:
    store, said = stores.open(), []
    stores.turn(store, [*START, *answered(1)])
    event.listen(store._log._engine, "before_cursor_execute", lambda *call: said.append(call[2]))
    stores.given(store)
    assert len(said) == 1
    assert "tracker_heads" in said[0]
    assert "events" not in said[0]


def test_only_what_is_new_is_written(stores: Stores) -> None:
    store, written = stores.open(), []
    stores.turn(store, [*START, *answered(1)])

    def note(*call: Any) -> None:
        if call[2].startswith("INSERT INTO events"):
            written.append(len(call[3]) if call[5] else 1)

    event.listen(store._log._engine, "before_cursor_execute", note)
    stores.turn(store, answered(2))
    assert written == [len(answered(2))]


def test_a_turn_that_fails_leaves_no_trace(stores: Stores) -> None:
    store = stores.open()
    before = state(stores.turn(store, [*START[1:], *answered(1)]))
    broken = stores.given(store)
    assert broken is not None
    add(broken, [SlotSet("parcel", "lost"), *answered(2)])
    assert state(stores.given(store)) == before


def test_a_tracker_may_be_stored_more_than_once_in_a_turn(stores: Stores) -> None:
    store = stores.open()
    tracker = stores.turn(store, [*START[1:], *answered(1)])
    for number in (2, 3):
        add(tracker, answered(number))
        stores.run(store.save(tracker))
    stores.run(store.save(tracker))
    assert state(stores.given(store)) == state(stores.given(stores.open())) == state(tracker)


def test_a_new_session_leaves_the_one_before_out_and_keeps_it(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, *answered(1)])
    stores.turn(store, [*START, SlotSet("parcel", "RR1"), *answered(2)])
    for assistant in (store, stores.open()):
        now = stores.given(assistant)
        assert now is not None
        assert len(now.events) == len([*START[1:], SlotSet("parcel", "RR1"), *answered(2)])
        assert now.get_slot("parcel") == "RR1"
        assert len(stores.whole(assistant).events) == len([*START, *answered(1), *START, *answered(2)]) + 1


def test_a_new_model_finds_the_slots_of_its_own_domain(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, SlotSet("parcel", "RR1"), *answered(1)])
    store.domain = DOMAIN.merge(
        Domain.from_dict({"slots": {"added": {"type": "any", "initial_value": 7, "mappings": [{"type": "custom"}]}}})
    )
    now = stores.given(store)
    assert now is not None
    assert (now.get_slot("added"), now.get_slot("parcel")) == (7, "RR1")


def test_a_tracker_from_elsewhere_adds_what_is_longer(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START[1:], *answered(1)])
    elsewhere = stores.rasas().init_tracker(TALK)
    add(elsewhere, [*START[1:], *answered(1), *answered(2)])
    stores.run(store.save(elsewhere))
    now = stores.given(stores.open())
    assert now is not None
    assert len(now.events) == len(elsewhere.events)


def test_a_turn_that_began_while_the_database_was_away_does_not_make_the_assistant_forget(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, SlotSet("parcel", "RR1"), *answered(1), *answered(2)])
    log, safe = store._log, FailSafeTrackerStore(store)
    store._log = None  # type: ignore[assignment]
    blind = stores.run(safe.get_or_create_tracker(TALK, append_action_listen=False))
    store._log = log
    add(blind, [*START, *answered(3)])
    stores.run(safe.save(blind))
    now = stores.given(store)
    assert now is not None
    assert now.get_slot("parcel") == "RR1"


def test_a_restart_is_a_restart(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, SlotSet("parcel", "RR1"), *answered(1)])
    stores.turn(store, [Restarted(), *START])
    for assistant in (store, stores.open()):
        now = stores.given(assistant)
        assert now is not None
        assert now.get_slot("parcel") is None


def test_events_go_to_the_broker_once(stores: Stores) -> None:
    class Broker:
        def __init__(self) -> None:
            self.published: list[dict[str, Any]] = []

        def publish(self, body: dict[str, Any]) -> None:
            self.published.append(body)

    broker = Broker()
    store = LiveTrackerStore(DOMAIN, stores.url, event_broker=broker)  # type: ignore[arg-type]
    stores.opened.append(store)
    for number in (1, 2):
        stores.turn(store, answered(number))
    assert [body["event"] for body in broker.published] == [e.as_dict()["event"] for e in [*answered(1), *answered(2)]]
    assert {body["sender_id"] for body in broker.published} == {TALK}


@pytest.mark.parametrize("address", ["{folder}/talks.db", "sqlite:///{folder}/talks.db"])
def test_endpoints_yml_names_it_with_a_file_or_a_url(address: str, tmp_path: Path) -> None:
    named = f"{LiveTrackerStore.__module__}.{LiveTrackerStore.__name__}"
    endpoint = EndpointConfig.from_dict({"type": named, "url": address.format(folder=tmp_path)})
    store = TrackerStore.create(endpoint, domain=DOMAIN)
    assert isinstance(store, LiveTrackerStore)
    stores = Stores("")
    stores.turn(FailSafeTrackerStore(store), [LISTEN])
    assert (tmp_path / "talks.db").exists()
    store.close()
    stores.close()
