"""Logging in and out, and who manages whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from parcelbot.core.handover.agents import AccountExists, AccountUnknown, Agent, LastAdmin, Role
from parcelbot.usecases.accounts import Accounts, name_from_email
from parcelbot.usecases.passwords import Passwords
from tests.support.inbox import PASSWORD, Clock, enrol
from tests.unit.usecases.fake_agents import FakeAgents

ANA = "ana@shop.example"
BOB = "bob@shop.example"
DEMO = "demo@shop.example"


def test_email_and_password_open_the_account(accounts: Accounts) -> None:
    account = enrol(accounts, ANA)
    assert accounts.check(ANA, PASSWORD) == account


def test_the_email_may_be_typed_in_capitals(accounts: Accounts) -> None:
    enrol(accounts, ANA)
    assert accounts.check(" Ana@Shop.example", PASSWORD)


def test_a_wrong_password_and_an_unknown_email_open_nothing(accounts: Accounts) -> None:
    enrol(accounts, ANA)
    assert accounts.check(ANA, PASSWORD + "!") is None
    assert accounts.check(BOB, PASSWORD) is None


def test_a_deactivated_account_opens_nothing(accounts: Accounts) -> None:
    enrol(accounts, ANA, active=False)
    assert accounts.check(ANA, PASSWORD) is None


def test_a_demo_account_opens_nothing_outside_demo_mode(accounts: Accounts) -> None:
    enrol(accounts, DEMO, demo=True)
    assert accounts.check(DEMO, PASSWORD) is None
    assert replace(accounts, demo_mode=True).check(DEMO, PASSWORD)


class CountingHasher(PasswordHasher):
    """Counts what costs time."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.verified = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        self.verified += 1
        return super().verify(hash, password)


@pytest.mark.parametrize("email", [ANA, BOB, "gone@shop.example", "invited@shop.example"])
def test_every_attempt_costs_one_verification(email: str, accounts: Accounts) -> None:
    enrol(accounts, ANA)
    enrol(accounts, "gone@shop.example", active=False)
    accounts.add(Agent(ANA, "Ana", Role.ADMIN), "invited@shop.example", "Ivo", Role.AGENT)
    hasher = CountingHasher()
    replace(accounts, passwords=Passwords(hasher)).check(email, "not the password")
    assert hasher.verified == 1


def test_a_hash_of_an_older_cost_is_made_anew_at_log_in(accounts: Accounts, store: FakeAgents) -> None:
    enrol(accounts, ANA)
    before = store.hashes[ANA]
    dearer = replace(accounts, passwords=Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)))
    token = accounts.begin_session(store.accounts[ANA])
    assert dearer.check(ANA, PASSWORD)
    assert store.hashes[ANA] != before
    assert dearer.check(ANA, PASSWORD)
    assert accounts.agent_of(token), "the password is the same, so the session goes on"


def test_a_session_is_its_agents(accounts: Accounts) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    assert accounts.agent_of(token) == Agent(ANA, "Ana")


def test_an_invented_session_is_nobodys(accounts: Accounts) -> None:
    accounts.begin_session(enrol(accounts, ANA))
    assert accounts.agent_of("x" * 43) is None


def test_what_is_kept_does_not_open_a_session(accounts: Accounts, store: FakeAgents) -> None:
    accounts.begin_session(enrol(accounts, ANA))
    (kept,) = store.sessions
    assert accounts.agent_of(kept) is None


def test_a_session_ends_when_it_is_not_used(accounts: Accounts, clock: Clock) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    clock.forward(minutes=59)
    assert accounts.agent_of(token)
    clock.forward(minutes=59)
    assert accounts.agent_of(token)
    clock.forward(minutes=60)
    assert accounts.agent_of(token) is None


def test_a_page_that_looks_for_news_by_itself_does_not_keep_a_session_alive(accounts: Accounts, clock: Clock) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    for _ in range(6):
        clock.forward(minutes=9)
        assert accounts.agent_of(token, by_a_person=False)
    clock.forward(minutes=9)
    assert accounts.agent_of(token, by_a_person=False) is None


def test_but_it_shows_that_the_agent_is_there(accounts: Accounts, store: FakeAgents, clock: Clock) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    clock.forward(minutes=5)
    accounts.agent_of(token, by_a_person=False)
    assert store.accounts[ANA].seen_at == clock.now


