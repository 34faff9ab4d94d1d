from __future__ import annotations

import pytest

from parcelbot.usecases.accounts import Accounts
from tests.support.inbox import Clock, cheap_passwords
from tests.unit.usecases.fake_agents import FakeAgents


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> FakeAgents:
    return FakeAgents()


@pytest.fixture
def accounts(store: FakeAgents, clock: Clock) -> Accounts:
    return Accounts(store, cheap_passwords(), clock)
