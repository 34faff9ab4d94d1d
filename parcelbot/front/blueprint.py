"""Route the website channel's calls, in whichever server they are to be answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from parcelbot.front.api import files, notifications, routes, stream
from parcelbot.front.api.http import Route, allow_origin, guarded
from parcelbot.front.runtime import Runtime
from parcelbot.telemetry.metrics import HTTP_REQUESTS

Call = Callable[..., Awaitable[BaseHTTPResponse | None]]
#: Gives the parts; they exist while the server runs.
GetRuntime = Callable[[], Runtime]

_CALLS: tuple[tuple[str, str, Call], ...] = (
    ("POST", "/sessions", routes.open_session),
    ("POST", "/messages", routes.take_message),
    ("GET", "/messages", routes.list_messages),
    ("GET", "/events", stream.stream_events),
    ("POST", "/attachments", files.take_attachment),
    ("GET", "/attachments/<attachment_id:str>", files.give_attachment),
    ("GET", "/notifications", notifications.tell_notifications),
    ("POST", "/notifications", notifications.take_notifications),
    ("POST", "/notifications/zone", notifications.take_zone),
    ("POST", "/notifications/end", notifications.end_notifications),
    ("GET", "/health", routes.health),
)


def channel_blueprint(runtime: GetRuntime, origins: Collection[str]) -> Blueprint:
    """Route the calls of docs/protocol.md; pages on the list `origins` may make them."""
    blueprint = Blueprint("website_channel")

    @blueprint.middleware("response")
    async def cors(request: Request, answer: BaseHTTPResponse) -> None:
        allow_origin(request, answer, origins)
        HTTP_REQUESTS.labels(request.method, request.uri_template, str(answer.status)).inc()

    for method, path, call in _CALLS:
        blueprint.add_route(_route(runtime, call), path, methods=[method], name=call.__name__, stream=method == "POST")
    for path in dict.fromkeys(path for _, path, _ in _CALLS):
        name = f"preflight_{path.strip('/').split('/')[0]}_{path.count('/')}"
        blueprint.add_route(_preflight, path, methods=["OPTIONS"], name=name)
    return blueprint


def _route(runtime: GetRuntime, call: Call) -> Route:
    async def route(request: Request, **parameters: str) -> BaseHTTPResponse | None:
        return await call(runtime(), request, **parameters)

    return guarded(route)


async def _preflight(_: Request, **__: str) -> HTTPResponse:
    return response.empty()
