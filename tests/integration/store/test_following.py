"""What was asked of a provider about each parcel, and for whom."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import LookupOutcome, WantedDetail
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.store.ledger.ledger import Ledger
from tests.unit.core.builders import NOW

N = "LP00123456789012"
DAY = timedelta(days=1)


@pytest.fixture
def followed(engine: Engine) -> SqlFollowedParcels:
    return SqlFollowedParcels(engine, RegistrationCaps(per_conversation=2, per_visitor=3))


def test_a_number_nobody_asked_about_is_not_there(followed: SqlFollowedParcels) -> None:
    assert followed.get(N) is None


def test_what_is_noted_comes_back_and_what_is_not_stays(followed: SqlFollowedParcels) -> None:
    followed.note(N, NOW, registered_at=NOW, asked_by="c1", wanted=WantedDetail.PHONE)
    followed.note(N, NOW + DAY, asked_at=NOW + DAY, wanted=None, told=LookupOutcome.NOT_FOUND)
    assert followed.get(N) == Following(N, registered_at=NOW, asked_at=NOW + DAY, told=LookupOutcome.NOT_FOUND)


def test_many_who_note_the_same_number_at_once_leave_one_row(followed: SqlFollowedParcels) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: followed.note(N, NOW, registered_at=NOW + n * DAY), range(16)))
    assert followed.get(N) is not None


def test_a_conversation_may_have_so_many_new_numbers_a_day(followed: SqlFollowedParcels) -> None:
    for number in "AB":
        assert followed.may_register("c1", NOW)
        followed.note(number, NOW, registered_at=NOW, asked_by="c1")
    assert not followed.may_register("c1", NOW)
    assert followed.may_register("c2", NOW)
    assert followed.may_register("c1", NOW + DAY + timedelta(seconds=1))


def test_whoever_begins_many_conversations_has_no_more(followed: SqlFollowedParcels, engine: Engine) -> None:
    for name, visitor in (("c1", "v"), ("c2", "v"), ("c3", "v"), ("c4", "w"), ("c5", "")):
        Ledger(engine).open(name, NOW, visitor=visitor)
    for number, name in (("A", "c1"), ("B", "c1"), ("C", "c2")):
        followed.note(number, NOW, registered_at=NOW, asked_by=name)
    assert [followed.may_register(name, NOW) for name in ("c3", "c4", "c5")] == [False, True, True]


def test_what_we_ask_ourselves_is_not_counted(followed: SqlFollowedParcels) -> None:
    for number in "ABCDE":
        followed.note(number, NOW, registered_at=NOW, asked_by="")
    assert followed.may_register("", NOW)


def test_numbers_that_nothing_was_heard_of_come_oldest_first(followed: SqlFollowedParcels) -> None:
    followed.note("OLD", NOW - 3 * DAY, registered_at=NOW - 3 * DAY)
    followed.note("OLDER", NOW - 5 * DAY, pushed_at=NOW - 5 * DAY)
    followed.note("FRESH", NOW, registered_at=NOW)
    followed.note("STOPPED", NOW - 4 * DAY, registered_at=NOW - 4 * DAY, stopped_at=NOW - 4 * DAY)
    followed.note("ANCIENT", NOW - 100 * DAY, registered_at=NOW - 100 * DAY)
    followed.note("WANTS", NOW - 4 * DAY, wanted=WantedDetail.POSTCODE)
    assert followed.unheard(NOW - DAY, NOW - 90 * DAY, 10) == ["OLDER", "OLD"]
    assert followed.unheard(NOW - DAY, NOW - 90 * DAY, 1) == ["OLDER"]
