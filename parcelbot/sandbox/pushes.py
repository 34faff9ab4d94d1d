"""Push news of registered numbers to a webhook, signed and repeated as 17TRACK does."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Timer
from typing import Any

import requests

from parcelbot.sandbox.state import SandboxState

logger = logging.getLogger(__name__)

UPDATED = "TRACKING_UPDATED"
STOPPED = "TRACKING_STOPPED"

_TIMEOUT_S = 10.0


@dataclass(frozen=True)
class Pushes:
    """The address that is pushed to, "" for none, and the waits after which a push that was refused is repeated.

    17TRACK waits 10, 30 and 60 minutes; nobody wants to sit through that here.
    """

    url: str = ""
    again_after_s: tuple[float, ...] = (2.0, 6.0, 12.0)


NO_PUSHES = Pushes()


@dataclass(frozen=True)
class Pusher:
    """A sandbox that pushes what it knows."""

    state: SandboxState
    to: Pushes

    def soon(self, event: str, number: str, after_s: float = 0.0) -> None:
        """Push in `after_s` seconds what is known of the number then; a number nobody registered is not pushed."""
        if self.to.url and number in self.state.registered:
            _later(after_s, lambda: self._push(event, number))

    def _push(self, event: str, number: str) -> None:
        registration = self.state.registered.get(number)
        if registration is None or (event == UPDATED and number not in self.state.entries):
            return
        track = self.state.track(number)
        data = track if event == UPDATED else {key: track[key] for key in ("number", "carrier", "param", "tag")}
        body = json.dumps({"event": event, "data": data}, ensure_ascii=False).encode()
        self._send(body, {"sign": sign(body, registration.token)}, self.to.again_after_s)

    def _send(self, body: bytes, headers: Mapping[str, str], again_after_s: tuple[float, ...]) -> None:
        try:
            kind = {"Content-Type": "application/json"}
            taken = requests.post(self.to.url, data=body, headers={**kind, **headers}, timeout=_TIMEOUT_S).ok
        except requests.RequestException:
            taken = False
        if not taken and again_after_s:
            _later(again_after_s[0], lambda: self._send(body, headers, again_after_s[1:]))


def sign(body: bytes, key: str) -> str:
    """Sign a push: SHA-256 of the body, a slash and the account's key, in hexadecimal digits."""
    return hashlib.sha256(body + b"/" + key.encode()).hexdigest()


def _later(after_s: float, work: Any) -> None:
    timer = Timer(after_s, work)
    timer.daemon = True
    timer.start()
