"""Serve the website channel by itself: what Rasa's process serves too, but without a model that could fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from parcelbot.front.blueprint import channel_blueprint
from parcelbot.front.emergency_ticket import RescueUseCases
from parcelbot.front.runtime import Runtime, build
from parcelbot.settings.website import WebsiteSettings

#: Below the same path as Rasa's channels.
_PREFIX = "/webhooks/website"
#: A stream ends by itself a little before; its client comes back at once.
_LONGEST_ANSWER_S = 3600
_STOP_WITHIN_S = 5


def create_app(settings: WebsiteSettings, provide: Callable[[], RescueUseCases]) -> Sanic:
    """Build the app; database and streams begin with its event loop. `provide` builds the use cases for a ticket."""
    app = Sanic("front", configure_logging=False)
    app.config.update(
        RESPONSE_TIMEOUT=_LONGEST_ANSWER_S,
        GRACEFUL_SHUTDOWN_TIMEOUT=_STOP_WITHIN_S,
        FALLBACK_ERROR_FORMAT="json",
    )

    @app.before_server_start
    async def begin(*_: Any) -> None:
        app.ctx.runtime = build(settings, provide)

    @app.after_server_start
    async def start(*_: Any) -> None:
        _runtime(app).start()

    @app.before_server_stop
    async def stop(*_: Any) -> None:
        _runtime(app).stop_listening()
        await _runtime(app).close()

    @app.get("/health")
    async def alive(_: Request) -> HTTPResponse:
        return response.json({"status": "ok"})

    app.blueprint(channel_blueprint(lambda: _runtime(app), settings.origins), url_prefix=_PREFIX)
    return app


def _runtime(app: Sanic) -> Runtime:
    runtime: Runtime = app.ctx.runtime
    return runtime
