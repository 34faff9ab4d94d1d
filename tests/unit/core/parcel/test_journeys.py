"""What is kept of a delivered parcel, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from parcelbot.core.parcel.journeys import Journey, fingerprint, journey_of
from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Stage, Status, Substatus
from parcelbot.core.parcel.stages import Step
from tests.unit.core.builders import scan, shipment

SCANS = (
    scan(Substatus.DELIVERED_OTHER, 1, "Leeds, GB"),
    scan(Substatus.IN_TRANSIT_ARRIVAL, 4, "London, GB"),
    scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN"),
    scan(Substatus.NONE, 12, "Shanghai, CN"),
    scan(Substatus.NONE, 13, physical=False),
)
DELIVERED = shipment(*SCANS, status=Status.DELIVERED)


def state(**more: Any) -> ParcelState:
    return ParcelState(DELIVERED, Status.DELIVERED, **more)


def test_a_delivered_parcel_leaves_its_lane_and_the_days_of_its_stages() -> None:
    assert journey_of(state()) == Journey(
        "CN",
        "GB",
        "Cainiao",
        (
            Step(Stage.ACCEPTED, date(2026, 11, 9)),
            Step(Stage.EXPORTED, date(2026, 11, 12)),
            Step(Stage.ARRIVED, date(2026, 11, 17)),
        ),
        date(2026, 11, 20),
    )


def test_nothing_of_it_tells_which_parcel_it_was() -> None:
    assert DELIVERED.number not in repr(journey_of(state()))
    assert fingerprint(state()) == fingerprint(ParcelState(replace(DELIVERED, number="AB"), Status.DELIVERED))


def test_two_parcels_of_other_moments_are_two() -> None:
    another = replace(DELIVERED, checkpoints=(scan(Substatus.DELIVERED_OTHER, 2, "Leeds, GB"), *SCANS[1:]))
    assert fingerprint(state()) != fingerprint(ParcelState(another, Status.DELIVERED))


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.IN_TRANSIT},
        {"status": Status.RETURNED},
        {"origin": ""},
        {"destination": ""},
        {"destination": "no country"},
        {"checkpoints": ()},
        {"checkpoints": SCANS[:1]},
    ],
)
def test_what_has_not_come_or_tells_nothing_of_its_way_leaves_no_journey(changes: dict[str, Any]) -> None:
    assert journey_of(ParcelState(replace(DELIVERED, **changes), Status.DELIVERED)) is None


def test_a_parcel_back_at_its_sender_and_one_of_which_the_scans_say_otherwise_leave_none() -> None:
    assert journey_of(state(whereabouts=Whereabouts.SENDER)) is None
    assert journey_of(state(contradicted=True)) is None
