"""Verify who is logged in: the shop vouches for an e-mail and a customer id with an HMAC signature.

The shop signs the canonical JSON `{"customer_id":…,"email":…,"timestamp":…}` (keys in this order, no
spaces, UTF-8, no escapes) with HMAC-SHA256 and sends the hex digest; `timestamp` is Unix seconds.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

MAX_AGE = timedelta(minutes=5)


class IdentityRefused(ValueError):
    """The shop's word cannot be taken; `code` says why, for the error body."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Identity:
    """The shopper's e-mail and customer id as the shop states them, and its signature."""

    email: str
    customer_id: str
    signature: str

    def metadata(self) -> dict[str, str]:
        """Give what the assistant is told: e-mail and customer id."""
        return {"email": self.email, "customer_id": self.customer_id}


def sign(secret: str, email: str, customer_id: str | int, timestamp: int) -> str:
    """Compute the hex digest the shop sends."""
    signed = {"customer_id": customer_id, "email": email, "timestamp": timestamp}
    text = json.dumps(signed, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    return hmac.new(secret.encode(), text.encode(errors="replace"), hashlib.sha256).hexdigest()


def verify(claims: Mapping[str, Any], secret: str, now: datetime) -> Identity:
    """Check the identity that `claims` state: signed with `secret` within the last minutes, else IdentityRefused."""
    email, customer_id = claims.get("email"), claims.get("customer_id")
    timestamp, signature = claims.get("timestamp"), claims.get("signature")
    known = isinstance(email, str) and isinstance(customer_id, (str, int))
    if not (secret and known and isinstance(timestamp, int) and isinstance(signature, str)):
        raise IdentityRefused("identity_invalid", "the identity is incomplete or not expected here")
    expected = sign(secret, str(email), customer_id or "", timestamp)
    if not hmac.compare_digest(expected.encode(), signature.lower().encode(errors="replace")):
        raise IdentityRefused("identity_invalid", "the signature does not fit the identity")
    if abs(now.timestamp() - timestamp) > MAX_AGE.total_seconds():
        raise IdentityRefused("identity_stale", "the signature is too old; ask the shop for a new one")
    return Identity(str(email), str(customer_id), expected)
