"""Open orders are listed, their parcels looked at and judged, by any number of workers, without anybody asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.owner.quota import QuotaState
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from parcelbot.core.radar.rules import Risk
from parcelbot.core.radar.view import RadarFilter
from parcelbot.store.radar.due import SqlDueParcels
from tests.integration.radar.world import RadarWorld, an_order
from tests.integration.watching.world import LEFT, NUMBER, parcel, scan

OTHER = "LP00123456789013"


def delivered(world: RadarWorld, number: str = NUMBER) -> None:
    here = scan(Substatus.DELIVERED_OTHER, world.now, "Delivered")
    world.pushed(replace(parcel(Status.DELIVERED, here, number=number, at=world.now)))


def test_a_parcel_on_its_way_is_in_order(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.lists(an_order(world))
    assert world.found() == []
    assert world.the_line().row == "in_transit/exported_normal"
    assert world.the_line().ends_on == (world.now + timedelta(days=20)).date()


def test_one_that_is_silent_for_too_long_is_found_with_the_row_that_says_so(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.advance(days=20)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=25))
    line = world.the_line()
    assert (line.risk, line.rule) == (Risk.STUCK, "needs_somebody")
    assert line.row.startswith("in_transit/")
    assert line.days_left(world.now.date()) == 5
    assert (line.carrier, line.origin, line.destination) == ("Cainiao", "CN", "GB")


def test_once_its_window_is_over_it_is_late_whatever_it_does(world: RadarWorld) -> None:
    world.advance(days=40)
    world.pushed(parcel(Status.IN_TRANSIT, scan(at=world.now), at=world.now))
    world.lists(an_order(world, days=45))
    assert world.the_line().risk is Risk.LATE


def test_the_days_of_buyer_protection_are_counted_down(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.lists(an_order(world, sales_channel=SalesChannel.ALIEXPRESS, protection_days_left=9))
    assert (world.the_line().protected, world.found()) == (True, [])
    world.advance(days=5)
    world.pushed(parcel(Status.IN_TRANSIT, scan(at=world.now), at=world.now))
    world.scans()
    assert (world.the_line().risk, world.the_line().rule) == (Risk.AT_RISK, "protection_about_to_end")


def test_what_is_stored_of_a_parcel_has_it_judged_at_once(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.lists(an_order(world))
    world.pushed(parcel(Status.EXCEPTION, scan(Substatus.EXCEPTION_LOST, text="Lost"), at=world.now))
    world.scans()
    assert world.the_line().risk is Risk.STUCK


def test_a_provider_that_is_silent_makes_nothing_late_before_its_time(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.lists(an_order(world))
    world.advance(days=16)
    world.scans()
    assert (world.found(), world.the_line().rule) == ([], "nobody_can_tell")


def test_what_arrived_is_counted_and_shown_no_more(world: RadarWorld) -> None:
    world.advance(days=29)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=29))
    assert world.found() == [NUMBER]
    delivered(world)
    world.scans()
    assert world.found() == []
    assert [(line.intent, line.value) for line in world.journal("radar_over")] == [("in_time", 1.0)]


def test_what_came_late_without_having_been_found_is_counted_as_missed(world: RadarWorld) -> None:
    world.advance(days=40)
    delivered(world)
    world.lists(an_order(world, days=40))
    assert [(line.intent, line.value) for line in world.journal("radar_over")] == [("late", 0.0)]


def test_a_finding_is_counted_once_however_often_it_is_seen(world: RadarWorld) -> None:
    world.advance(days=40)
    world.lists(an_order(world, days=40))
    for _ in range(3):
        world.advance(days=1)
        world.sweeps()
    assert [line.intent for line in world.journal("radar_found")] == ["late"]
    assert {line.conversation_id for line in world.journal("radar_found")} == {""}


def test_all_pages_are_taken_in_and_what_the_shop_lists_no_more_is_forgotten(world: RadarWorld) -> None:
    world.shop.pages = [[an_order(world)], [an_order(world, order_number="7402", parcels=(OTHER,))]]
    world.sweeps()
    assert world.listed_parcel(OTHER) is not None
    world.advance(hours=2)
    world.lists(an_order(world))
    assert world.shop.asked == ["", "1", ""]
    assert (world.listed_parcel(OTHER), world.listed_parcel() is None) == (None, False)


def test_one_that_was_found_and_never_arrived_is_counted_when_the_shop_lists_it_no_more(world: RadarWorld) -> None:
    world.advance(days=40)
    world.lists(an_order(world, days=40))
    world.advance(hours=2)
    world.lists()
    assert [line.intent for line in world.journal("radar_over")] == ["never_seen"]


def test_the_shop_is_gone_through_once_an_hour(world: RadarWorld) -> None:
    world.lists(an_order(world))
    world.sweeps()
    assert world.shop.asked == [""]
    world.advance(hours=1)
    world.sweeps()
    assert world.shop.asked == ["", ""]


def test_a_shop_that_is_down_loses_nothing_and_is_asked_again_where_it_was(world: RadarWorld) -> None:
    world.shop.pages = [[an_order(world)], [an_order(world, order_number="7402", parcels=(OTHER,))]]
    world.listing().step()
    world.shop.down = True
    world.listing().step()
    assert world.listed_parcel() is not None
    world.shop.down = False
    world.listing().step()
    world.advance(minutes=5)
    world.sweeps()
    assert world.shop.asked == ["", "1", "1"]
    assert world.listed_parcel(OTHER) is not None


def test_two_workers_take_different_pages_and_parcels(world: RadarWorld) -> None:
    first, second = (world.listed.take_turn(name, timedelta(minutes=1)) for name in "ab")
    assert first is not None
    assert second is None
    world.listed.take_page(first, [], "", timedelta(hours=1))
    world.shop.pages = [[an_order(world)]]
    world.advance(hours=1)
    world.listing().step()
    due = SqlDueParcels(world.engine, clock=world._clock)
    assert [len(due.claim(name, timedelta(minutes=1), 9)) for name in "ab"] == [1, 0]


def test_a_page_of_a_worker_that_was_thought_dead_changes_nothing(world: RadarWorld) -> None:
    slow = world.listed.take_turn("slow", timedelta(minutes=1))
    world.advance(minutes=2)
    world.lists(an_order(world))
    assert not world.listed.take_page(slow, [], "", timedelta(hours=1))
    assert world.listed_parcel() is not None


def test_a_worker_killed_while_judging_keeps_nobody_from_it_for_long(world: RadarWorld) -> None:
    world.shop.pages = [[an_order(world, days=40)]]
    world.listing().step()
    SqlDueParcels(world.engine, clock=world._clock).claim("killed", timedelta(minutes=1), 9)
    world.scans()
    assert world.found() == []
    world.advance(minutes=2)
    world.scans()
    assert world.found() == [NUMBER]


def test_a_parcel_over_which_something_fails_does_not_keep_the_others_waiting(world: RadarWorld) -> None:
    world.shop.pages = [[an_order(world, days=40), an_order(world, days=40, order_number="7402", parcels=(OTHER,))]]
    world.listing().step()
    world.pushed(replace(parcel(number=OTHER), origin="nowhere at all"))
    world.scans()
    assert NUMBER in world.found()


def test_new_numbers_are_handed_over_in_one_call_and_read_when_nobody_pushes_them(world: RadarWorld) -> None:
    world.lists(an_order(world), an_order(world, order_number="7402", parcels=(OTHER,)))
    world.looks().step()
    assert sorted(world.tracker.registered) == [NUMBER, OTHER]
    world.looks().step()
    assert world.tracker.read == []
    world.tracker.found = {NUMBER: Lookup(LookupOutcome.FOUND, parcel(at=world.now))}
    world.advance(minutes=11)
    world.looks().step()
    assert sorted(world.tracker.read) == [NUMBER, OTHER]
    world.scans()
    assert world.the_line().row == "in_transit/exported_normal"


def test_what_is_pushed_is_never_asked_for(world: RadarWorld) -> None:
    world.lists(an_order(world))
    world.looks().step()
    world.pushed(parcel(at=world.now))
    world.advance(days=2)
    world.looks().step()
    assert world.tracker.read == []


def test_the_rest_of_a_quota_is_left_to_shoppers(world: RadarWorld) -> None:
    world.quota = QuotaState(1000, 50, world.now)
    world.lists(an_order(world))
    world.looks().step()
    assert world.tracker.registered == []


def test_a_refused_number_is_not_handed_over_again_and_again(world: RadarWorld) -> None:
    world.tracker.refused = {NUMBER: Lookup(LookupOutcome.NOT_FOUND)}
    world.lists(an_order(world))
    world.looks().step()
    world.scans()
    assert world.the_line().status == "not_found"
    world.advance(hours=3)
    world.looks().step()
    assert world.tracker.registered == [NUMBER]


def test_a_provider_that_is_down_stops_nothing(world: RadarWorld) -> None:
    world.tracker.down = True
    world.lists(an_order(world))
    world.looks().step()
    world.tracker.down = False
    world.advance(minutes=11)
    world.looks().step()
    assert world.tracker.registered == [NUMBER]


def test_lanes_are_counted_and_what_is_found_can_be_narrowed(world: RadarWorld) -> None:
    world.advance(days=40)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=40), an_order(world, days=2, order_number="7402", parcels=(OTHER,)))
    lanes = {(lane.carrier, lane.destination): (lane.travelling, lane.late) for lane in world.views.lanes()}
    assert lanes == {("Cainiao", "GB"): (1, 1), ("", "GB"): (1, 0)}
    assert world.views.page(RadarFilter(Risk.AT_RISK), 1).total == 0
    assert world.views.page(RadarFilter(Risk.LATE, "Cainiao", "GB"), 7).page == 1


def test_switched_off_it_keeps_nothing(world: RadarWorld) -> None:
    world.lists(an_order(world))
    world.listed.clear()
    assert world.line() is None


@pytest.mark.parametrize("days", [61, 70])
def test_orders_of_long_ago_are_not_looked_at(world: RadarWorld, days: int) -> None:
    world.lists(an_order(world, days=days))
    assert world.line() is None


def test_it_left_before_it_was_listed(world: RadarWorld) -> None:
    world.pushed(parcel())
    world.lists(an_order(world))
    assert world.the_line().last_scan_at == LEFT.at
