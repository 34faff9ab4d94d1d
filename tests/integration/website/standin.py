"""A Rasa server without a model: the real channels in a real Sanic app, and an agent that does as it is told.

Run as `python standin.py PORT`. The agent obeys the text: "boom" raises, "silence" says nothing, "hold K" waits
for a "release K" before it answers, "menu" offers buttons, "card" sends a card, "burst 3" answers three times,
"whoami" tells the metadata; anything else is echoed as Rasa would have got it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import defaultdict
from types import SimpleNamespace

from rasa.core.channels.channel import UserMessage, register
from sanic import Sanic

from parcelbot.rasa_plugins.guarded_rest import GuardedRest

RESPONSES = {
    "utter_watchdog": [
        {"text": "WATCHDOG", "buttons": [{"title": "Talk to a person", "payload": "/talk_to_human"}]}
    ],
    "utter_message_empty": [{"text": "EMPTY"}],
    "utter_message_too_long": [{"text": "TOO LONG"}],
    "utter_attachment_received": [{"text": "FILE RECEIVED"}],
}
MENU = [{"title": "Yes", "payload": "/affirm"}, {"title": "No", "payload": "/deny"}]


class ObedientAgent:
    """Takes `handle_message` like Rasa's agent and keeps what it has handled in a file, like a tracker store."""

    def __init__(self) -> None:
        self.domain = SimpleNamespace(responses=RESPONSES)
        self.model_id = "standin"
        self.handled: set[str] = set()
        self.gates: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.tracker_store = self

    def is_ready(self) -> bool:
        return not os.environ.get("STANDIN_WITHOUT_MODEL")

    async def retrieve(self, _: str) -> SimpleNamespace:
        return SimpleNamespace(events=[SimpleNamespace(message_id=i) for i in self.handled])

    async def handle_message(self, message: UserMessage) -> None:
        if self.is_ready():
            for answer in await self._answers(message):
                await message.output_channel.send_response(message.sender_id, answer)
            self.handled.add(message.message_id)

    async def _answers(self, message: UserMessage) -> list[dict[str, object]]:
        order, _, argument = (message.text or "").partition(" ")
        if order == "boom":
            raise RuntimeError("boom")
        if order == "hold":
            await self.gates[argument].wait()
        if order == "release":
            self.gates[argument].set()
        told = {
            "silence": [],
            "menu": [{"text": "Choose", "buttons": [dict(b) for b in MENU]}],
            "card": [
                {"text": "Your parcel", "custom": {"card": {"kind": "tracking"}, "answer": {"row": "r"}}}
            ],
            "burst": [{"text": f"part {n}"} for n in range(int(argument or 0))] if order == "burst" else [],
            "whoami": [{"text": json.dumps(message.metadata)}],
        }
        return told.get(order, [{"text": f"heard: {message.text}"}])


def build() -> Sanic:
    app = Sanic("standin", configure_logging=False)
    app.ctx.agent = ObedientAgent()
    register(
        [GuardedRest(silence_s=float(os.environ.get("STANDIN_SILENCE_S", "8")))], app, route="/webhooks/"
    )
    return app


if __name__ == "__main__":
    build().run(host="127.0.0.1", port=int(sys.argv[1]), access_log=False, debug=False)
