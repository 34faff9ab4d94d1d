"""Connect the website to Rasa: the front's routes in Sanic, an output channel for what is pushed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel
from sanic import Blueprint, Sanic

from parcelbot import telemetry
from parcelbot.front.blueprint import channel_blueprint
from parcelbot.front.emergency_ticket import RescueUseCases
from parcelbot.front.runtime import Runtime, build
from parcelbot.rasa_plugins.framework.collecting import spare_the_model
from parcelbot.rasa_plugins.website.runtime import Answering, answering
from parcelbot.rasa_plugins.website.turns.assistant import Handler
from parcelbot.rasa_plugins.website.turns.output import CHANNEL_NAME, LedgerOutput
from parcelbot.settings.website import WebsiteSettings, read_website_settings


class WebsiteInput(InputChannel):
    """The channel of one server process; its parts exist while the server runs."""

    def __init__(self, settings: WebsiteSettings, provide: Callable[[], RescueUseCases]) -> None:
        self._settings = settings
        self._provide = provide
        self._answering: Answering | None = None

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
        blueprint = channel_blueprint(lambda: self.runtime, self._settings.origins)

        @blueprint.listener("before_server_start")
        async def begin(app: Sanic, _: Any) -> None:
            telemetry.set_up("assistant")
            self._answering = answering(build(self._settings, self._provide), app, on_new_message)

        @blueprint.listener("after_server_start")
        async def start(*_: Any) -> None:
            self._running.start()
            spare_the_model()

        @blueprint.listener("before_server_stop")
        async def stop(*_: Any) -> None:
            await self._running.stop()

        return blueprint

    def get_output_channel(self) -> OutputChannel:
        """Give the channel for pushed messages: reminders, `trigger_intent`, events with side effects."""
        return LedgerOutput(self.runtime.ledger, self.runtime.threads)

    @property
    def runtime(self) -> Runtime:
        """The parts that face shoppers; RuntimeError while no server runs."""
        return self._running.front

    @property
    def _running(self) -> Answering:
        if self._answering is None:
            raise RuntimeError("the website channel has not been started")
        return self._answering


def _use_cases() -> RescueUseCases:
    """Build the use cases, only when the channel has to open a ticket itself: Rasa's process does without them else."""
    from parcelbot.bootstrap.services import services

    return services()
