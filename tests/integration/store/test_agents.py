"""Accounts and sessions in a real database: what it refuses, also when two ask at one moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.handover.agents import Account, AccountExists, Agent, LastAdmin, Role, Session
from parcelbot.store.cases.agents import SqlAgents
from tests.support.inbox import NOW

ANA = "ana@shop.example"
BOB = "bob@shop.example"


@pytest.fixture
def agents(engine: Engine) -> SqlAgents:
    return SqlAgents(engine)


def account(email: str, role: Role = Role.AGENT, *, active: bool = True, demo: bool = False) -> Account:
    return Account(Agent(email, email.partition("@")[0].title(), role, demo), active, 1, NOW)


def kept(agents: SqlAgents, *accounts: Account) -> None:
    for one in accounts:
        agents.add(one, "a hash")


def test_an_account_is_read_as_it_was_added(agents: SqlAgents) -> None:
    ana = account(ANA, Role.ADMIN, demo=True)
    kept(agents, ana)
    assert agents.find(ANA) == ana
    assert agents.password_hash(ANA) == "a hash"


def test_nobody_is_found_who_is_not_there(agents: SqlAgents) -> None:
    assert agents.find(ANA) is None
    assert agents.password_hash(ANA) is None


def test_an_email_has_one_account(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    with pytest.raises(AccountExists):
        agents.add(account(ANA, Role.ADMIN), "another hash")
    assert agents.password_hash(ANA) == "a hash"


def test_accounts_are_listed_by_name(agents: SqlAgents) -> None:
    kept(agents, account(BOB), account(ANA))
    assert [one.agent.name for one in agents.all()] == ["Ana", "Bob"]


def test_a_new_password_changes_the_epoch_unless_it_is_the_same_one_hashed_anew(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.set_password(ANA, "hashed anew", ends_sessions=False)
    assert agents.find(ANA).epoch == 1
    agents.set_password(ANA, "another")
    assert agents.find(ANA).epoch == 2


def test_switching_off_and_on_changes_the_epoch(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.set_active(ANA, False)
    agents.set_active(ANA, True)
    assert (agents.find(ANA).active, agents.find(ANA).epoch) == (True, 3)


CHANGES: dict[str, Callable[[SqlAgents, str], None]] = {
    "demoted": lambda agents, email: agents.set_role(email, Role.AGENT),
    "deactivated": lambda agents, email: agents.set_active(email, False),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize(
    "beside",
    [
        account(BOB),
        account(BOB, Role.ADMIN, active=False),
        account(BOB, Role.ADMIN, demo=True),
    ],
    ids=["an agent", "a deactivated admin", "a demo admin"],
)
def test_the_last_admin_is_not_taken_away(
    beside: Account, change: Callable[[SqlAgents, str], None], agents: SqlAgents
) -> None:
    kept(agents, account(ANA, Role.ADMIN), beside)
    with pytest.raises(LastAdmin):
        change(agents, ANA)
    assert agents.find(ANA) == account(ANA, Role.ADMIN)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_last_but_one_is(change: Callable[[SqlAgents, str], None], agents: SqlAgents) -> None:
    kept(agents, account(ANA, Role.ADMIN), account(BOB, Role.ADMIN))
    change(agents, ANA)
    assert agents.find(ANA) != account(ANA, Role.ADMIN)


def test_where_nobody_is_an_admin_agents_can_still_be_changed(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.set_active(ANA, False)
    assert not agents.find(ANA).active


def test_of_two_admins_who_remove_each_other_at_one_moment_one_stays(agents: SqlAgents) -> None:
    kept(agents, account(ANA, Role.ADMIN), account(BOB, Role.ADMIN))
    start, refused = threading.Barrier(2), []

    def demote(email: str) -> None:
        start.wait()
        try:
            agents.set_role(email, Role.AGENT)
        except LastAdmin:
            refused.append(email)

    threads = [threading.Thread(target=demote, args=(email,)) for email in (ANA, BOB)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.agent.email for one in agents.all() if one.agent.is_admin] == refused
    assert len(refused) == 1


def session(email: str = ANA, began: timedelta = timedelta(0)) -> Session:
    return Session(email, 1, NOW - began, NOW - began)


def test_a_session_is_read_with_its_account(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.begin_session("hash of the cookie", session(), NOW)
    assert agents.session("hash of the cookie") == (session(), account(ANA))
    assert agents.session("another") is None


def test_being_seen_and_using_the_session_are_two_things(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.begin_session("h", session(), NOW)
    later = NOW + timedelta(minutes=5)
    agents.record_presence("h", ANA, later, used=False)
    known, seen = agents.session("h")
    assert (known.used_at, seen.seen_at) == (NOW, later)
    agents.record_presence("h", ANA, later, used=True)
    assert agents.session("h")[0].used_at == later


def test_an_ended_session_is_gone_and_others_stay(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.begin_session("laptop", session(), NOW)
    agents.begin_session("phone", session(), NOW)
    agents.end_session("laptop")
    assert agents.session("laptop") is None
    assert agents.session("phone")


def test_sessions_too_old_to_hold_are_forgotten_at_the_next_log_in(agents: SqlAgents) -> None:
    kept(agents, account(ANA))
    agents.begin_session("old", session(began=timedelta(hours=13)), NOW - timedelta(hours=25))
    agents.begin_session("new", session(), NOW - timedelta(hours=12))
    assert agents.session("old") is None
