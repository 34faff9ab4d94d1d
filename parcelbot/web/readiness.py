"""Tell whether this process may be given work: it needs its database; that it lives is told by `/health`."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue


def create_blueprint(database_answers: Callable[[], bool]) -> Blueprint:
    """Build `GET /ready`: 200 while the database answers, otherwise 503."""
    pages = Blueprint("readiness", __name__)

    @pages.get("/ready")
    def ready() -> ResponseReturnValue:
        answers = database_answers()
        return jsonify(database=answers), 200 if answers else 503

    return pages
