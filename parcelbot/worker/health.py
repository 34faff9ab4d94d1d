"""Tell on a port of the loopback whether the worker lives and its database answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Flask, jsonify
from flask.typing import ResponseReturnValue


def create_app(stuck: Callable[[], Sequence[str]], database_answers: Callable[[], bool]) -> Flask:
    """Build the app: `GET /health` answers 200 when all is well, otherwise 503; both name what is wrong.

    `GET /live` is 503 only while a chore hangs, which a restart helps; a database that is away it does not bring back.
    """
    app = Flask(__name__)

    @app.get("/health")
    def health() -> ResponseReturnValue:
        hanging, database = list(stuck()), database_answers()
        well = database and not hanging
        body = {"status": "ok" if well else "failing", "database": database, "stuck": hanging}
        return jsonify(body), 200 if well else 503

    @app.get("/live")
    def live() -> ResponseReturnValue:
        hanging = list(stuck())
        return jsonify(stuck=hanging), 503 if hanging else 200

    return app
