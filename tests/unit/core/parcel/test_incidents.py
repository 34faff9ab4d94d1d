"""What happened to a parcel on its way, and which of it explains where it stands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parcelbot.core.parcel.incidents import Incident, IncidentKind, cause_of, demand_among, failed_attempts
from parcelbot.core.parcel.shipment import Status
from tests.unit.core.builders import NOW


def happened(kind: IncidentKind, days_ago: int, reason: IncidentKind | None = None) -> Incident:
    return Incident(kind, NOW - timedelta(days=days_ago), f"{kind.value} {days_ago}", reason=reason)


def kind_of(status: Status, *incidents: Incident) -> IncidentKind | None:
    cause = cause_of(status, incidents)
    return cause.kind if cause else None


TURNED = happened(IncidentKind.TURNED_BACK, 1)
ADDRESS = happened(IncidentKind.ADDRESS, 5)
REFUSED = happened(IncidentKind.REFUSED, 4)
NOBODY = happened(IncidentKind.NOBODY_HOME, 3)
WAITED = happened(IncidentKind.WAITED, 2)


def test_a_parcel_of_which_nothing_is_told_has_no_cause() -> None:
    assert kind_of(Status.RETURNED) is None


def test_it_goes_back_for_the_reason_that_was_named_not_for_the_attempt_after_it() -> None:
    assert kind_of(Status.RETURNED, TURNED, NOBODY, ADDRESS) is IncidentKind.ADDRESS


def test_of_two_named_reasons_the_newer_one_counts() -> None:
    assert kind_of(Status.RETURNED, TURNED, REFUSED, ADDRESS) is IncidentKind.REFUSED


def test_it_goes_back_from_where_it_lay_when_no_reason_is_named() -> None:
    assert kind_of(Status.RETURNED, TURNED, WAITED, NOBODY) is IncidentKind.WAITED


def test_a_reason_in_the_same_words_as_the_return_counts_and_keeps_its_words() -> None:
    turned = happened(IncidentKind.TURNED_BACK, 1, reason=IncidentKind.REFUSED)
    cause = cause_of(Status.RETURNED, (turned, NOBODY))
    assert cause is not None
    assert (cause.kind, cause.words) == (IncidentKind.REFUSED, turned.words)


def test_what_happens_on_the_way_back_is_not_why_it_went_back() -> None:
    damaged_since = happened(IncidentKind.DAMAGED, 0)
    assert kind_of(Status.RETURNED, damaged_since, TURNED, ADDRESS) is IncidentKind.ADDRESS


@pytest.mark.parametrize("status", [Status.DELIVERED, Status.INFO_RECEIVED, Status.NOT_FOUND, Status.UNKNOWN])
def test_where_nothing_went_wrong_nothing_is_explained(status: Status) -> None:
    assert kind_of(status, NOBODY, ADDRESS) is None


def test_a_parcel_that_went_on_was_held_up_by_the_newest_that_cost_days() -> None:
    storm, missent = happened(IncidentKind.DELAYED, 1), happened(IncidentKind.MISSORTED, 3)
    assert kind_of(Status.IN_TRANSIT, storm, missent) is IncidentKind.DELAYED


def test_customs_that_let_it_go_and_a_hand_over_cost_no_days() -> None:
    calm = (happened(IncidentKind.HANDED_OVER, 1), happened(IncidentKind.CUSTOMS_RELEASED, 2))
    assert kind_of(Status.IN_TRANSIT, *calm) is None


def test_it_waits_at_a_counter_because_nobody_was_met() -> None:
    assert kind_of(Status.AVAILABLE_FOR_PICKUP, WAITED, NOBODY) is IncidentKind.NOBODY_HOME


def test_several_scans_of_one_day_are_one_attempt() -> None:
    same_day = happened(IncidentKind.ATTEMPT_FAILED, 3)
    assert failed_attempts((NOBODY, same_day, REFUSED, ADDRESS)) == 2


def test_the_first_note_about_an_address_names_what_is_wrong_and_later_ones_refer_to_it() -> None:
    first, again = happened(IncidentKind.ADDRESS, 6), happened(IncidentKind.ADDRESS, 3)
    turned = happened(IncidentKind.TURNED_BACK, 1, reason=IncidentKind.ADDRESS)
    assert cause_of(Status.RETURNED, (turned, again, first)) == first


def test_an_address_that_was_put_right_since_does_not_explain_the_next_fault() -> None:
    first, mended = happened(IncidentKind.ADDRESS, 6), happened(IncidentKind.ADDRESS_MENDED, 5)
    again = happened(IncidentKind.ADDRESS, 3)
    assert cause_of(Status.RETURNED, (TURNED, again, mended, first)) == again


def test_a_demand_is_found_in_the_whole_story_whatever_came_after() -> None:
    asked, asked_in_passing = happened(IncidentKind.CUSTOMS_WANTED, 6), happened(IncidentKind.WAITED, 4)
    assert demand_among((TURNED, REFUSED, asked_in_passing, asked)) == asked
    assert demand_among((TURNED, REFUSED)) is None
