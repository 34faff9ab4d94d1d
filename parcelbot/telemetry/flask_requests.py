"""Count the requests of a Flask app, and note in its log lines which ticket they are about."""

from __future__ import annotations

from flask import Flask, Response, request
from structlog.contextvars import bind_contextvars

from parcelbot.telemetry.logs import begin_request
from parcelbot.telemetry.metrics import HTTP_REQUESTS


def watch_requests(app: Flask) -> None:
    """Count by route, not by address: an address may hold a ticket or be anything a stranger made up."""

    @app.before_request
    def begin() -> None:
        begin_request()
        reference = (request.view_args or {}).get("reference")
        if reference:
            bind_contextvars(reference=reference)

    @app.after_request
    def count(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "none"
        HTTP_REQUESTS.labels(request.method, route, str(response.status_code)).inc()
        return response
