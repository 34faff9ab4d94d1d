"""The demo log-in: where it exists, and that it is always as it was printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from environs import EnvError

from parcelbot.core.handover.agents import Role
from parcelbot.inbox.entrance import demo
from parcelbot.settings.shared import read_settings
from parcelbot.usecases.accounts import Accounts
from tests.unit.usecases.fake_agents import FakeAgents

PRINTED = "as it is printed"


@pytest.fixture
def in_demo(accounts: Accounts) -> Accounts:
    return replace(accounts, demo_mode=True)


def test_it_is_made_as_an_admin(in_demo: Accounts) -> None:
    demo.ensure(in_demo, PRINTED)
    assert in_demo.check(demo.EMAIL, PRINTED).agent.is_admin


def test_a_restart_leaves_it_and_its_sessions_alone(in_demo: Accounts) -> None:
    demo.ensure(in_demo, PRINTED)
    token = in_demo.begin_session(in_demo.find(demo.EMAIL))
    demo.ensure(in_demo, PRINTED)
    assert in_demo.agent_of(token)


def test_what_was_changed_about_it_is_undone(in_demo: Accounts, store: FakeAgents) -> None:
    demo.ensure(in_demo, PRINTED)
    in_demo.install("other@kossr.example", "another demo admin", role=Role.ADMIN, demo=True)
    in_demo.set_password(demo.EMAIL, "changed in the inbox")
    store.set_active(demo.EMAIL, False)
    store.set_role(demo.EMAIL, Role.AGENT)
    demo.ensure(in_demo, PRINTED)
    assert in_demo.check(demo.EMAIL, PRINTED).agent.is_admin


def test_it_opens_nothing_once_demo_mode_is_over(in_demo: Accounts, accounts: Accounts) -> None:
    demo.ensure(in_demo, PRINTED)
    assert accounts.check(demo.EMAIL, PRINTED) is None


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEMO_MODE", "HOST", "INBOX_URL", "SHOPIFY_URL", "TRACKING_URL", "WEB_PROXIES"):
        monkeypatch.delenv(name, raising=False)


REAL_SHOP = {"SHOPIFY_URL": "https://kossr.myshopify.com", "SHOPIFY_TOKEN": "token"}
REAL_TRACKING = {"TRACKING_URL": "https://api.17track.net/track/v2.2", "TRACKING_KEY": "k"}


@pytest.mark.parametrize(
    ("told", "demo_mode"),
    [
        ({}, True),
        ({"HOST": "localhost"}, True),
        ({"HOST": "::1"}, True),
        ({"TRACKING_URL": "http://127.0.0.1:9000/track/v2.2"}, True),
        ({"DEMO_MODE": "0"}, False),
        ({"HOST": "0.0.0.0"}, False),
        ({"HOST": ""}, False),
        ({"HOST": "192.168.1.20"}, False),
        ({"INBOX_URL": "https://help.kossr.example/inbox"}, False),
        ({"WEB_PROXIES": "1"}, False),
        (REAL_SHOP, False),
        (REAL_TRACKING, False),
        (REAL_SHOP | {"DEMO_MODE": "0"}, False),
        ({"HOST": "0.0.0.0", "DEMO_MODE": "1"}, True),
    ],
)
def test_demo_mode_is_where_nobody_else_is(
    told: dict[str, str], demo_mode: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert read_settings().demo_mode is demo_mode


@pytest.mark.parametrize("real", [REAL_SHOP, REAL_TRACKING])
def test_demo_mode_with_a_real_shop_is_refused_at_the_start(
    real: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**real, "DEMO_MODE": "1"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(EnvError, match="DEMO_MODE=1"):
        read_settings()
