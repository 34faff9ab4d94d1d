"""Connect the website to Rasa: routes into Sanic, an output channel for what is pushed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from parcelbot import telemetry
from parcelbot.rasa_plugins.framework.collecting import spare_the_model
from parcelbot.rasa_plugins.website.api import files, routes, stream
from parcelbot.rasa_plugins.website.api.http import Route, allow_origin, guarded
from parcelbot.rasa_plugins.website.runtime import Runtime, build
from parcelbot.rasa_plugins.website.turns.assistant import Handler
from parcelbot.rasa_plugins.website.turns.emergency_ticket import RescueUseCases
from parcelbot.rasa_plugins.website.turns.output import CHANNEL_NAME, LedgerOutput
from parcelbot.settings.website import WebsiteSettings, read_website_settings
from parcelbot.telemetry.metrics import HTTP_REQUESTS

Call = Callable[..., Awaitable[BaseHTTPResponse | None]]

_CALLS: tuple[tuple[str, str, Call], ...] = (
    ("POST", "/sessions", routes.open_session),
    ("POST", "/messages", routes.take_message),
    ("GET", "/messages", routes.list_messages),
    ("GET", "/events", stream.stream_events),
    ("POST", "/attachments", files.take_attachment),
    ("GET", "/attachments/<attachment_id:str>", files.give_attachment),
    ("GET", "/health", routes.health),
)


class WebsiteInput(InputChannel):
    """The channel of one server process; its parts exist while the server runs."""

    def __init__(self, settings: WebsiteSettings, provide: Callable[[], RescueUseCases]) -> None:
        self._settings = settings
        self._provide = provide
        self._runtime: Runtime | None = None

    @classmethod
    def name(cls) -> str:
        """Give `website`, which is also the channel's place below `/webhooks`."""
        return CHANNEL_NAME

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> WebsiteInput:
        """Build from the environment; `credentials.yml` only names the class."""
        return cls(read_website_settings(), _use_cases)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Route the calls of docs/protocol.md; the parts are built when the server's event loop runs."""
        blueprint = Blueprint("website_channel")

        @blueprint.listener("before_server_start")
        async def begin(app: Sanic, _: Any) -> None:
            telemetry.set_up("assistant")
            self._runtime = build(self._settings, app, on_new_message, self._provide)

        @blueprint.listener("after_server_start")
        async def start(*_: Any) -> None:
            self.runtime.start()
            spare_the_model()

        @blueprint.listener("before_server_stop")
        async def stop(*_: Any) -> None:
            await self.runtime.stop()

        @blueprint.middleware("response")
        async def cors(request: Request, answer: BaseHTTPResponse) -> None:
            allow_origin(request, answer, self._settings.origins)
            HTTP_REQUESTS.labels(request.method, request.uri_template, str(answer.status)).inc()

        self._add_calls(blueprint)
        return blueprint

    def get_output_channel(self) -> OutputChannel:
        """Give the channel for pushed messages: reminders, `trigger_intent`, events with side effects."""
        return LedgerOutput(self.runtime.ledger, self.runtime.threads)

    @property
    def runtime(self) -> Runtime:
        """The parts; RuntimeError while no server runs."""
        if self._runtime is None:
            raise RuntimeError("the website channel has not been started")
        return self._runtime

    def _add_calls(self, blueprint: Blueprint) -> None:
        for method, path, call in _CALLS:
            route, name = self._route(call), call.__name__
            blueprint.add_route(route, path, methods=[method], name=name, stream=method == "POST")
        for path in dict.fromkeys(path for _, path, _ in _CALLS):
            name = f"preflight_{path.strip('/').split('/')[0]}_{path.count('/')}"
            blueprint.add_route(_preflight, path, methods=["OPTIONS"], name=name)

    def _route(self, call: Call) -> Route:
        async def route(request: Request, **parameters: str) -> BaseHTTPResponse | None:
            return await call(self.runtime, request, **parameters)

        return guarded(route)


def _use_cases() -> RescueUseCases:
    """Build the use cases, only when the channel has to open a ticket itself: Rasa's process does without them else."""
    from parcelbot.bootstrap.services import services

    return services()


async def _preflight(_: Request, **__: str) -> HTTPResponse:
    return response.empty()
