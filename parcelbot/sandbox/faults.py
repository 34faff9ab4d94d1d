"""Misbehave on request: the faults of the sandbox."""

from __future__ import annotations

import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from threading import Event, Lock
from typing import Any

from flask import Response, jsonify

_CLOSE_WITH_RESET = struct.pack("ii", 1, 0)


class Mode(str, Enum):
    """The fault of a call: none, a late answer, no answer, or a bad one."""

    NONE = "none"
    SLOW = "slow"
    TIMEOUT = "timeout"
    HTTP_429 = "http_429"
    HTTP_500 = "http_500"
    RESET = "reset"
    GARBAGE = "garbage"
    EMPTY = "empty"

    def __str__(self) -> str:
        return self.value


@dataclass
class Faults:
    """The fault that is switched on, for how many more calls (None: until changed), and how slow is slow."""

    slow_s: float = 3.0
    timeout_s: float = 30.0
    _mode: Mode = Mode.NONE
    _left: int | None = None
    _lock: Lock = field(default_factory=Lock)
    _changed: Event = field(default_factory=Event)

    def switch(self, mode: Mode, times: int | None) -> None:
        """Misbehave like `mode` for `times` calls; calls that are being held up are let go."""
        with self._lock:
            self._mode, self._left = mode, times
            self._changed.set()
            self._changed = Event()

    def take(self) -> Mode:
        """Take the mode for one call and count it off."""
        with self._lock:
            mode = self._mode
            if self._left is not None:
                self._left -= 1
                if self._left <= 0:
                    self._mode, self._left = Mode.NONE, None
            return mode

    def apply(self, mode: Mode, environ: Mapping[str, Any]) -> Response | None:
        """Misbehave; None means that a proper answer may follow."""
        if mode in (Mode.SLOW, Mode.TIMEOUT):
            self._changed.wait(self.slow_s if mode is Mode.SLOW else self.timeout_s)
        if mode is Mode.RESET:
            _reset(environ)
        return None if mode in (Mode.NONE, Mode.SLOW) else _bad_answer(mode)


def _bad_answer(mode: Mode) -> Response:
    if mode is Mode.GARBAGE:
        return Response("<html><body>Scheduled maintenance</body></html>", mimetype="text/html")
    if mode is Mode.EMPTY:
        return Response(b"", mimetype="application/json")
    answer = jsonify({"code": -1, "message": mode.value})
    answer.status_code = {Mode.HTTP_429: 429, Mode.TIMEOUT: 504}.get(mode, 500)
    if mode is Mode.HTTP_429:
        answer.headers["Retry-After"] = "1"
    return answer


def _reset(environ: Mapping[str, Any]) -> None:
    """Cut the connection, so that the client reads a reset instead of an answer."""
    held = _socket_of(environ)
    if held is not None:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_WITH_RESET)
        held.shutdown(socket.SHUT_RDWR)


def _socket_of(environ: Mapping[str, Any]) -> socket.socket | None:
    # Neither server hands out its socket officially: waitress through a bound method, werkzeug by a key.
    hook = environ.get("waitress.client_disconnected")
    found = hook.__self__.socket if hook is not None else environ.get("werkzeug.socket")
    return found if isinstance(found, socket.socket) else None
