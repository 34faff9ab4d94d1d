"""`make agent`: the first account and those after it."""

from __future__ import annotations

import pytest

from parcelbot.commands.agent import make_agent
from parcelbot.core.handover.agents import Role
from parcelbot.usecases.accounts import Accounts
from tests.support.inbox import PASSWORD, Clock, cheap_passwords, enrol
from tests.unit.usecases.fake_agents import FakeAgents

ANA = "ana@shop.example"
BOB = "bob@shop.example"


@pytest.fixture
def accounts() -> Accounts:
    return Accounts(FakeAgents(), cheap_passwords(), Clock())


def test_the_first_account_is_an_admin_and_the_next_an_agent(accounts: Accounts) -> None:
    make_agent(accounts, ANA)
    make_agent(accounts, BOB)
    assert [account.agent.role for account in accounts.store.all()] == [Role.ADMIN, Role.AGENT]


def test_a_demo_admin_does_not_count_as_the_first(accounts: Accounts) -> None:
    enrol(accounts, "demo@shop.example", Role.ADMIN, demo=True)
    make_agent(accounts, ANA)
    assert accounts.find(ANA).agent.is_admin


def test_name_and_role_are_as_told(accounts: Accounts) -> None:
    make_agent(accounts, ANA, name="Ana from KOSSR", role=Role.AGENT)
    agent = accounts.find(ANA).agent
    assert (agent.name, agent.role) == ("Ana from KOSSR", Role.AGENT)


def test_a_generated_password_is_told_and_opens_the_account(accounts: Accounts) -> None:
    lines = make_agent(accounts, ANA, generate=lambda: "made for the test")
    assert "made for the test" in "\n".join(lines)
    assert accounts.check(ANA, "made for the test")


def test_a_typed_password_is_not_told(accounts: Accounts) -> None:
    assert PASSWORD not in "\n".join(make_agent(accounts, ANA, password=PASSWORD))
    assert accounts.check(ANA, PASSWORD)


def test_the_same_email_again_sets_a_new_password_and_ends_sessions(accounts: Accounts) -> None:
    make_agent(accounts, ANA, name="Ana", password=PASSWORD)
    token = accounts.begin_session(accounts.find(ANA))
    lines = make_agent(accounts, ANA, password="another one, just as long")
    assert lines[0] == "✓ New password (admin)"
    assert accounts.check(ANA, PASSWORD) is None
    assert accounts.agent_of(token) is None
    assert accounts.find(ANA).agent.name == "Ana"


def test_who_was_deactivated_is_let_in_again(accounts: Accounts) -> None:
    enrol(accounts, BOB, Role.ADMIN)
    enrol(accounts, ANA, active=False)
    make_agent(accounts, ANA, password=PASSWORD)
    assert accounts.check(ANA, PASSWORD)


@pytest.mark.parametrize(
    ("email", "options", "sentence"),
    [
        (BOB, {"password": "short"}, "at least 12"),
        (ANA, {"role": Role.AGENT}, "the last admin"),
        ("demo@shop.example", {}, "the demo log-in"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    email: str, options: dict[str, object], sentence: str, accounts: Accounts
) -> None:
    enrol(accounts, "demo@shop.example", Role.ADMIN, demo=True)
    enrol(accounts, ANA, Role.ADMIN)
    with pytest.raises(ValueError, match=sentence):
        make_agent(accounts, email, **options)
    assert accounts.check(ANA, PASSWORD).agent.is_admin
