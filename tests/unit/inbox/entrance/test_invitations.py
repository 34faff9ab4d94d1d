"""Links by which a colleague chooses a password."""

from __future__ import annotations

import pytest

from parcelbot.core.handover.agents import Role
from parcelbot.inbox.entrance.invitations import Invitations
from parcelbot.usecases.accounts import Accounts
from tests.support.inbox import Clock, enrol

ANA = "ana@shop.example"


@pytest.fixture
def invitations(clock: Clock) -> Invitations:
    return Invitations("a secret of the tests", clock)


def test_a_link_leads_to_its_account(invitations: Invitations, accounts: Accounts) -> None:
    account = enrol(accounts, ANA)
    assert invitations.invited(invitations.invite(account), accounts) == account


def test_a_link_is_spent_when_the_password_is_chosen(invitations: Invitations, accounts: Accounts) -> None:
    token = invitations.invite(enrol(accounts, ANA))
    accounts.set_password(ANA, "chosen by the colleague")
    assert invitations.invited(token, accounts) is None


def test_an_older_link_is_spent_by_a_newer_reset(invitations: Invitations, accounts: Accounts) -> None:
    boss = enrol(accounts, "bob@shop.example", Role.ADMIN).agent
    older = invitations.invite(enrol(accounts, ANA))
    newer = invitations.invite(accounts.reset_password(boss, ANA))
    assert invitations.invited(older, accounts) is None
    assert invitations.invited(newer, accounts)


def test_a_link_is_good_for_three_days(invitations: Invitations, accounts: Accounts, clock: Clock) -> None:
    token = invitations.invite(enrol(accounts, ANA))
    clock.forward(days=3)
    assert invitations.invited(token, accounts)
    clock.forward(seconds=1)
    assert invitations.invited(token, accounts) is None


def test_a_deactivated_colleagues_link_leads_nowhere(invitations: Invitations, accounts: Accounts) -> None:
    token = invitations.invite(enrol(accounts, ANA, active=False))
    assert invitations.invited(token, accounts) is None


def test_a_link_signed_by_somebody_else_leads_nowhere(
    invitations: Invitations, accounts: Accounts, clock: Clock
) -> None:
    forged = Invitations("another secret", clock).invite(enrol(accounts, ANA))
    assert invitations.invited(forged, accounts) is None
    assert invitations.invited("nonsense", accounts) is None
