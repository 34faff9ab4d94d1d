"""Refuse calls as HTTP: every refusal is an `ApiError` with a status and a code."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """A refusal, answered as `{"error": {"code", "message"}}` with `status` and `headers`.

    `notice` is a sentence for the shopper, "" where the client knows what to say.
    """

    def __init__(
        self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None, notice: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})
        self.notice = notice

    def body(self) -> dict[str, Any]:
        """Give the JSON body."""
        shown = {"notice": self.notice} if self.notice else {}
        return {"error": {"code": self.code, "message": str(self), **shown}}


def bad_request(code: str, message: str) -> ApiError:
    """Make a 400: the request cannot be understood."""
    return ApiError(400, code, message)


def unauthorized(code: str, message: str) -> ApiError:
    """Make a 401: no token, or one that does not count."""
    return ApiError(401, code, message, {"WWW-Authenticate": "Bearer"})


def forbidden() -> ApiError:
    """Make a 403: a good token, but of another conversation."""
    return ApiError(403, "other_conversation", "this token belongs to another conversation")


def too_large(code: str, message: str) -> ApiError:
    """Make a 413: more than we take."""
    return ApiError(413, code, message)


def too_many_requests(wait_s: float, notice: str = "") -> ApiError:
    """Make a 429, with the whole seconds after which it is worth trying again."""
    headers = {"Retry-After": str(max(1, math.ceil(wait_s)))}
    return ApiError(429, "too_many_requests", "too many requests; try again in a moment", headers, notice)
