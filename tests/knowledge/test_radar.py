"""Each row of the radar as the shop is delivered: what makes a parcel late, stuck, or soon late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from parcelbot.core.answering.tables import Urgency
from parcelbot.core.parcel.shipment import LookupOutcome, Status
from parcelbot.core.radar.rules import RadarFacts, RadarRules, Risk
from parcelbot.knowledge.loading import load_knowledge

ROOT = Path(__file__).parents[2]
#: Nothing speaks against it, and nobody has a parcel like it.
CALM = RadarFacts(lookup=LookupOutcome.FOUND, status=Status.IN_TRANSIT, days_left=20)


@pytest.fixture(scope="module")
def rules() -> RadarRules:
    return load_knowledge(ROOT / "knowledge").radar


CASES = {
    "window_over": (replace(CALM, days_left=-1, status=Status.OUT_FOR_DELIVERY), Risk.LATE),
    "nobody_can_tell": (replace(CALM, lookup=LookupOutcome.UNAVAILABLE, urgency=Urgency.ACT), Risk.NONE),
    "silence_still_usual": (replace(CALM, urgency=Urgency.ACT, in_time_percent=65, days_left=9), Risk.NONE),
    "quiet_with_time_left": (replace(CALM, urgency=Urgency.ACT, longer_than_all=True, days_left=11), Risk.NONE),
    "needs_somebody": (replace(CALM, urgency=Urgency.ACT, in_time_percent=90, days_left=8), Risk.STUCK),
    "at_the_door": (replace(CALM, status=Status.AVAILABLE_FOR_PICKUP, days_left=1), Risk.NONE),
    "hardly_in_time": (replace(CALM, in_time_percent=19), Risk.AT_RISK),
    "doubtful_and_short_of_time": (replace(CALM, in_time_percent=59, days_left=3), Risk.AT_RISK),
    "longer_than_all": (replace(CALM, longer_than_all=True, in_time_percent=66, days_left=5), Risk.AT_RISK),
    "likely_in_time": (replace(CALM, in_time_percent=20, days_left=5), Risk.NONE),
    "protection_about_to_end": (replace(CALM, protected=True, days_left=5), Risk.AT_RISK),
    "silent_and_short_of_time": (replace(CALM, urgency=Urgency.WATCH, days_left=10), Risk.AT_RISK),
    "hardly_any_time": (replace(CALM, days_left=3), Risk.AT_RISK),
    "in_order": (replace(CALM, days_left=4), Risk.NONE),
}


@pytest.mark.parametrize("row", CASES)
def test_the_row_decides(rules: RadarRules, row: str) -> None:
    facts, risk = CASES[row]
    decided = rules.decide(facts)
    assert (decided.id, decided.risk) == (row, risk)


def test_every_row_has_its_case(rules: RadarRules) -> None:
    assert [row.id for row in rules.rows] == list(CASES)


def test_no_row_writes_by_itself_as_the_shop_is_delivered(rules: RadarRules) -> None:
    assert not [row.id for row in rules.rows if row.writes]


@pytest.mark.parametrize(
    "facts",
    [
        replace(CALM, in_time_percent=20),
        replace(CALM, in_time_percent=60, days_left=3),
        replace(CALM, in_time_percent=59, days_left=4),
        replace(CALM, longer_than_all=True, in_time_percent=50, days_left=6),
        replace(CALM, urgency=Urgency.WATCH, days_left=11),
        replace(CALM, protected=True, days_left=6),
        replace(CALM, days_left=None),
    ],
)
def test_a_day_or_a_parcel_more_and_it_is_in_order(rules: RadarRules, facts: RadarFacts) -> None:
    assert rules.decide(facts).risk is Risk.NONE


def test_a_silent_provider_hides_no_window_that_ends(rules: RadarRules) -> None:
    silent = replace(CALM, lookup=LookupOutcome.UNAVAILABLE, urgency=Urgency.WATCH, days_left=3)
    assert rules.decide(silent).risk is Risk.AT_RISK
