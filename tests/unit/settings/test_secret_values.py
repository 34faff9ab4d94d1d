"""Secrets that anybody could guess are refused where others reach the shop."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import pytest
from environs import EnvError

from parcelbot.settings.actions import actions_token
from parcelbot.settings.secret_values import is_guessable
from parcelbot.settings.shared import read_settings
from parcelbot.settings.website import read_website_settings

NAMES = ("INBOX_SECRET", "WEBSITE_TOKEN_SECRET", "WEBSITE_IDENTITY_SECRET")
GOOD = "5f0c7d1e93ab48c2a6e4d1b70f38c9e5"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A shop that others reach."""
    for name in (*NAMES, "DEMO_MODE", "ACTIONS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOST", "0.0.0.0")
    return monkeypatch


def read_everything() -> None:
    read_settings()
    read_website_settings()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("secret", ["changeme", "secret", "x" * 40, "changeme" * 5, GOOD[:31]])
def test_a_secret_that_can_be_guessed_is_refused_by_name(shop: pytest.MonkeyPatch, name: str, secret: str) -> None:
    shop.setenv(name, secret)
    with pytest.raises(EnvError, match=f"{name} is too easy to guess.*openssl rand"):
        read_everything()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_secret_is_does_not_show_in_the_refusal(shop: pytest.MonkeyPatch, name: str) -> None:
    shop.setenv(name, "changeme")
    with pytest.raises(EnvError) as refused:
        read_everything()
    assert "changeme" not in str(refused.value)


def test_a_good_secret_and_none_at_all_are_taken(shop: pytest.MonkeyPatch) -> None:
    read_everything()
    for name in NAMES:
        shop.setenv(name, GOOD)
    read_everything()


def test_a_demo_may_have_any_secret(shop: pytest.MonkeyPatch) -> None:
    shop.setenv("HOST", "127.0.0.1")
    for name in NAMES:
        shop.setenv(name, "changeme")
    read_everything()


@pytest.mark.parametrize("make", [secrets.token_hex, secrets.token_urlsafe])
def test_what_is_made_at_random_is_good(make: Callable[[int], str]) -> None:
    assert not any(is_guessable(make(32)) for _ in range(200))


@pytest.mark.parametrize("token", ["", "changeme"])
def test_an_action_server_needs_a_token_in_a_demo_too(shop: pytest.MonkeyPatch, token: str) -> None:
    shop.setenv("HOST", "127.0.0.1")
    shop.setenv("ACTIONS_TOKEN", token)
    with pytest.raises(EnvError, match="ACTIONS_TOKEN"):
        actions_token()
