"""Send what the radar finds to a webhook of the owner's, signed as standardwebhooks.com describes it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import requests

from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed
from parcelbot.core.outgoing.forwarding import RADAR_HOOK
from parcelbot.helpdesk.protocol import RadarCopy

#: Answers after which it is worth trying again, beside all of the server's own faults.
_LATER = frozenset({408, 409, 423, 425, 429})


@dataclass(frozen=True)
class RadarHook:
    """Destination `radar_hook`. A finding is sent until it was taken, each time under the same `webhook-id`.

    A call takes at most `connect_s` to connect and `answer_s` from byte to byte.
    """

    url: str
    secret: str = field(repr=False)
    clock: Callable[[], datetime]
    session: requests.Session = field(default_factory=requests.Session)
    connect_s: float = 5.0
    answer_s: float = 20.0
    name: str = RADAR_HOOK

    def deliver(self, delivery: Delivery, finding: RadarCopy, remote_id: str, /) -> str:  # noqa: ARG002
        """Post one finding; DeliveryFailed for anything but an answer that takes it."""
        body = json.dumps(finding.told).encode()
        at = str(int(self.clock().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "webhook-id": delivery.reference,
            "webhook-timestamp": at,
            "webhook-signature": signature(self.secret, delivery.reference, at, body),
        }
        try:
            response = self.session.post(
                self.url, data=body, headers=headers, timeout=(self.connect_s, self.answer_s), allow_redirects=False
            )
        except requests.RequestException as error:
            raise DeliveryFailed(f"RADAR_WEBHOOK_URL did not answer ({type(error).__name__}).") from error
        status = response.status_code
        if not 200 <= status < 300:
            permanent = status < 500 and status not in _LATER
            raise DeliveryFailed(f"RADAR_WEBHOOK_URL answered with HTTP {status}.", permanent=permanent)
        return ""


def signature(secret: str, webhook_id: str, at: str, body: bytes) -> str:
    """Sign id, time and body, so that nobody else can send findings nor send an old one again."""
    signed = f"{webhook_id}.{at}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(secret.encode(), signed, hashlib.sha256).digest()).decode()
