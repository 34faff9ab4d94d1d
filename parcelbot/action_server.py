"""Serve the actions: `python -m parcelbot.action_server` is Rasa's own server with our logs and metrics, and a lock.

An action can open a ticket or read one, so nobody but the assistant may call it: it shows a token, sends JSON, and
is no browser.
"""

from __future__ import annotations

import hmac
import sys
from typing import Any

from environs import EnvError

from parcelbot.bootstrap.written import read_files
from parcelbot.library_warnings import silence_library_warnings
from parcelbot.settings.actions import actions_token
from parcelbot.settings.shared import read_settings
from parcelbot.settings.variables import actions_host
from parcelbot.telemetry import set_up

_HEALTH = "/health"


def main() -> None:
    """Serve the actions until stopped; the arguments are those of `python -m rasa_sdk`."""
    silence_library_warnings()
    from rasa_sdk import utils  # only now: importing it is what prints
    from rasa_sdk.endpoint import create_argument_parser

    told = create_argument_parser().parse_args()
    try:
        token = actions_token()
        read_files(read_settings())
    except (EnvError, ValueError, OSError) as error:
        sys.exit(f"✗ {error}.")
    utils.update_sanic_log_level()
    set_up("actions")
    app = guarded_app(told.actions or "actions", token)
    app.run(actions_host(), told.port, workers=utils.number_of_sanic_workers())


def guarded_app(actions: str, token: str) -> Any:
    """Build the server of the package `actions`, a Sanic app that answers only to who shows `token`."""
    from rasa_sdk.endpoint import create_app
    from sanic import response

    async def refuse(request: Any) -> Any:
        status = 200 if request.path == _HEALTH else _refusal(request, token)
        return None if status == 200 else response.json({"error": "not for you"}, status=status)

    app = create_app(actions, cors_origins=[])
    app.register_middleware(refuse, "request")
    return app


def _refusal(request: Any, token: str) -> int:
    """Give the status with which a request is refused, 200 for one that may pass."""
    shown = request.headers.get("authorization", "")
    if not hmac.compare_digest(shown.encode(errors="replace"), f"Bearer {token}".encode()):
        return 401
    if "origin" in request.headers:
        return 403
    is_json = request.headers.get("content-type", "").partition(";")[0].strip() == "application/json"
    return 200 if request.method == "GET" or is_json else 415


if __name__ == "__main__":
    main()
