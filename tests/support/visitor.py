"""A shopper on the website channel of a running stack, whose past can be looked into and moved further back."""

from __future__ import annotations

import io
import sqlite3
import time
import uuid
from contextlib import closing
from typing import Any

from PIL import Image

from tests.integration.website.shopper import TIMEOUT_S, Shopper
from tests.support.stack import Stack


class Visitor:
    """One conversation; `identity` is what the shop signs for a shopper who is logged in."""

    def __init__(self, stack: Stack, identity: dict[str, Any] | None = None) -> None:
        self._database = stack.folder / "parcelbot.db"
        self._channel = Shopper(f"{stack.url('rasa')}/webhooks/website")
        self._channel.arrive(**({"identity": identity} if identity else {}))
        self._choices: dict[str, str] = {}

    @property
    def id(self) -> str:
        """The conversation's."""
        return self._channel.conversation_id

    def says(self, text: str) -> str:
        """Send a text; all that the assistant answers."""
        return _texts(self.sends(text=text))

    def presses(self, title: str) -> str:
        """Press one of the choices last offered."""
        return _texts(self.sends(choice=self._choices[title]))

    def sends_picture(self, name: str) -> str:
        """Send a small picture under this name."""
        body = io.BytesIO()
        Image.new("RGB", (8, 8)).save(body, "PNG")
        made = self._channel.post("/attachments", files={"file": (name, body.getvalue())})
        assert made.ok, made.text
        return _texts(self.sends(attachment_id=made.json()["attachment_id"]))

    def sends(self, **what: str) -> list[dict[str, Any]]:
        """Send a message and wait until the assistant has dealt with it; its messages."""
        sent = self._channel.post("/messages", json={"echo_id": uuid.uuid4().hex, **what})
        assert sent.ok, sent.text
        self._wait_until_nothing_is_pending()
        heard = [m for m in self._channel.messages(after=sent.json()["seq"]) if m["author"] == "bot"]
        self._choices = {c["title"]: c["id"] for m in heard for c in m["choices"]} or self._choices
        return heard

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
        with closing(sqlite3.connect(self._database, timeout=TIMEOUT_S)) as database, database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(statement, values)]

    def _wait_until_nothing_is_pending(self) -> None:
        deadline = time.monotonic() + TIMEOUT_S
        while self.sql("SELECT 1 FROM messages WHERE conversation_id = ? AND pending", self.id):
            assert time.monotonic() < deadline, "the assistant did not deal with the message"
            time.sleep(0.05)


def _texts(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages)
