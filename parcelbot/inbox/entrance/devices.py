"""Know the browsers in which an agent has logged in before: what strangers try does not keep those out."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

COOKIE = "inbox_device"

_LIFETIME = timedelta(days=180)


class KnownDevices:
    """Marks browsers by a signed cookie that names the account and the moment. `clock` gives an aware now."""

    def __init__(self, secret: str, clock: Callable[[], datetime], https: bool) -> None:
        self._serializer = URLSafeSerializer(secret, salt="inbox-device")
        self._clock = clock
        self._https = https

    def mark(self, response: Response, email: str) -> None:
        """Let the browser be known as one in which this agent logs in."""
        mark = self._serializer.dumps([email, secrets.token_urlsafe(12), int(self._clock().timestamp())])
        response.set_cookie(
            COOKIE,
            mark,
            max_age=_LIFETIME,
            path="/inbox",
            secure=self._https,
            httponly=True,
            samesite="Lax",
        )

    def device(self, request: Request, email: str) -> str:
        """Give the name of the browser if the agent has logged in there before; "" otherwise."""
        try:
            marked, name, since = self._serializer.loads(request.cookies.get(COOKIE, ""))
        except (BadData, ValueError, TypeError):
            return ""
        is_old = self._clock().timestamp() - since > _LIFETIME.total_seconds()
        return str(name) if marked == email and not is_old else ""
