from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from environs import Env, EnvError

from parcelbot.settings.helpdesks import ChatwootAccount, ZendeskAccount, read_chatwoot, read_gorgias, read_zendesk

ZENDESK = {"ZENDESK_URL": "https://kossr.zendesk.com", "ZENDESK_EMAIL": "a@kossr.example", "ZENDESK_TOKEN": "t"}
GORGIAS = {"GORGIAS_URL": "https://kossr.gorgias.com", "GORGIAS_EMAIL": "a@kossr.example", "GORGIAS_KEY": "k"}
CHATWOOT = {
    "CHATWOOT_URL": "https://chat.example",
    "CHATWOOT_TOKEN": "t",
    "CHATWOOT_ACCOUNT": "1",
    "CHATWOOT_INBOX": "3",
}
READERS: list[tuple[Callable[[Env], Any], dict[str, str]]] = [
    (read_zendesk, ZENDESK),
    (read_gorgias, GORGIAS),
    (read_chatwoot, CHATWOOT),
]


def read(reader: Callable[[Env], Any], told: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Any:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return reader(Env())


@pytest.mark.parametrize(("reader", "told", "missing"), [(r, t, name) for r, t in READERS for name in t])
def test_what_is_missing_is_named(
    reader: Callable[[Env], Any], told: dict[str, str], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EnvError, match=missing):
        read(reader, {**told, missing: " "}, monkeypatch)


def test_custom_fields_of_zendesk_may_be_left_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    account = read(read_zendesk, {**ZENDESK, "ZENDESK_ORDER_FIELD": "", "ZENDESK_TRACKING_FIELD": "36"}, monkeypatch)
    assert account == ZendeskAccount("https://kossr.zendesk.com", "a@kossr.example", "t", 0, 36)


@pytest.mark.parametrize("name", ["CHATWOOT_ACCOUNT", "CHATWOOT_INBOX"])
def test_a_number_that_is_none_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvError, match=f"{name} has to be a number"):
        read(read_chatwoot, {**CHATWOOT, name: "three"}, monkeypatch)


def test_chatwoot_may_do_without_a_webhook(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(read_chatwoot, CHATWOOT, monkeypatch) == ChatwootAccount("https://chat.example", "t", 1, 3, "", "")
