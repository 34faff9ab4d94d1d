"""One address may hold everything, and files are what is used without one."""

from __future__ import annotations

import pytest

from parcelbot.settings.variables import DEFAULT_CONVERSATIONS_DB, conversations_db

SERVER = "postgresql://shop@db/shop"


@pytest.mark.parametrize(
    ("everything", "conversations", "expected"),
    [
        ("", "", DEFAULT_CONVERSATIONS_DB),
        ("sqlite:///data/shop.db", "", DEFAULT_CONVERSATIONS_DB),
        (SERVER, "", SERVER),
        (SERVER, "data/talks.db", "data/talks.db"),
        ("", SERVER, SERVER),
    ],
)
def test_where_conversations_are_remembered(
    everything: str, conversations: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", everything)
    monkeypatch.setenv("CONVERSATIONS_DB", conversations)
    assert conversations_db() == expected
