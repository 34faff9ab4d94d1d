"""Answer the webhooks by which tracking providers tell what is new about parcels.

Whoever sends has to know the account's key or secret. Providers repeat what is not answered with 200 some times; what
they say of parcels we never asked about is kept as well, so that a later question costs no call.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

logger = logging.getLogger(__name__)

#: A parcel with thousands of scans is about half as long.
MAX_BODY_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class TrackingHook:
    """The webhook of one provider: how it proves who calls, and what takes its pushes in.

    `is_genuine` judges a body by its signature. `take` gives a word for what came of a push, and raises ValueError for
    one that cannot be understood. `name` ends the address, `signature_header` has the signature.
    """

    is_genuine: Callable[[bytes, str], bool]
    take: Callable[[Mapping[str, Any]], str]
    name: str = "17track"
    signature_header: str = "sign"


def create_blueprint(hook: TrackingHook) -> Blueprint:
    """Build a provider's webhook, below /hooks. Exempt it from CSRF protection: its caller has no session."""
    hooks = Blueprint(f"tracking_hook_{hook.name}", __name__, url_prefix="/hooks")

    @hooks.post(f"/{hook.name}")
    def take_push() -> ResponseReturnValue:
        request.max_content_length = MAX_BODY_BYTES
        if not hook.is_genuine(request.get_data(), request.headers.get(hook.signature_header, "")):
            return _error(401, "unauthorized", "The signature is missing or wrong.")
        payload = request.get_json(force=True, silent=True)
        if not isinstance(payload, dict):
            return _error(400, "bad_request", "This is no JSON object.")
        try:
            return {"status": hook.take(payload)}
        except ValueError as error:
            logger.warning("a push that cannot be understood: %s", error)
            return _error(400, "bad_request", "This is no push about a parcel.")

    @hooks.errorhandler(HTTPException)
    def explain(error: HTTPException) -> ResponseReturnValue:
        return _error(error.code or 500, type(error).__name__, error.description or "")

    return hooks


def _error(status: int, code: str, message: str) -> ResponseReturnValue:
    return {"error": {"code": code, "message": message}}, status
