"""Mint and read tokens: signed statements that their bearer is the shopper of one conversation."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

_ALGORITHM = "HS256"


class TokenInvalid(ValueError):
    """Not a token of ours."""


class TokenExpired(TokenInvalid):
    """A token of ours whose time is over."""


@dataclass(frozen=True)
class Tokens:
    """Mints and reads tokens that hold for `lifetime`."""

    secret: str
    lifetime: timedelta

    def mint(self, conversation_id: str, now: datetime) -> tuple[str, datetime]:
        """Mint a token bound to the conversation, and say when it expires."""
        expires_at = (now + self.lifetime).replace(microsecond=0)
        claims = {"sub": conversation_id, "exp": int(expires_at.timestamp())}
        return jwt.encode(claims, self.secret, _ALGORITHM), expires_at

    def alias(self, text: str) -> str:
        """Give 32 characters that are the same for the same text, and do not tell it to who has not the secret."""
        return hmac.new(self.secret.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]

    def conversation_id(self, token: str, now: datetime) -> str:
        """Read the conversation `token` is bound to; TokenInvalid or TokenExpired when there is none."""
        try:
            claims = jwt.decode(
                token, self.secret, [_ALGORITHM], options={"require": ["sub", "exp"], "verify_exp": False}
            )
        except jwt.InvalidTokenError as error:
            raise TokenInvalid(str(error)) from error
        if claims["exp"] <= now.timestamp():
            raise TokenExpired(str(claims["exp"]))
        return str(claims["sub"])
