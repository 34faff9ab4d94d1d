"""Secrets that anybody could guess are refused where others reach the shop."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from environs import EnvError

from parcelbot.settings.actions import actions_token
from parcelbot.settings.secret_values import is_guessable
from parcelbot.settings.shared import read_settings
from parcelbot.settings.website import read_website_settings

ROOT = Path(__file__).resolve().parents[3]
OF_A_DEMO = ("INBOX_SECRET", "WEBSITE_TOKEN_SECRET", "WEBSITE_IDENTITY_SECRET")
#: Nobody has to set them, so that a demo has no use for a bad one.
NEVER_GUESSABLE = ("CHATWOOT_WEBHOOK_TOKEN", "RADAR_WEBHOOK_SECRET")
NAMES = (*OF_A_DEMO, *NEVER_GUESSABLE)
#: What others choose and tell us: how long it is, is theirs.
ISSUED_BY_OTHERS = {
    "TRACKING_KEY", "AFTERSHIP_KEY", "AFTERSHIP_WEBHOOK_SECRET", "SHOPIFY_CLIENT_SECRET", "SHOPIFY_TOKEN",
    "ZENDESK_TOKEN", "GORGIAS_KEY", "CHATWOOT_TOKEN", "CHATWOOT_WEBHOOK_SECRET", "INBOX_OIDC_CLIENT_SECRET",
}  # fmt: skip
CHATWOOT = {
    "HELPDESK": "chatwoot", "CHATWOOT_URL": "https://desk.example", "CHATWOOT_TOKEN": "t", "CHATWOOT_ACCOUNT": "1",
    "CHATWOOT_INBOX": "2",
}  # fmt: skip
GOOD = "5f0c7d1e93ab48c2a6e4d1b70f38c9e5"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A shop that others reach."""
    for name in (*NAMES, "DEMO_MODE", "ACTIONS_TOKEN", "TRACKING_URL", "TRACKING_KEY", "TRACKING_PROVIDER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOST", "0.0.0.0")
    for name, told in CHATWOOT.items():
        monkeypatch.setenv(name, told)
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


def test_every_secret_that_can_be_set_is_held_to_this_or_issued_by_others() -> None:
    explained = re.findall(r"^#?([A-Z_]+_(?:SECRET|TOKEN|KEY))=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert set(explained) == {*NAMES, "ACTIONS_TOKEN"} | ISSUED_BY_OTHERS


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
    for name in OF_A_DEMO:
        shop.setenv(name, "changeme")
    read_everything()


@pytest.mark.parametrize("name", NEVER_GUESSABLE)
def test_what_nobody_has_to_set_is_held_to_it_in_a_demo_too(shop: pytest.MonkeyPatch, name: str) -> None:
    shop.setenv("HOST", "127.0.0.1")
    shop.setenv(name, "abc" * 12)
    with pytest.raises(EnvError, match=name):
        read_everything()


def test_a_push_of_a_real_provider_is_never_signed_with_the_sandboxs_key(shop: pytest.MonkeyPatch) -> None:
    shop.setenv("TRACKING_URL", "https://parcels.example/v2")
    with pytest.raises(EnvError, match="TRACKING_KEY"):
        read_everything()
    shop.setenv("TRACKING_KEY", "k")
    assert read_settings().tracking_key == "k"


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"TRACKING_URL": "http://localhost:8090/v2"},
        {"TRACKING_URL": "https://parcels.example/v2", "TRACKING_PROVIDER": "aftership", "AFTERSHIP_KEY": "k"},
    ],
)
def test_where_17track_is_not_asked_no_key_is_needed(shop: pytest.MonkeyPatch, told: dict[str, str]) -> None:
    for name, value in told.items():
        shop.setenv(name, value)
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
