"""The codes of the second step at log-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp
import pytest

from parcelbot.core.handover.agents import Account, Agent
from parcelbot.usecases.second_step import SecondStep
from tests.unit.core.builders import NOW
from tests.unit.usecases.fake_agents import FakeAgents

ANA = "ana@kossr.example"


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def steps(clock: Clock) -> SecondStep:
    store = FakeAgents()
    store.add(Account(Agent(ANA, "Ana"), True, 1, NOW), "hash")
    return SecondStep(store, clock)


@pytest.fixture
def secret(steps: SecondStep, clock: Clock) -> str:
    """The secret of Ana's app, turned on an hour ago."""
    secret = steps.new_secret()
    assert steps.turn_on(ANA, secret, code(secret, clock.now))
    clock.now += timedelta(hours=1)
    return secret


def code(secret: str, at: datetime) -> str:
    return pyotp.TOTP(secret).at(at)


def test_a_code_of_now_passes_and_so_do_its_neighbours(steps: SecondStep, secret: str, clock: Clock) -> None:
    for seconds in (-30, 0, 30):
        assert steps.passes(ANA, code(secret, clock.now + timedelta(seconds=seconds)))


def test_each_code_is_good_once_and_none_after_a_later_one(steps: SecondStep, secret: str, clock: Clock) -> None:
    assert steps.passes(ANA, code(secret, clock.now))
    assert not steps.passes(ANA, code(secret, clock.now))
    assert not steps.passes(ANA, code(secret, clock.now - timedelta(seconds=30)))


@pytest.mark.parametrize("typed", ["", "000000", "abc", "１２３４５６", "1" * 20])
def test_anything_else_does_not(steps: SecondStep, secret: str, typed: str) -> None:
    assert not steps.passes(ANA, typed)


def test_an_old_code_does_not(steps: SecondStep, secret: str, clock: Clock) -> None:
    assert not steps.passes(ANA, code(secret, clock.now - timedelta(minutes=5)))


def test_a_code_may_be_typed_with_a_gap(steps: SecondStep, secret: str, clock: Clock) -> None:
    right = code(secret, clock.now)
    assert steps.passes(ANA, f" {right[:3]} {right[3:]} ")


def test_nothing_is_kept_before_a_code_has_shown_that_the_app_has_the_secret(steps: SecondStep) -> None:
    assert not steps.turn_on(ANA, steps.new_secret(), "000000")
    assert steps.store.totp_secret(ANA) == ""


def test_the_code_that_turned_it_on_is_used(steps: SecondStep, clock: Clock) -> None:
    secret = steps.new_secret()
    assert steps.turn_on(ANA, secret, code(secret, clock.now))
    assert not steps.passes(ANA, code(secret, clock.now))


def test_only_a_right_code_turns_it_off(steps: SecondStep, secret: str, clock: Clock) -> None:
    assert not steps.turn_off(ANA, "000000")
    assert steps.turn_off(ANA, code(secret, clock.now))
    assert not steps.passes(ANA, code(secret, clock.now + timedelta(seconds=30)))


def test_apps_are_told_whose_code_it_is(steps: SecondStep) -> None:
    secret = steps.new_secret()
    address = steps.address(ANA, secret)
    assert address.startswith(f"otpauth://totp/KOSSR%20inbox:ana%40kossr.example?secret={secret}")


@pytest.mark.parametrize("tampered", ["", "short", "not base 32!", "\0" * 32])
def test_a_secret_that_was_tampered_with_turns_nothing_on(steps: SecondStep, tampered: str) -> None:
    assert not steps.is_secret(tampered)
    assert not steps.turn_on(ANA, tampered, "000000")
