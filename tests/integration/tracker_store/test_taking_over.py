"""The database of the release before, which Rasa's own store has written, is read and written on as it is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

from rasa.shared.core.events import SlotSet
from sqlalchemy import inspect

from parcelbot.rasa_plugins.framework.tracker_store.folding import FOLDED_ABOVE
from parcelbot.store.owner.trackers import SqlTrackers
from parcelbot.store.trackers.database import open_trackers
from parcelbot.store.trackers.event_log import EventLog
from parcelbot.store.trackers.moving import move_file
from tests.integration.tracker_store.talks import START, TALK, Stores, answered, state

FUTURE = datetime(2100, 1, 1, tzinfo=timezone.utc)


def test_every_conversation_goes_on(stores: Stores) -> None:
    rasas = stores.rasas()
    stores.turn(rasas, [*START, *answered(1)])
    stores.turn(rasas, [*START, SlotSet("parcel", "RR1"), *answered(2)])
    stores.turn(rasas, answered(3), "without-a-session")
    before = {talk: state(stores.given(rasas, talk)) for talk in (TALK, "without-a-session")}
    store = stores.open()
    assert {talk: state(stores.given(store, talk)) for talk in before} == before
    assert state(stores.whole(store)) == state(stores.whole(rasas))
    told = stores.turn(store, answered(4))
    assert told.get_slot("parcel") == "RR1"
    assert state(stores.given(store)) == state(stores.given(stores.open())) == state(stores.given(rasas))


def test_a_long_conversation_is_folded_with_its_next_turn(stores: Stores) -> None:
    rasas = stores.rasas()
    stores.turn(rasas, START)
    for number in range(2 * FOLDED_ABOVE):
        stores.turn(rasas, answered(number))
    store = stores.open()
    told = stores.turn(store, answered(99))
    now = stores.given(stores.open())
    assert now is not None
    assert len(now.events) < len(told.events) / 2
    assert now.get_slot("note") == {"turn": 99}


def test_old_conversations_can_be_forgotten_and_erased_before_an_assistant_was_here(stores: Stores) -> None:
    stores.turn(stores.rasas(), [*START, *answered(1)])
    trackers = SqlTrackers(stores.url)
    assert trackers.quiet_since(FUTURE) == [TALK]
    assert list(trackers.memories([TALK])) == [TALK]
    assert trackers.remove([TALK]) == len([*START, *answered(1)])
    assert stores.given(stores.open()) is None


def test_processes_that_open_it_at_once_agree(stores: Stores) -> None:
    stores.turn(stores.rasas(), answered(1))
    with ThreadPoolExecutor(8) as pool:
        engines = list(pool.map(lambda _: open_trackers(stores.url), range(8)))
    assert EventLog(engines[0]).conversations() == [TALK]
    assert {"events", "tracker_heads"} <= set(inspect(engines[0]).get_table_names())
    for engine in engines:
        engine.dispose()


def test_the_release_before_reads_what_was_written_since(stores: Stores) -> None:
    stores.turn(stores.open(), [*START, *answered(1)])
    assert state(stores.given(stores.rasas())) == state(stores.given(stores.open()))


def test_a_file_of_conversations_moves_into_the_database_of_everything_else(stores: Stores, tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    old = Stores(f"sqlite:///{file}")
    for number, opened in enumerate((old.rasas, old.open), start=1):
        store = opened()
        old.turn(store, [*START, *answered(number)])
        for turn in range(2 * FOLDED_ABOVE):
            old.turn(store, answered(turn), f"long-{number}")
    stores.turn(stores.open(), answered(3), "long-2")
    before = (
        state(old.given(old.open())),
        state(old.given(old.open(), "long-1")),
        state(old.whole(old.open(), "long-1")),
    )
    old.close()
    assert move_file(file, stores.url) == 2
    assert list(tmp_path.glob("conversations.db*")) == []
    store = stores.open()
    assert (state(stores.given(store)), state(stores.given(store, "long-1"))) == before[:2]
    assert state(stores.whole(store, "long-1")) == before[2]
    assert len(stores.whole(store, "long-2").events) == len(answered(3))
    assert move_file(file, stores.url) == 0
