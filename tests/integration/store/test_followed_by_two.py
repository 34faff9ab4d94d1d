"""What was asked of a stand-in is kept apart from what was asked of the provider it stands in for."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.engine import Engine

from parcelbot.core.parcel.shipment import LookupOutcome
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from tests.unit.core.builders import NOW

N = "LX555123405CN"
CAPS = RegistrationCaps(per_conversation=2, per_visitor=9)


def test_each_provider_has_its_own_record_of_a_number(engine: Engine) -> None:
    usual, other = SqlFollowedParcels(engine, CAPS), SqlFollowedParcels(engine, CAPS, "aftership")
    usual.note(N, NOW, registered_at=NOW, told=LookupOutcome.NOT_FOUND)
    assert other.get(N) is None
    other.note(N, NOW, registered_at=NOW, asked_at=NOW)
    other.note(N, NOW, told=LookupOutcome.FOUND)
    told = {record.told for record in (usual.get(N), other.get(N)) if record}
    assert told == {LookupOutcome.NOT_FOUND, LookupOutcome.FOUND}
    assert usual.get(N).asked_at is None  # type: ignore[union-attr]


def test_new_numbers_count_whoever_they_were_handed_to(engine: Engine) -> None:
    usual, other = SqlFollowedParcels(engine, CAPS), SqlFollowedParcels(engine, CAPS, "aftership")
    usual.note("A1", NOW, registered_at=NOW, asked_by="c1")
    assert other.may_register("c1", NOW)
    other.note("A1", NOW, registered_at=NOW, asked_by="c1")
    assert not usual.may_register("c1", NOW)
    assert usual.may_register("c1", NOW + timedelta(days=2))


def test_only_the_usual_providers_numbers_are_looked_after(engine: Engine) -> None:
    usual, other = SqlFollowedParcels(engine, CAPS), SqlFollowedParcels(engine, CAPS, "aftership")
    usual.note("A1", NOW, registered_at=NOW)
    other.note("A2", NOW, registered_at=NOW)
    span = NOW + timedelta(days=1), NOW - timedelta(days=1)
    assert (usual.unheard(*span, 9), other.unheard(*span, 9)) == (["A1"], ["A2"])
