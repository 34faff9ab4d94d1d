"""The journeys of delivered parcels in a real database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.engine import Engine

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step
from parcelbot.store.journeys import SqlJourneys

DAY = date(2026, 11, 20)
JOURNEY = Journey("CN", "GB", "Correos Exprés", (Step(Stage.EXPORTED, DAY - timedelta(days=9)),), DAY)


def test_a_journey_comes_back_as_it_was_kept(engine: Engine) -> None:
    SqlJourneys(engine).keep(JOURNEY, "a")
    assert SqlJourneys(engine).of_lane("CN", "GB", 10) == [JOURNEY]


def test_the_same_parcel_counts_once(engine: Engine) -> None:
    for _ in range(2):
        SqlJourneys(engine).keep(JOURNEY, "a")
    assert len(SqlJourneys(engine).of_lane("CN", "GB", 10)) == 1


def test_a_lane_gives_its_newest_first_and_no_other_lanes(engine: Engine) -> None:
    log = SqlJourneys(engine)
    for n in range(3):
        log.keep(replace(JOURNEY, delivered_on=DAY - timedelta(days=n)), str(n))
    log.keep(replace(JOURNEY, destination="DE"), "other")
    assert [journey.delivered_on for journey in log.of_lane("CN", "GB", 2)] == [DAY, DAY - timedelta(days=1)]


def test_a_carrier_with_an_endless_name_is_cut(engine: Engine) -> None:
    SqlJourneys(engine).keep(replace(JOURNEY, carrier="x" * 500), "a")
    assert SqlJourneys(engine).of_lane("CN", "GB", 1)[0].carrier == "x" * 80


def test_old_journeys_are_forgotten(engine: Engine) -> None:
    log = SqlJourneys(engine)
    log.keep(JOURNEY, "new")
    log.keep(replace(JOURNEY, delivered_on=DAY - timedelta(days=1)), "old")
    assert log.forget(DAY) == 1
    assert log.of_lane("CN", "GB", 10) == [JOURNEY]
