"""Log-ins and passwords of agents."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.handover.agents import Account, Agent, Role, Session, SessionLimits, normal_email, password_problem

NOW = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
LIMITS = SessionLimits(idle=timedelta(hours=1), lifetime=timedelta(hours=12))


def account(active: bool = True, demo: bool = False) -> Account:
    return Account(Agent("ana@shop.example", "Ana", demo=demo), active, 1, NOW)


@pytest.mark.parametrize("demo_mode", [True, False])
def test_an_active_account_may_log_in(demo_mode: bool) -> None:
    assert account().usable(demo_mode)


@pytest.mark.parametrize("demo_mode", [True, False])
@pytest.mark.parametrize("demo", [True, False])
def test_a_deactivated_account_may_never_log_in(demo: bool, demo_mode: bool) -> None:
    assert not account(active=False, demo=demo).usable(demo_mode)


def test_a_demo_account_may_log_in_only_in_demo_mode() -> None:
    assert account(demo=True).usable(demo_mode=True)
    assert not account(demo=True).usable(demo_mode=False)


def test_only_an_admin_is_one() -> None:
    assert Agent("a@b.example", "A", Role.ADMIN).is_admin
    assert not Agent("a@b.example", "A").is_admin


@pytest.mark.parametrize(
    ("began", "used", "holds"),
    [
        (timedelta(0), timedelta(0), True),
        (timedelta(minutes=59), timedelta(minutes=59), True),
        (timedelta(hours=1), timedelta(hours=1), False),
        (timedelta(hours=11), timedelta(minutes=1), True),
        (timedelta(hours=12), timedelta(minutes=1), False),
    ],
)
def test_a_session_ends_by_idleness_and_by_age(began: timedelta, used: timedelta, holds: bool) -> None:
    assert LIMITS.hold(Session("ana@shop.example", 1, NOW - began, NOW - used), NOW) is holds


def test_an_email_is_compared_without_its_case_and_spaces() -> None:
    assert normal_email("  Ana@Shop.Example ") == "ana@shop.example"


@pytest.mark.parametrize("password", ["", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "x" * 201, "ana.k likes linen"])
def test_a_password_that_is_easy_is_refused_with_a_sentence(password: str) -> None:
    assert password_problem(password, "Ana.K@shop.example").endswith(".")


@pytest.mark.parametrize("password", ["twelve chars", "Зима пришла рано", "x9" * 6 + "abc"])
def test_a_long_password_will_do(password: str) -> None:
    assert password_problem(password, "ana.k@shop.example") == ""


def test_a_name_too_short_to_mean_anything_is_allowed_in_a_password() -> None:
    assert password_problem("bananas and linen", "an@shop.example") == ""
