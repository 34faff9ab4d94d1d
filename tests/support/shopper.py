"""A shopper who writes to the assistant and reads what comes back."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

import requests

_LIMIT_S = 90


@dataclass(frozen=True)
class Heard:
    """What the assistant said to one message."""

    messages: list[dict[str, Any]]

    @property
    def text(self) -> str:
        """All texts, one below the other."""
        return "\n".join(m["text"] for m in self.messages if m.get("text"))

    @property
    def buttons(self) -> dict[str, str]:
        """The choices offered: titles and their payloads."""
        return {b["title"]: b["payload"] for m in self.messages for b in m.get("buttons") or []}

    @property
    def rows(self) -> list[str]:
        """The decisions behind the answer, as "table/row"."""
        answers = [m["custom"]["answer"] for m in self.messages if "answer" in (m.get("custom") or {})]
        return [f"{a['table']}/{a['row']}" for a in answers]

    @property
    def card(self) -> dict[str, Any] | None:
        """The last card shown, or None."""
        cards = [m["custom"]["card"] for m in self.messages if "card" in (m.get("custom") or {})]
        return cards[-1] if cards else None

    def __contains__(self, words: str) -> bool:
        return words.casefold() in self.text.casefold()


@dataclass
class Shopper:
    """One conversation over the guarded REST channel."""

    base_url: str
    id: str = field(default_factory=lambda: f"test-{uuid.uuid4().hex}")
    last: Heard = field(default_factory=lambda: Heard([]))

    def says(self, text: object) -> Heard:
        """Send a message and hear the answer."""
        answer = requests.post(
            f"{self.base_url}/webhooks/rest/webhook", json={"sender": self.id, "message": text}, timeout=_LIMIT_S
        )
        answer.raise_for_status()
        self.last = Heard(answer.json())
        return self.last

    def presses(self, title: str) -> Heard:
        """Press one of the buttons last offered."""
        return self.says(self.last.buttons[title])

    def slots(self) -> dict[str, Any]:
        """What the assistant remembers; for asserting that something did not change."""
        tracker = requests.get(f"{self.base_url}/conversations/{self.id}/tracker", timeout=_LIMIT_S)
        return dict(tracker.json()["slots"])
