"""A case over days, on the website: files, coming back, and a case that was not settled after all."""

from __future__ import annotations

import io
import sqlite3
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from PIL import Image

from tests.support.stack import Stack

_LIMIT_S = 15
_QUIET_S = 1.0


@dataclass
class Visitor:
    """A shopper on the website, whose past can be moved further back."""

    stack: Stack
    id: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seq: int = 0
    choices: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        session = self._post("sessions", json={}).json()
        self.id, self.headers = session["conversation_id"], {"Authorization": f"Bearer {session['token']}"}

    def says(self, text: str) -> str:
        """Send a text; what the assistant answers until it has been quiet for a moment."""
        return self._sends(text=text)

    def presses(self, title: str) -> str:
        """Press one of the choices last offered."""
        return self._sends(choice=self.choices[title])

    def sends_picture(self, name: str) -> str:
        """Send a small picture under this name."""
        body = io.BytesIO()
        Image.new("RGB", (8, 8)).save(body, "PNG")
        made = self._post("attachments", files={"file": (name, body.getvalue())}).json()
        return self._sends(attachment_id=made["attachment_id"])

    def is_away(self, hours: int) -> None:
        """Make everything said so far that much older."""
        self.sql("UPDATE messages SET at = datetime(at, ?) WHERE conversation_id = ?", f"-{hours} hours", self.id)

    def ticket(self) -> dict[str, Any]:
        """The newest ticket of the conversation."""
        return self.sql("SELECT * FROM tickets WHERE conversation_id = ? ORDER BY created_at DESC", self.id)[0]

    def state(self) -> str:
        """Who owns the conversation."""
        return str(self.sql("SELECT state FROM conversations WHERE id = ?", self.id)[0]["state"])

    def sql(self, statement: str, *values: object) -> list[dict[str, Any]]:
        """Run a statement on the stack's database."""
        with sqlite3.connect(self.stack.folder / "parcelbot.db") as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(statement, values)]

    def _sends(self, **what: str) -> str:
        self._post("messages", json={"echo_id": str(uuid.uuid4()), **what})
        heard: list[dict[str, Any]] = []
        last, deadline = time.monotonic(), time.monotonic() + _LIMIT_S
        while time.monotonic() < deadline and not (heard and time.monotonic() - last > _QUIET_S):
            if news := self._news():
                heard, last = heard + news, time.monotonic()
            time.sleep(0.1)
        self.choices = {c["title"]: c["id"] for m in heard for c in m["choices"]} or self.choices
        return "\n".join(m["text"] for m in heard)

    def _news(self) -> list[dict[str, Any]]:
        url = f"{self.stack.url('rasa')}/webhooks/website/messages"
        news = requests.get(url, params={"after": self.seq}, headers=self.headers, timeout=_LIMIT_S).json()["messages"]
        self.seq = news[-1]["seq"] if news else self.seq
        return [m for m in news if m["author"] == "bot"]

    def _post(self, path: str, **body: Any) -> requests.Response:
        url = f"{self.stack.url('rasa')}/webhooks/website/{path}"
        answer = requests.post(url, headers=self.headers, timeout=_LIMIT_S, **body)
        assert answer.ok, answer.text
        return answer


@pytest.fixture
def visitor(stack: Stack) -> Iterator[Visitor]:
    return Visitor(stack)


def with_a_ticket(visitor: Visitor) -> str:
    visitor.says("order #7413, anna@example.com: my parcel is damaged, what now?")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    return str(visitor.ticket()["reference"])


def test_a_picture_goes_along_with_the_ticket(visitor: Visitor) -> None:
    visitor.says("order #7413, anna@example.com: the box is crushed")
    visitor.sends_picture("crushed box.png")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    stored = visitor.ticket()
    assert "[file: crushed box.png]" in stored["transcript"]
    assert "sent 1 file: crushed box.png" in stored["summary"]
    assert stored["attachments"] != "[]"


def test_a_handed_over_conversation_still_has_the_assistants_answers(visitor: Visitor) -> None:
    with_a_ticket(visitor)
    assert visitor.state() == "requested"
    assert "customs" in visitor.says("what does held by customs mean?")
    assert visitor.state() == "requested"


def test_who_comes_back_hears_once_where_the_case_stands(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.is_away(hours=5)
    heard = visitor.says("hello")
    assert heard.startswith("Welcome back.")
    assert reference in heard
    assert "Welcome back" not in visitor.says("hello")


def test_a_case_that_is_late_is_called_late_on_coming_back(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.sql("UPDATE tickets SET first_response_due = '2026-01-05 09:00:00.000000' WHERE reference = ?", reference)
    visitor.is_away(hours=30)
    assert "haven't had it. I'm sorry" in visitor.says("where is my parcel?")


def test_what_was_solved_while_away_and_is_not_settled_is_passed_on_with_one_press(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.is_away(hours=30)
    solved = "UPDATE tickets SET status = 'solved', active_key = NULL, solved_at = datetime('now') WHERE reference = ?"
    visitor.sql(solved, reference)
    visitor.sql("UPDATE conversations SET state = 'solved' WHERE id = ?", visitor.id)
    assert "marked as solved" in visitor.says("hi")
    heard = visitor.presses("It isn't settled")
    again = visitor.ticket()
    assert again["reference"] in heard
    assert "Shall I send it" not in heard
    assert reference in again["earlier"]
    assert (again["email"], again["order_number"]) == ("anna@example.com", "7413")
    assert visitor.state() == "requested"


def test_another_visit_about_the_same_parcel_makes_the_case_more_urgent(visitor: Visitor) -> None:
    visitor.says("order #7408, anna@example.com: where is it?")
    visitor.is_away(hours=50)
    visitor.says("where is my parcel now?")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    assert visitor.ticket()["priority_row"] == "repeat_contact"
