from __future__ import annotations

import os
from datetime import timedelta

from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step
from parcelbot.store.journeys import SqlJourneys
from tests.integration.privacy.world import ANA, NOW, PARCEL, World

LONG_AGO = NOW - timedelta(days=400)
LATELY = NOW - timedelta(days=300)


def test_an_old_conversation_goes_with_all_that_hangs_on_it(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    world.ticket("KT-AAAAAA", "old", ANA, LONG_AGO, status=TicketStatus.CLOSED, tracking_number=PARCEL)
    photo = world.attach("old", "0f0f")

    world.retention().run()

    assert set(world.rows()) == {"journal"}
    assert world.remembered() == []
    assert not photo.exists()
    assert ANA not in world.everything()


def test_the_statistics_know_no_names_and_stay(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    world.ticket("KT-AAAAAA", "old", ANA, LONG_AGO, status=TicketStatus.CLOSED)

    world.retention().run()

    assert world.rows() == {"journal": 1}


def test_a_conversation_of_this_year_stays(world: World) -> None:
    world.talk("new", ANA, at=LATELY)
    before = world.rows()

    world.retention().run()

    assert world.rows() == before
    assert world.remembered() == ["new"]


def test_an_old_conversation_that_went_on_lately_stays(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    world.ledger.accept("old", "again", now=LATELY, text="hello again")

    world.retention().run()

    assert world.rows()["messages"] == 3


def test_a_case_that_is_still_open_keeps_its_conversation(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    world.ticket("KT-AAAAAA", "old", ANA, LONG_AGO)

    world.retention().run()

    assert (world.rows()["tickets"], world.rows()["messages"]) == (1, 2)


def test_an_old_solved_ticket_goes_while_its_conversation_goes_on(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    world.ticket("KT-AAAAAA", "old", ANA, LONG_AGO, status=TicketStatus.SOLVED)
    world.ledger.accept("old", "again", now=LATELY, text="hello again")

    world.retention().run()

    assert "tickets" not in world.rows()
    assert world.rows()["messages"] == 3


def test_old_tickets_and_memories_of_other_channels_go(world: World) -> None:
    world.ticket("KT-AAAAAA", "from a test channel", ANA, LONG_AGO, status=TicketStatus.SOLVED)
    world.remember("from a test channel", "hello", LONG_AGO)

    world.retention().run()

    assert set(world.rows()) == {"journal"}
    assert world.remembered() == []


def test_for_ever_is_for_ever(world: World) -> None:
    world.talk("old", ANA, at=LONG_AGO)
    before = world.rows()

    assert world.retention(days=None).run() is False
    assert world.rows() == before


def test_many_go_a_batch_at_a_time(world: World) -> None:
    for number in range(101):
        world.ledger.open(f"old {number}", LONG_AGO)

    assert world.retention().run() is True
    assert world.rows() == {"conversations": 1}
    assert world.retention().run() is False
    assert world.rows() == {}


def test_what_a_dying_turn_remembered_of_an_erased_conversation_goes_within_the_hour(world: World) -> None:
    erased = "0123456789abcdef" * 2
    world.remember(erased, ANA, NOW - timedelta(minutes=61))

    world.retention(days=None).run()

    assert world.remembered() == []


def test_what_has_only_just_been_remembered_is_left_alone(world: World) -> None:
    fresh = "0123456789abcdef" * 2
    world.remember(fresh, ANA, NOW - timedelta(minutes=59))

    world.retention(days=None).run()

    assert world.remembered() == [fresh]


def test_a_file_that_belongs_to_nobody_goes_within_the_hour(world: World) -> None:
    world.talk("a", ANA)
    kept, stray, fresh = world.attach("a", "0a"), world.files / "0b", world.files / "0c"
    for path, age in ((kept, 2), (stray, 2), (fresh, 0)):
        path.write_bytes(b"picture")
        at = (NOW - timedelta(hours=age)).timestamp()
        os.utime(path, (at, at))

    world.retention().run()

    assert [path.exists() for path in (kept, stray, fresh)] == [True, False, True]


def test_records_of_delivered_parcels_are_kept_for_a_little_over_a_year(world: World) -> None:
    log = SqlJourneys(world.engine)
    for n, ended in enumerate((NOW - timedelta(days=401), LATELY)):
        log.keep(Journey("CN", "GB", "Cainiao", (Step(Stage.EXPORTED, LONG_AGO.date()),), ended.date()), str(n))

    world.retention().run()

    assert [journey.delivered_on for journey in log.of_lane("CN", "GB", 9)] == [LATELY.date()]
