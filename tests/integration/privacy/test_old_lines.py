"""Journal and audit log have periods of their own, and open cases keep their lines."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.store.cases.audit import Audit
from tests.integration.privacy.world import ANA, NOW, World

LONG_AGO = NOW - timedelta(days=800)
AGENT = "agent@shop.example"


def case(world: World, reference: str, status: TicketStatus, at: datetime = LONG_AGO) -> None:
    """A case with a line of statistics, which somebody opened."""
    world.talk(f"c-{reference}", ANA, at=at)
    world.ticket(reference, f"c-{reference}", ANA, at, status=status)
    note(world, "viewed", reference, at)


def note(world: World, action: str, reference: str = "", at: datetime = LONG_AGO) -> None:
    Audit(world.engine, lambda: at, timezone.utc).write(AGENT, action, reference)


def actions(world: World) -> list[str]:
    return [action for _, action, _ in world.audited()]


def test_old_lines_go_from_journal_and_audit_log(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.CLOSED)
    note(world, "logged_in")
    world.retention(journal=730, audit=730).run()
    assert world.rows() == {}


def test_each_has_its_own_period(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.CLOSED)
    world.retention(journal=730, audit=1095).run()
    assert world.rows() == {"audit": 1}


def test_lines_of_an_open_case_stay_however_old(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.ON_HOLD)
    note(world, "logged_in")
    world.retention(journal=730, audit=730).run()
    assert (world.rows()["journal"], actions(world)) == (1, ["viewed"])


def test_younger_lines_stay(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.CLOSED, at=NOW - timedelta(days=600))
    world.retention(journal=730, audit=730).run()
    assert world.rows() == {"journal": 1, "audit": 1}


def test_lines_go_even_when_conversations_are_kept_for_ever(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.CLOSED)
    world.retention(days=None, journal=730, audit=730).run()
    rows = world.rows()
    assert ("journal" in rows, "audit" in rows, rows["conversations"]) == (False, False, 1)


def test_without_a_period_they_are_kept_for_ever(world: World) -> None:
    case(world, "KT-AAAAAA", TicketStatus.CLOSED)
    world.retention().run()
    assert world.rows() == {"journal": 1, "audit": 1}
