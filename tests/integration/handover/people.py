"""The people of a hand-over: shoppers at the website channel, agents at the inbox's forms, both over real HTTP."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import requests

from tests.integration.website.shopper import Shopper
from tests.support.inbox import PASSWORD

T = TypeVar("T")

LIMIT_S = 120
STUCK = "my tracking hasn't moved for weeks, order #7405, anna@example.com"

_TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')


def until(look: Callable[[], T], limit_s: float = LIMIT_S) -> T:
    """What `look` gives as soon as it gives something; fails when it never does."""
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.2)
    raise AssertionError(f"nothing came of it within {limit_s} s")


@dataclass
class Customer(Shopper):
    """A shopper who reads what is said and presses what is offered."""

    def texts(self, author: str = "") -> list[str]:
        return [message["text"] for message in self.messages() if author in ("", message["author"])]

    def offer(self, title: str) -> str:
        """Wait until a choice is offered after the shopper's last word; gives its id."""
        return until(lambda: self.offered(title))

    def presses(self, title: str) -> None:
        pressed = self.press(self.offer(title))
        assert pressed.ok, pressed.text

    def hears(self, words: str, after: int = 0) -> dict[str, Any]:
        """Wait until somebody else says something with these words."""
        return until(lambda: self._heard(words, after))

    def reaches_the_preview(self) -> Customer:
        """Ask about a stuck parcel, and for a person, up to the question whether to send the case."""
        self.send(STUCK)
        self.presses("Yes, please")
        self.offer("Yes, send it")
        return self

    def hands_over(self) -> str:
        """Send the case; gives its reference."""
        self.presses("Yes, send it")
        return self.told_reference()

    def told_reference(self) -> str:
        """Wait until the case has a reference."""
        return until(self.reference)

    def reference(self) -> str:
        """The reference of the case as far as it was told."""
        return next((found for message in self.messages() if (found := _reference(message))), "")

    def offered(self, title: str) -> str:
        """The id of a choice that stands open now, or ""."""
        said = self.messages()
        last = max((n for n, message in enumerate(said) if message["author"] == "shopper"), default=-1)
        choices = (choice for message in said[last + 1 :] for choice in message["choices"])
        return next((choice["id"] for choice in choices if choice["title"] == title), "")

    def _heard(self, words: str, after: int) -> dict[str, Any] | None:
        others = (message for message in self.messages(after) if message["author"] != "shopper")
        return next((message for message in others if words in message["text"]), None)


def _reference(message: dict[str, Any]) -> str:
    return str((message["card"] or {}).get("reference") or "")


@dataclass
class Colleague:
    """An agent at the forms of the inbox."""

    base_url: str
    email: str
    http: requests.Session = field(default_factory=requests.Session)

    def log_in(self) -> Colleague:
        done = self.post("/log-in", email=self.email, password=PASSWORD)
        assert done.status_code == 303, done.text
        return self

    def page(self, reference: str) -> str:
        shown = self.http.get(f"{self.base_url}/tickets/{reference}", timeout=LIMIT_S)
        assert shown.status_code == 200, shown.status_code
        return shown.text

    def post(self, path: str, **form: str) -> requests.Response:
        data = {"csrf_token": self._token(), **form}
        return self.http.post(f"{self.base_url}{path}", data=data, timeout=LIMIT_S, allow_redirects=False)

    def claims(self, reference: str) -> requests.Response:
        return self.post(f"/tickets/{reference}/claim")

    def releases(self, reference: str) -> requests.Response:
        return self.post(f"/tickets/{reference}/release")

    def replies(self, reference: str, text: str, echo_id: str = "") -> requests.Response:
        return self.post(f"/tickets/{reference}/reply", text=text, echo_id=echo_id or new_echo_id(), then="pending")

    def solves(self, reference: str) -> requests.Response:
        return self.post(f"/tickets/{reference}/status", status="solved", was="pending")

    def _token(self) -> str:
        address = "/password" if self.http.cookies else "/log-in"
        shown = self.http.get(f"{self.base_url}{address}", timeout=LIMIT_S)
        found = _TOKEN.search(shown.text)
        assert found, shown.text
        return found[1]


def new_echo_id() -> str:
    return f"inbox-{uuid.uuid4().hex}"
