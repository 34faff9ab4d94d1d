from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.front.api.tokens import TokenExpired, TokenInvalid, Tokens

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
TOKENS = Tokens("a secret of thirty-two characters or so", timedelta(days=30))


def test_a_token_names_its_conversation() -> None:
    token, _ = TOKENS.mint("c1", NOW)
    assert TOKENS.conversation_id(token, NOW) == "c1"


def test_a_token_holds_until_it_says_and_not_a_second_longer() -> None:
    token, expires_at = TOKENS.mint("c1", NOW)
    assert expires_at == NOW + timedelta(days=30)
    assert TOKENS.conversation_id(token, expires_at - timedelta(seconds=1)) == "c1"
    with pytest.raises(TokenExpired):
        TOKENS.conversation_id(token, expires_at)


def test_a_token_under_another_secret_is_invalid() -> None:
    token, _ = Tokens("another secret of thirty-two characters", timedelta(days=1)).mint("c1", NOW)
    with pytest.raises(TokenInvalid):
        TOKENS.conversation_id(token, NOW)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é", "." * 3])
def test_rubbish_is_invalid(token: str) -> None:
    with pytest.raises(TokenInvalid):
        TOKENS.conversation_id(token, NOW)