def test_being_there_is_written_down_at_most_every_half_minute(
    accounts: Accounts, store: FakeAgents, clock: Clock
) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    for _ in range(7):
        accounts.agent_of(token)
        clock.forward(seconds=10)
    assert len(store.noticed) == 3


def test_a_session_ends_after_its_lifetime_however_much_it_is_used(accounts: Accounts, clock: Clock) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    for _ in range(23):
        clock.forward(minutes=30)
        assert accounts.agent_of(token)
    clock.forward(minutes=30)
    assert accounts.agent_of(token) is None


def test_logging_out_ends_that_session_only(accounts: Accounts) -> None:
    account = enrol(accounts, ANA)
    laptop, phone = accounts.begin_session(account), accounts.begin_session(account)
    accounts.end_session(laptop)
    assert accounts.agent_of(laptop) is None
    assert accounts.agent_of(phone)


def test_a_new_password_ends_every_session(accounts: Accounts) -> None:
    token = accounts.begin_session(enrol(accounts, ANA))
    accounts.set_password(ANA, "another one, just as long")
    assert accounts.agent_of(token) is None


def test_deactivating_ends_every_session_for_good(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    token = accounts.begin_session(enrol(accounts, ANA))
    accounts.set_active(boss, ANA, False)
    assert accounts.agent_of(token) is None
    accounts.set_active(boss, ANA, True)
    assert accounts.agent_of(token) is None


def test_a_demo_session_ends_with_demo_mode(accounts: Accounts) -> None:
    in_demo = replace(accounts, demo_mode=True)
    token = in_demo.begin_session(enrol(accounts, DEMO, demo=True))
    assert in_demo.agent_of(token)
    assert accounts.agent_of(token) is None


def test_a_role_taken_away_is_gone_at_once(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    token = accounts.begin_session(enrol(accounts, ANA, Role.ADMIN))
    accounts.set_role(boss, ANA, Role.AGENT)
    agent = accounts.agent_of(token)
    assert agent
    assert not agent.is_admin


def test_an_invited_colleague_cannot_log_in_before_choosing_a_password(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    accounts.add(boss, "Ana@shop.example", " Ana ", Role.AGENT)
    assert accounts.find(ANA).agent == Agent(ANA, "Ana")
    assert accounts.check(ANA, "!") is None
    assert accounts.check(ANA, "") is None


def test_nobody_is_added_twice(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    with pytest.raises(AccountExists):
        accounts.add(boss, "BOB@shop.example", "Bob", Role.AGENT)


def test_a_reset_password_opens_nothing_and_ends_sessions(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    token = accounts.begin_session(enrol(accounts, ANA))
    accounts.reset_password(boss, ANA)
    assert accounts.check(ANA, PASSWORD) is None
    assert accounts.agent_of(token) is None


def test_the_last_admin_stays_one(accounts: Accounts) -> None:
    boss = enrol(accounts, BOB, Role.ADMIN).agent
    with pytest.raises(LastAdmin):
        accounts.set_role(boss, BOB, Role.AGENT)
    with pytest.raises(LastAdmin):
        accounts.set_active(boss, BOB, False)


def test_what_a_demo_admin_adds_is_demo_too(accounts: Accounts) -> None:
    demo = enrol(accounts, DEMO, Role.ADMIN, demo=True).agent
    assert accounts.add(demo, ANA, "Ana", Role.ADMIN).agent.demo


def test_a_demo_admin_neither_sees_nor_changes_real_accounts(accounts: Accounts) -> None:
    demo = enrol(accounts, DEMO, Role.ADMIN, demo=True).agent
    enrol(accounts, ANA)
    assert [account.agent.email for account in accounts.team(demo)] == [DEMO]
    for change in (
        lambda: accounts.set_role(demo, ANA, Role.ADMIN),
        lambda: accounts.set_active(demo, ANA, False),
        lambda: accounts.reset_password(demo, ANA),
    ):
        with pytest.raises(AccountUnknown):
            change()


def test_a_case_can_be_given_to_those_who_can_log_in(accounts: Accounts) -> None:
    enrol(accounts, ANA)
    enrol(accounts, BOB, active=False)
    enrol(accounts, DEMO, demo=True)
    assert [agent.email for agent in accounts.colleagues()] == [ANA]


@pytest.mark.parametrize(
    ("email", "name"),
    [("ana.k@shop.example", "Ana"), ("BOB2@shop.example", "Bob"), ("7@shop.example", "Support")],
)
def test_a_name_can_be_read_off_an_email(email: str, name: str) -> None:
    assert name_from_email(email) == name
