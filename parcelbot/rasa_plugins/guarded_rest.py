"""Guard Rasa's REST channel: typed commands are defused and a shopper always hears something.

For the terminal chat and for tests on the loopback. It knows no sessions: whoever names a sender id
speaks as that sender, which is why shoppers use the `website` channel.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from parcelbot.core.language import ENGLISH, Language
from parcelbot.front.own_answers import own_answer
from parcelbot.front.shopper_text import MAX_TEXT_CHARS, clean, is_blank, keepable, neutralise
from parcelbot.locales.languages import load_languages
from parcelbot.settings.variables import knowledge, locales

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]
Json = dict[str, Any]

DEFAULT_SILENCE_S = 8.0
_MAX_SENDERS = 10_000


@dataclass
class _Turn:
    """A message in the assistant's hands, what it has answered so far and how much was passed on."""

    task: asyncio.Future[Any]
    collector: CollectingOutputChannel
    passed_on: int = 0

    def news(self) -> list[Json]:
        messages: list[Json] = self.collector.messages[self.passed_on :]
        self.passed_on += len(messages)
        return messages


@dataclass
class _Sender:
    """The channel's memory of one sender: payloads last offered, turns not yet finished."""

    offered: frozenset[str] = frozenset()
    turns: list[_Turn] = field(default_factory=list)

    def late_news(self) -> list[Json]:
        """Give the answers that came after the channel had stopped waiting for them."""
        news = [message for turn in self.turns for message in turn.news()]
        self.turns = [turn for turn in self.turns if not turn.task.done()]
        return news


class _BadRequest(ValueError):
    pass


class GuardedRest(RestInput):
    """`rest` with the manners of the website channel; answers are returned as a list, as Rasa does.

    `silence_s` is how long a shopper waits before the channel speaks for a silent assistant; what the
    assistant still says later comes with the sender's next answer.
    """

    def __init__(self, english: Language, silence_s: float = DEFAULT_SILENCE_S) -> None:
        self._english = english
        self._silence_s = silence_s
        self._senders: OrderedDict[str, _Sender] = OrderedDict()

    @classmethod
    def name(cls) -> str:
        """Give `rest`, so that the channel sits where Rasa's own would."""
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: Json | None) -> GuardedRest:
        """Build from `credentials.yml`; the only setting is `silence_s`."""
        return cls(load_languages(locales(), knowledge())[ENGLISH], **(credentials or {}))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Route `GET /` (is it there) and `POST /webhook` (one message in, all answers out)."""
        blueprint = Blueprint("guarded_rest")

        @blueprint.get("/")
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @blueprint.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                sender_id, text = _read(request)
            except _BadRequest as error:
                return response.json({"error": {"code": "bad_request", "message": str(error)}}, status=400)
            return response.json(await self._answer(on_new_message, sender_id, text))

        return blueprint

    async def _answer(self, handler: Handler, sender_id: str, typed: str) -> list[Json]:
        sender = self._sender(sender_id)
        answers = sender.late_news()
        if is_blank(typed):
            return [*answers, self._own("utter_message_empty", sender_id)]
        if len(typed) > MAX_TEXT_CHARS:
            answers.append(self._own("utter_message_too_long", sender_id))
        text = typed if typed in sender.offered else neutralise(typed[:MAX_TEXT_CHARS])
        message = UserMessage(text, None, sender_id, input_channel=self.name())
        answers += await self._run(handler, sender, message) or [self._own("utter_watchdog", sender_id)]
        sender.offered = _payloads(answers)
        return answers

    async def _run(self, handler: Handler, sender: _Sender, message: UserMessage) -> list[Json]:
        """Hand `message` over and wait; [] when the assistant fails or says nothing in time."""
        turn = _Turn(asyncio.ensure_future(handler(message)), message.output_channel)
        turn.task.add_done_callback(_log_failure)
        try:
            await asyncio.wait({turn.task}, timeout=self._silence_s)
        finally:
            # also when the client hung up: what it misses now comes with its next message
            if not turn.task.done():
                sender.turns.append(turn)
        return turn.news()

    def _sender(self, sender_id: str) -> _Sender:
        sender = self._senders.setdefault(sender_id, _Sender())
        self._senders.move_to_end(sender_id)
        if len(self._senders) > _MAX_SENDERS:
            self._senders.popitem(last=False)
        return sender

    def _own(self, name: str, sender_id: str) -> Json:
        answer = own_answer(self._english, name)
        buttons = {"buttons": [dict(b) for b in answer.buttons]} if answer.buttons else {}
        return {"recipient_id": sender_id, "text": answer.text, **buttons}


def _read(request: Request) -> tuple[str, str]:
    """Read the sender id and the cleaned message; `_BadRequest` when the body is not what it should be."""
    try:
        body = request.json
    except Exception as error:
        raise _BadRequest("the body is not JSON") from error
    if not isinstance(body, dict):
        raise _BadRequest("the body must be an object with sender and message")
    sender_id, text = body.get("sender", "default"), body.get("message")
    if not isinstance(sender_id, str) or not sender_id.strip():
        raise _BadRequest("sender must be a text")
    if not isinstance(text, str):
        raise _BadRequest("message must be a text")
    return clean(sender_id), keepable(text)


def _log_failure(task: asyncio.Future[Any]) -> None:
    if not task.cancelled() and task.exception():
        logger.error("the assistant failed", exc_info=task.exception())


def _payloads(answers: list[Json]) -> frozenset[str]:
    return frozenset(button.get("payload", "") for answer in answers for button in answer.get("buttons", ()))
