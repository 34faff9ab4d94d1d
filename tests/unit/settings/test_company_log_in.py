"""The identity provider's settings."""

from __future__ import annotations

import pytest
from environs import Env, EnvError

from parcelbot.settings.company_log_in import read_identity_provider

GOOD = {
    "INBOX_OIDC_ISSUER": "https://login.example/",
    "INBOX_OIDC_CLIENT_ID": "inbox",
    "INBOX_OIDC_CLIENT_SECRET": "hush",
}


def told(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Env:
    for name in (*GOOD, "INBOX_OIDC_NAME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return Env()


def test_without_one_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_identity_provider(told(monkeypatch)) is None


def test_a_provider_is_read_and_its_secret_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    provider = read_identity_provider(told(monkeypatch, **GOOD))
    assert provider
    assert (provider.issuer, provider.client_id, provider.name) == ("https://login.example", "inbox", "company account")
    assert "hush" not in repr(provider)


@pytest.mark.parametrize("missing", list(GOOD))
def test_half_a_provider_is_refused(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    with pytest.raises(EnvError, match="go together"):
        read_identity_provider(told(monkeypatch, **{**GOOD, missing: ""}))


def test_one_that_others_could_speak_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvError, match="https://"):
        read_identity_provider(told(monkeypatch, **{**GOOD, "INBOX_OIDC_ISSUER": "http://login.example"}))
