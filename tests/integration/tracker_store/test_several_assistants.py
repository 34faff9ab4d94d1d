"""Several processes write to the same conversations, and some remove them: memory is never older than the database."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from parcelbot.rasa_plugins.framework.tracker_store.folding import FOLDED_ABOVE
from parcelbot.rasa_plugins.framework.tracker_store.live import LiveTracker, LiveTrackers
from parcelbot.rasa_plugins.framework.tracker_store.store import LiveTrackerStore
from parcelbot.store.owner.trackers import SqlTrackers
from tests.integration.tracker_store.talks import START, TALK, Stores, add, answered, state
from tests.rasa_plugins.framework.happenings import conversation


def answers(stores: Stores, store: LiveTrackerStore) -> list[str]:
    tracker = stores.given(store)
    return [event.text for event in tracker.events if isinstance(event, BotUttered)] if tracker else []


def test_each_goes_on_where_the_other_stopped(stores: Stores) -> None:
    assistants = [stores.open(), stores.open()]
    for number in range(3 * FOLDED_ABOVE):
        stores.turn(assistants[number % 2], answered(number))
    assert state(stores.given(assistants[0])) == state(stores.given(assistants[1]))
    assert answers(stores, assistants[0])[-1] == f"answer {3 * FOLDED_ABOVE - 1}"


def test_of_two_turns_at_once_all_is_kept(stores: Stores) -> None:
    first, second = stores.open(), stores.open()
    stores.turn(first, [*START[1:], *answered(0)])
    one, other = stores.given(first), stores.given(second)
    assert one is not None
    assert other is not None
    for number, (store, tracker) in enumerate([(first, one), (second, other), (first, one)], start=1):
        add(tracker, answered(number))
        stores.run(store.save(tracker))
    for store in (first, second, stores.open()):
        assert answers(stores, store) == [f"answer {n}" for n in range(4)]


def test_of_two_that_meet_a_newcomer_at_once_all_is_kept(stores: Stores) -> None:
    first, second = stores.open(), stores.open()
    one, other = first.init_tracker(TALK), second.init_tracker(TALK)
    stores.run(first.save(one))
    add(other, answered(2))
    stores.run(second.save(other))
    add(one, answered(1))
    stores.run(first.save(one))
    assert answers(stores, stores.open()) == answers(stores, first) == ["answer 2", "answer 1"]


def test_a_crowd_of_writers_loses_nothing(stores: Stores) -> None:
    assistants = [stores.open() for _ in range(4)]

    def talk(number: int) -> None:
        async def turns() -> None:
            for turn in range(5):
                tracker = await assistants[number].get_or_create_tracker(TALK, append_action_listen=False)
                add(tracker, answered(100 * number + turn))
                await assistants[number].save(tracker)

        asyncio.run(turns())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(talk, range(4)))
    told = [event.text for event in stores.whole(stores.open()).events if isinstance(event, BotUttered)]
    assert sorted(told) == sorted(f"answer {100 * number + turn}" for number in range(4) for turn in range(5))


def test_what_was_erased_is_gone_from_memory(stores: Stores) -> None:
    store = stores.open()
    stores.turn(store, [*START, *answered(1)])
    assert SqlTrackers(stores.url).remove([TALK]) == len([*START, *answered(1)])
    assert stores.given(store) is None
    assert stores.run(store.retrieve_full_tracker(TALK)) is None
    stores.turn(store, [*START[1:], *answered(2)])
    assert answers(stores, store) == answers(stores, stores.open()) == ["answer 2"]


def test_a_turn_does_not_bring_back_what_was_erased_while_it_ran(
    stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    store = stores.open()
    stores.turn(store, [*START, *answered(1)])
    running = stores.given(store)
    assert running is not None
    SqlTrackers(stores.url).remove([TALK])
    for number in (2, 3):
        add(running, answered(number))
        stores.run(store.save(running))
    assert stores.given(store) is stores.given(stores.open()) is None
    assert "removed while its turn ran" in caplog.text


def test_an_address_that_was_masked_is_gone_from_memory_and_from_what_was_folded(stores: Stores) -> None:
    store, mail = stores.open(), "ana@example.com"
    said = UserUttered(f"I am {mail}", {"name": "ask"}, [{"entity": "mail", "value": mail}])
    stores.turn(store, [*START, said, SlotSet("parcel", f"of {mail}"), *answered(0)])
    for number in range(2 * FOLDED_ABOVE):
        stores.turn(store, answered(number))
    assert SqlTrackers(stores.url).mask(mail) == 2
    for assistant in (store, stores.open()):
        assert mail not in str(state(stores.given(assistant)))
        assert "of " in str(stores.given(assistant).get_slot("parcel"))  # type: ignore[union-attr]
        assert mail not in str(state(stores.whole(assistant)))


def test_only_so_many_conversations_are_held_and_none_for_long(stores: Stores) -> None:
    async def hold() -> list[bool]:
        held = LiveTrackers(held=2, idle_s=0.05)
        for number in range(3):
            held.put(f"c-{number}", LiveTracker(conversation(), number))
        there = [held.get(f"c-{number}") is not None for number in range(3)]
        while held.get("c-2"):
            await asyncio.sleep(0.01)
        return there

    assert stores.run(hold()) == [False, True, True]
