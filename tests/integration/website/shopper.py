"""A shopper's client of the website channel: sessions, messages, and the event stream over real HTTP."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

#: Nobody waits that long on purpose; a busy machine may.
TIMEOUT_S = 60
#: Longer than anything a test waits for, also on a busy machine.
PATIENCE_S = 120


@dataclass(frozen=True)
class Event:
    """One server-sent event."""

    name: str
    id: str
    data: dict[str, Any]


@dataclass
class Shopper:
    """One conversation; `url` is the channel's base."""

    url: str
    token: str = ""
    conversation_id: str = ""
    http: requests.Session = field(default_factory=requests.Session)

    def arrive(self, **body: Any) -> Shopper:
        session = self.http.post(f"{self.url}/sessions", json=body, timeout=TIMEOUT_S)
        assert session.status_code == 201, session.text
        self.token, self.conversation_id = session.json()["token"], session.json()["conversation_id"]
        return self

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, path: str, **kwargs: Any) -> requests.Response:
        return self.http.post(f"{self.url}{path}", headers=self.headers, timeout=TIMEOUT_S, **kwargs)

    def get(self, path: str, **kwargs: Any) -> requests.Response:
        return self.http.get(f"{self.url}{path}", headers=self.headers, timeout=TIMEOUT_S, **kwargs)

    def send(self, text: str, echo_id: str = "") -> requests.Response:
        return self.post("/messages", json={"echo_id": echo_id or uuid.uuid4().hex, "text": text})

    def press(self, choice: str) -> requests.Response:
        return self.post("/messages", json={"echo_id": uuid.uuid4().hex, "choice": choice})

    def messages(self, after: int = 0) -> list[dict[str, Any]]:
        return list(self.get("/messages", params={"after": after}).json()["messages"])

    def ask(self, text: str, answers: int = 1) -> list[dict[str, Any]]:
        """Send `text` and wait until so many messages of the other side have followed it."""
        sent = self.send(text)
        assert sent.status_code == 202, sent.text
        return self.wait_for(answers, after=sent.json()["seq"])

    def wait_for(self, count: int, after: int = 0) -> list[dict[str, Any]]:
        """The next `count` messages after a seq that are not the shopper's own."""
        found: list[dict[str, Any]] = []
        with self.listen(after) as events:
            for event in events:
                if event.name == "message" and event.data["author"] != "shopper":
                    found.append(event.data)
                if len(found) == count:
                    return found
        raise AssertionError(f"the stream ended after {found}")

    @contextmanager
    def listen(self, after: int = 0, headers: dict[str, str] | None = None) -> Iterator[Iterator[Event]]:
        """The event stream after a seq, closed with the context."""
        with requests.get(
            f"{self.url}/events",
            params={"after": after},
            headers={**self.headers, **(headers or {})},
            stream=True,
            timeout=TIMEOUT_S,
        ) as answer:
            assert answer.status_code == 200, answer.text
            yield read_events(answer)


def read_events(answer: requests.Response) -> Iterator[Event]:
    """The events as they come; TimeoutError when a test has waited long enough, since a stream never falls silent."""
    fields: dict[str, str] = {}
    deadline = time.monotonic() + PATIENCE_S
    for line in answer.iter_lines(chunk_size=1, decode_unicode=True):
        if time.monotonic() > deadline:
            raise TimeoutError(f"not everything came within {PATIENCE_S} s")
        if not line and "data" in fields:
            yield Event(fields.get("event", "message"), fields.get("id", ""), json.loads(fields["data"]))
        if not line:
            fields = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = value


def in_parallel(jobs: list[Callable[[], Any]]) -> None:
    """Run every job in a thread of its own; the first failure is raised."""
    failures: list[BaseException] = []

    def run(job: Callable[[], Any]) -> None:
        try:
            job()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(job,), daemon=True) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
