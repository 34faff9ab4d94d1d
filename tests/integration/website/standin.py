"""A Rasa server without a model: the real channels in a real Sanic app, and an agent that obeys.

Run as `python standin.py PORT`. The agent does what the text says: "boom" raises, "silence" says nothing,
"hold K" waits for a "release K" before it answers, "menu" offers buttons, "card" sends a card, "burst 3"
answers three times, "away 2" fails twice because an action does and then answers,
"whoami" tells the metadata, "say-and-die" ends the process after its first word and
"answer-and-die" after its last, "broken" fails and so does all that follows in this conversation, "mute"
says nothing and all that follows waits for a "release mute"; anything else is echoed as Rasa would have got it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter, defaultdict
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import UserMessage, register
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic_cors import CORS

from parcelbot.locales.files import read_yaml
from parcelbot.rasa_plugins.guarded_rest import GuardedRest
from parcelbot.rasa_plugins.website import WebsiteInput

ROOT = Path(__file__).resolve().parents[3]
SENTENCES = {
    "utter_watchdog": [{"text": "WATCHDOG", "buttons": [{"title": "Talk to a person", "payload": "/talk_to_human"}]}],
    "utter_given_up": [{"text": "GIVEN UP", "buttons": [{"title": "Talk to a person", "payload": "/talk_to_human"}]}],
    "utter_not_taken": [{"text": "NOT TAKEN"}],
    "utter_many_today": [{"text": "MANY TODAY"}],
    "utter_answer_delayed": [{"text": "DELAYED"}],
    "utter_message_empty": [{"text": "EMPTY"}],
    "utter_message_too_long": [{"text": "TOO LONG"}],
    "utter_attachment_received": [{"text": "FILE RECEIVED"}],
    "utter_ticket_opened": [{"text": "OPENED {reference} UNTIL {due}"}],
    "utter_ticket_updated": [{"text": "UPDATED {reference} UNTIL {due}"}],
    "utter_ticket_promise": [{"text": "By {due}"}],
}
MENU = [{"title": "Yes", "payload": "/affirm"}, {"title": "No", "payload": "/deny"}]
CARD = {"card": {"kind": "tracking"}, "answer": {"table": "t", "row": "r", "source": "s"}}


class ObedientAgent:
    """Has what the channels use of Rasa's agent; its tracker store is a file of messages and answers."""

    def __init__(self, directory: Path) -> None:
        self.gates: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.tracker_store = self
        self.lock_store = SimpleNamespace(lock=lambda _: nullcontext())
        self._broken: set[str] = set()
        self._muted: set[str] = set()
        self._failures: Counter[str | None] = Counter()
        self._handled = directory / "handled.txt"
        self._died = directory / "died"

    def is_ready(self) -> bool:
        return not os.environ.get("STANDIN_WITHOUT_MODEL")

    async def retrieve(self, conversation_id: str) -> DialogueStateTracker:
        lines = self._handled.read_text().splitlines() if self._handled.exists() else []
        tracker = DialogueStateTracker(conversation_id, [])
        for message_id, answers in map(json.loads, lines):
            if message_id.startswith(f"{conversation_id}:"):
                tracker.update(UserUttered("", message_id=message_id))
                tracker.update_with_events([BotUttered(answer["text"]) for answer in answers], None)
        return tracker

    async def handle_message(self, message: UserMessage) -> None:
        if not self.is_ready():
            return
        order, _, argument = (message.text or "").partition(" ")
        if order == "broken" or message.sender_id in self._broken:
            self._broken.add(message.sender_id)
            raise RuntimeError("broken for good")
        if message.sender_id in self._muted:
            await self.gates["mute"].wait()
        if order == "mute":
            self._muted.add(message.sender_id)
        if order == "away" and self._failures[message.message_id] < int(argument):
            self._failures[message.message_id] += 1
            await message.output_channel.send_response(message.sender_id, {"text": "half an answer"})
            raise ConnectionError("no action server")
        answers = await self._answers(message, order, argument)
        for answer in answers:
            await message.output_channel.send_response(message.sender_id, answer)
            self._perhaps_die(order == "say-and-die")
        with self._handled.open("a") as handled:
            handled.write(json.dumps([message.message_id, answers]) + "\n")
        self._perhaps_die(order == "answer-and-die")

    async def _answers(self, message: UserMessage, order: str, argument: str) -> list[dict[str, Any]]:
        if order == "boom":
            raise RuntimeError("boom")
        if order == "hold":
            await self.gates[argument].wait()
        if order == "release":
            self.gates[argument].set()
        if order in ("burst", "say-and-die"):
            return [{"text": f"part {n}"} for n in range(int(argument))]
        told: dict[str, list[dict[str, Any]]] = {
            "silence": [],
            "mute": [],
            "menu": [{"text": "Choose", "buttons": [dict(button) for button in MENU]}],
            "card": [{"text": "Your parcel", "custom": CARD}],
            "whoami": [{"text": json.dumps(message.metadata)}],
        }
        return told.get(order, [{"text": f"heard: {message.text}"}])

    def _perhaps_die(self, ordered: bool) -> None:
        if ordered and not self._died.exists():
            self._died.touch()
            os._exit(1)


def write_sentences(folder: Path) -> None:
    """Write short sentences in two languages instead of ours."""
    english = read_yaml(ROOT / "locales" / "en.yml")
    german = {
        "utter_watchdog": [{"of": "", "text": "WACHHUND", "buttons": ["Ein Mensch"]}],
        "utter_given_up": [{"of": "", "text": "AUFGEGEBEN", "buttons": ["Ein Mensch"]}],
        "utter_not_taken": [{"of": "", "text": "NICHT DA"}],
    }
    (folder / "de.yml").write_text(json.dumps({"language": "de", "reviewed": "native", "responses": german}))
    (folder / "en.yml").write_text(json.dumps({**english, "responses": {**english["responses"], **SENTENCES}}))


def build() -> Sanic:
    app = Sanic("standin", configure_logging=False)
    write_sentences(Path())
    app.ctx.agent = ObedientAgent(Path())
    CORS(app, resources={r"/*": {"origins": os.environ.get("STANDIN_RASA_CORS", "")}}, automatic_options=True)
    website = WebsiteInput.from_credentials(None)
    silence_s = float(os.environ.get("WEBSITE_SILENCE_S", "8"))
    register([GuardedRest.from_credentials({"silence_s": silence_s}), website], app, route="/webhooks/")

    @app.post("/push")
    async def push(request: Request) -> HTTPResponse:
        await website.get_output_channel().send_response(request.json["to"], {"text": request.json["text"]})
        return response.empty()

    return app


if __name__ == "__main__":
    build().run(host="127.0.0.1", port=int(sys.argv[1]), access_log=False, debug=False)
