"""Who looks at which ticket now."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from parcelbot.inbox.case.presence import PRESENT_FOR, Colleague, Presence

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)


def test_one_sees_others_and_not_oneself() -> None:
    presence = Presence()
    presence.note("KT-1", "ana", "Ana", False, NOW)
    presence.note("KT-1", "ben", "Ben", True, NOW)
    assert presence.others("KT-1", "ana", NOW) == (Colleague("Ben", writing=True),)
    assert presence.others("KT-1", "ben", NOW) == (Colleague("Ana", writing=False),)


def test_a_ticket_nobody_has_open_has_nobody() -> None:
    assert Presence().others("KT-1", "ana", NOW) == ()


def test_who_stops_writing_only_looks() -> None:
    presence = Presence()
    presence.note("KT-1", "ben", "Ben", True, NOW)
    presence.note("KT-1", "ben", "Ben", False, NOW)
    assert presence.others("KT-1", "ana", NOW) == (Colleague("Ben", writing=False),)


def test_who_is_not_heard_of_is_gone() -> None:
    presence = Presence()
    presence.note("KT-1", "ben", "Ben", False, NOW)
    assert presence.others("KT-1", "ana", NOW + PRESENT_FOR - timedelta(seconds=1))
    assert presence.others("KT-1", "ana", NOW + PRESENT_FOR) == ()


def test_several_are_told_by_name() -> None:
    presence = Presence()
    for name in ("Zoe", "Ben"):
        presence.note("KT-1", name.lower(), name, False, NOW)
    assert [colleague.name for colleague in presence.others("KT-1", "ana", NOW)] == ["Ben", "Zoe"]
