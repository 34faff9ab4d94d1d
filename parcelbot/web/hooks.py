"""Answer the webhooks by which helpdesks tell what agents do there.

Chatwoot signs since 2026 (`X-Chatwoot-Signature: sha256=` HMAC of "<X-Chatwoot-Timestamp>.<body>", see
lib/webhooks/trigger.rb in chatwoot/chatwoot); older ones are known by a token in the address. An answer that is
no 2xx makes Chatwoot mark the agent's message as not sent, which is what the agent should see then.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from parcelbot.core.handover.views import AlreadyClaimed, IllegalStatus, ShopperUnreachable
from parcelbot.helpdesk.chatwoot_events import ChatwootEvent, parse_event
from parcelbot.helpdesk.chatwoot_relay import Relay

logger = logging.getLogger(__name__)

MAX_BODY_BYTES = 512 * 1024
#: How far a signature's time may be from ours; within it, what comes twice does nothing twice.
FRESH_S = 300


@dataclass(frozen=True)
class ChatwootHook:
    """The webhook of one Chatwoot: how it proves who calls, and the relay that takes its events.

    With `secret` every request must be signed with it. Without, `token` must be the end of the address; a hook
    with neither lets nobody in. `clock` gives an aware now.
    """

    relay: Relay
    clock: Callable[[], datetime]
    secret: str = ""
    token: str = ""

    def lets_in(self, token: str, timestamp: str, signature: str, body: bytes) -> bool:
        """Return True for a request from our Chatwoot that is no recording of an old one."""
        if not self.secret:
            return bool(self.token) and hmac.compare_digest(token.encode(), self.token.encode())
        if not (timestamp.isascii() and timestamp.isdigit()):
            return False
        signed = hmac.new(self.secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        same = hmac.compare_digest(signature.encode(), f"sha256={signed}".encode())
        return same and abs(self.clock().timestamp() - int(timestamp)) <= FRESH_S


def create_blueprint(hook: ChatwootHook) -> Blueprint:
    """Build the webhooks, below /hooks. Exempt them from CSRF protection: its callers have no session."""
    hooks = Blueprint("hooks", __name__, url_prefix="/hooks")

    @hooks.post("/chatwoot")
    @hooks.post("/chatwoot/<token>")
    def chatwoot(token: str = "") -> ResponseReturnValue:
        request.max_content_length = MAX_BODY_BYTES
        body = request.get_data()
        timestamp = request.headers.get("X-Chatwoot-Timestamp", "")
        if not hook.lets_in(token, timestamp, request.headers.get("X-Chatwoot-Signature", ""), body):
            return _error(401, "unauthorized", "The signature or the token is missing, wrong or too old.")
        payload = request.get_json(force=True, silent=True)
        if not isinstance(payload, dict):
            return _error(400, "bad_request", "This is no JSON object.")
        event = parse_event(payload)
        if event is None:
            return {"status": "ignored"}
        return _apply(hook.relay, event)

    @hooks.errorhandler(HTTPException)
    def explain(error: HTTPException) -> ResponseReturnValue:
        return _error(error.code or 500, type(error).__name__, error.description or "")

    return hooks


def _apply(relay: Relay, event: ChatwootEvent) -> ResponseReturnValue:
    try:
        taken = relay.apply(event)
    except AlreadyClaimed:
        return _error(409, "already_claimed", "A colleague has this case in the parcel inbox; your words are a note.")
    except ShopperUnreachable:
        return _error(422, "unreachable", "The shopper has no open chat and left no e-mail.")
    except IllegalStatus as error:
        return _error(422, "illegal_status", f"The shopper was not told: {error}.")
    logger.info("chatwoot: %s of conversation %s", type(event).__name__, event.conversation.remote_id)
    return {"status": "done" if taken else "ignored"}


def _error(status: int, code: str, message: str) -> ResponseReturnValue:
    return {"error": {"code": code, "message": message}}, status
