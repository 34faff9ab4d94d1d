"""The trained assistant over the website channel, as the widget and `make chat` use it."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests

from parcelbot.rasa_plugins.website.identity import sign
from tests.support.stack import IDENTITY_SECRET, Stack

EXPORTED = "YT2632500000000121"
_LIMIT_S = 15


@dataclass
class Visitor:
    """A shopper on the website; `identity` is what the shop signs for one who is logged in."""

    base_url: str
    identity: dict[str, Any] | None = None
    headers: dict[str, str] = field(init=False)
    seq: int = 0

    def __post_init__(self) -> None:
        body = {"identity": self.identity} if self.identity else {}
        session = requests.post(f"{self.base_url}/sessions", json=body, timeout=_LIMIT_S)
        assert session.status_code == 201, session.text
        self.headers = {"Authorization": f"Bearer {session.json()['token']}"}

    def sends(self, **what: str) -> list[dict[str, Any]]:
        """Send a text or a choice; the assistant's messages until it has been quiet for a moment."""
        body = {"echo_id": str(uuid.uuid4()), **what}
        assert requests.post(f"{self.base_url}/messages", json=body, headers=self.headers, timeout=_LIMIT_S).ok
        heard: list[dict[str, Any]] = []
        deadline = time.monotonic() + _LIMIT_S
        while time.monotonic() < deadline:
            news = self._news()
            if heard and not news:
                return heard
            heard += [m for m in news if m["author"] == "bot"]
            time.sleep(1.0)
        return heard

    def _news(self) -> list[dict[str, Any]]:
        url, after = f"{self.base_url}/messages", {"after": self.seq}
        news = requests.get(url, params=after, headers=self.headers, timeout=_LIMIT_S).json()["messages"]
        self.seq = news[-1]["seq"] if news else self.seq
        return list(news)


@pytest.fixture
def website(stack: Stack) -> str:
    return f"{stack.url('rasa')}/webhooks/website"


def test_an_answer_carries_its_card_and_its_source(website: str) -> None:
    heard = Visitor(website).sends(text=f"where is {EXPORTED}")
    assert [m["card"]["number"] for m in heard if m["card"]] == [EXPORTED]
    assert [m["answer"]["row"] for m in heard if m["answer"]] == ["exported_normal"]


def test_a_choice_does_what_its_title_says(website: str) -> None:
    visitor = Visitor(website)
    offered = visitor.sends(text="where is LP00123456789012")[-1]["choices"]
    no = next(choice["id"] for choice in offered if choice["title"] == "No, thanks")
    assert "I'm here" in visitor.sends(choice=no)[-1]["text"]


def test_a_logged_in_shopper_needs_only_the_order_number(website: str) -> None:
    told = {"customer_id": "c-1", "email": "anna@example.com", "timestamp": int(time.time())}
    visitor = Visitor(website, identity={**told, "signature": sign(IDENTITY_SECRET, **told)})
    heard = visitor.sends(text="where is my order #7401")
    assert [m["card"]["number"] for m in heard if m["card"]] == [EXPORTED]


@pytest.mark.parametrize("words", ["Yes, it helped", "No, not really"])
def test_the_widgets_feedback_is_understood(website: str, words: str) -> None:
    visitor = Visitor(website)
    visitor.sends(text=f"where is {EXPORTED}")
    expected = "I'm glad" if words.startswith("Yes") else "sorry that wasn't"
    assert expected in "\n".join(m["text"] for m in visitor.sends(text=words))
