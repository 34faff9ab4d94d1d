"""Write one message after the other and time each: to the first word of its answer, and to the last."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, Protocol

import requests

_LIMIT_S = 120
_SILENT_S = 1.5


class Timing(NamedTuple):
    """Seconds from sending a message to the first and to the last word of its answer."""

    first_s: float
    last_s: float


class Shopper(Protocol):
    """One new conversation."""

    def says(self, text: str) -> Timing:
        """Send a text and wait for all of its answer."""


class RestShopper:
    """A conversation over a REST channel, Rasa's own or ours."""

    def __init__(self, http: requests.Session, url: str) -> None:
        self._http = http
        self._url = f"{url}/webhooks/rest/webhook"
        self._id = uuid.uuid4().hex

    def says(self, text: str) -> Timing:
        """Send a text; all answers come at once. RuntimeError without an answer."""
        began_s = time.perf_counter()
        answer = self._http.post(self._url, json={"sender": self._id, "message": text}, timeout=_LIMIT_S)
        took_s = time.perf_counter() - began_s
        if not answer.ok or not answer.json():
            raise RuntimeError(f"no answer to {text!r}: {answer.status_code}")
        return Timing(took_s, took_s)


class WebsiteShopper:
    """A conversation on the website channel, read from its event stream as the widget does."""

    #: How many messages answer a text that is said after so many others, found out once by waiting for a silence.
    _answers: ClassVar[dict[tuple[int, str], int]] = {}

    def __init__(self, http: requests.Session, url: str) -> None:
        self._http = http
        self._url = f"{url}/webhooks/website"
        opened = http.post(f"{self._url}/sessions", json={}, timeout=_LIMIT_S).json()
        self._headers = {"Authorization": f"Bearer {opened['token']}"}
        stream = requests.get(f"{self._url}/events", headers=self._headers, stream=True, timeout=_LIMIT_S)
        self._events = _bot_messages(stream)
        self._said = 0

    def says(self, text: str) -> Timing:
        """Send a text; its answer comes by the stream. The first time of all also finds out how long it is."""
        place, began_s = (self._said, text), time.perf_counter()
        self._said += 1
        if place in self._answers:
            self._send(text)
        else:
            self._answers[place] = self._count(text)
        came_s = [time.perf_counter() - began_s for _ in range(self._answers[place]) if next(self._events)]
        return Timing(came_s[0], came_s[-1])

    def _send(self, text: str) -> int:
        body = {"echo_id": uuid.uuid4().hex, "text": text}
        sent = self._http.post(f"{self._url}/messages", json=body, headers=self._headers, timeout=_LIMIT_S)
        sent.raise_for_status()
        return int(sent.json()["seq"])

    def _count(self, text: str) -> int:
        seq, known = self._send(text), -1
        while known < 1 or known != (now := self._said_after(seq)):
            known = self._said_after(seq)
            time.sleep(_SILENT_S)
        return now

    def _said_after(self, seq: int) -> int:
        answer = self._http.get(f"{self._url}/messages", params={"after": seq}, headers=self._headers, timeout=_LIMIT_S)
        return sum(message["author"] == "bot" for message in answer.json()["messages"])


def _bot_messages(stream: requests.Response) -> Iterator[dict[str, Any]]:
    for line in stream.iter_lines(chunk_size=1, decode_unicode=True):
        if line.startswith("data: {") and '"author": "bot"' in line:
            yield json.loads(line.removeprefix("data: "))
