"""Make the key pair by which push services know us (VAPID, RFC 8292) out of a secret that the database keeps."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

#: The name of the secret; the number of points of the curve P-256.
PUSH_SECRET = "browser_push"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_KEY_BYTES = 32


@dataclass(frozen=True)
class PushKeys:
    """A key pair, each in base64url: the private number, and the public point as browsers take it."""

    private: str = field(repr=False)
    public: str


def push_keys(secret: str) -> PushKeys:
    """Derive the pair: the same secret gives the same pair on every machine."""
    number = int.from_bytes(hashlib.sha256(secret.encode()).digest(), "big") % (_ORDER - 1) + 1
    point = ec.derive_private_key(number, ec.SECP256R1()).public_key()
    public = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return PushKeys(_base64url(number.to_bytes(_KEY_BYTES, "big")), _base64url(public))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
