"""Chat with the running assistant in the terminal, over the website channel like any shopper: `make chat`."""

from __future__ import annotations

import sys
import threading
import time
import uuid
from typing import Any

import requests
from dotenv import load_dotenv

from parcelbot.settings.variables import assistant_url

_POLL_S = 0.4
_CALL_LIMIT_S = 10


class Chat:
    """One conversation: sends what is typed, prints what arrives, keeps the choices last offered."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._seq = 0
        self._choices: list[dict[str, str]] = []
        minted = requests.post(f"{base_url}/sessions", json={}, timeout=_CALL_LIMIT_S)
        minted.raise_for_status()
        self._headers = {"Authorization": f"Bearer {minted.json()['token']}"}

    def send(self, typed: str) -> None:
        """Send a text, or the choice that its number stands for."""
        body = {"echo_id": str(uuid.uuid4()), **self._what(typed)}
        answer = requests.post(f"{self._base_url}/messages", json=body, headers=self._headers, timeout=_CALL_LIMIT_S)
        if not answer.ok:
            print(f"  ({answer.json()['error']['message']})")

    def listen(self) -> None:
        """Print what arrives, for ever; meant for a thread of its own."""
        while True:
            try:
                self._print_news()
            except requests.RequestException:
                time.sleep(_POLL_S)
            time.sleep(_POLL_S)

    def _what(self, typed: str) -> dict[str, str]:
        if typed.isdigit() and 0 < int(typed) <= len(self._choices):
            return {"choice": self._choices[int(typed) - 1]["id"]}
        return {"text": typed}

    def _print_news(self) -> None:
        news = requests.get(
            f"{self._base_url}/messages",
            params={"after": self._seq},
            headers=self._headers,
            timeout=_CALL_LIMIT_S,
        )
        for message in news.json().get("messages", []):
            self._seq = message["seq"]
            if message["author"] != "shopper":
                self._print(message)

    def _print(self, message: dict[str, Any]) -> None:
        if message.get("text"):
            print(f"\n{message['author']}: {message['text']}", flush=True)
        self._choices = message.get("choices") or self._choices
        for number, choice in enumerate(message.get("choices") or [], start=1):
            print(f"   [{number}] {choice['title']}", flush=True)


def main() -> int:
    """Chat until end of input; one clear sentence when nothing is running."""
    load_dotenv()
    server = assistant_url()
    try:
        chat = Chat(f"{server}/webhooks/website")
    except requests.RequestException:
        print(f"Nothing answers at {server}. Start the assistant with `make run` first.", file=sys.stderr)
        return 1
    print("Write to the assistant; a number picks a choice; Ctrl-D ends.")
    threading.Thread(target=chat.listen, daemon=True).start()
    try:
        while True:
            if typed := input().strip():
                chat.send(typed)
    except (EOFError, KeyboardInterrupt):
        time.sleep(_POLL_S)
        return 0


if __name__ == "__main__":
    sys.exit(main())
