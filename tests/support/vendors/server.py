"""A vendor's API on a free port of the loopback, with faults on request."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import format_datetime
from enum import Enum
from threading import Event, Lock, Thread
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server

_CLOSE_WITH_RESET = struct.pack("ii", 1, 0)


class Fault(Enum):
    """What happens to a call. The `AFTER_` ones happen once everything has been stored: the answer is lost."""

    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    CONFLICT = 409
    UNPROCESSABLE = 422
    RATE_LIMIT = 429
    RATE_LIMIT_DATE = "429 until a date"
    SERVER_ERROR = 500
    BAD_GATEWAY = 502
    UNAVAILABLE = 503
    GARBAGE = "a page instead of JSON"
    RESET = "the connection is cut"
    TIMEOUT = "no answer at all"
    AFTER_RESET = "stored, then the connection is cut"
    AFTER_TIMEOUT = "stored, then no answer"
    AFTER_BAD_GATEWAY = "stored, then a proxy's 502"


_LOST = {
    Fault.AFTER_RESET: Fault.RESET,
    Fault.AFTER_TIMEOUT: Fault.TIMEOUT,
    Fault.AFTER_BAD_GATEWAY: Fault.BAD_GATEWAY,
}

ErrorBody = Callable[[int, str], Any]


@dataclass
class Faults:
    """The fault that is switched on, for writing calls only or for all, for how many more calls."""

    error_body: ErrorBody
    until: datetime = datetime(2030, 1, 1, tzinfo=timezone.utc)
    calls: list[str] = field(default_factory=list)
    _fault: Fault | None = None
    _left: int | None = None
    _skip: int = 0
    _reads_too: bool = True
    _lock: Lock = field(default_factory=Lock)
    _let_go: Event = field(default_factory=Event)

    def switch(self, fault: Fault, times: int | None = None, *, skip: int = 0, reads_too: bool = False) -> None:
        """`fault` for `times` calls (None: until switched off) after `skip` more have gone well."""
        with self._lock:
            self._fault, self._left, self._skip, self._reads_too = fault, times, skip, reads_too

    @property
    def holds_up(self) -> bool:
        """Whether calls may wait for an answer that does not come."""
        return self._fault in (Fault.TIMEOUT, Fault.AFTER_TIMEOUT)

    def off(self) -> None:
        """All is well again; calls that are held up are let go."""
        with self._lock:
            self._fault = None
            self._let_go.set()
            self._let_go = Event()

    def take(self) -> Fault | None:
        """The fault for this call, counted off."""
        with self._lock:
            self.calls.append(f"{request.method} {request.path}")
            if self._fault is None or (request.method == "GET" and not self._reads_too):
                return None
            if self._skip:
                self._skip -= 1
                return None
            if self._left is not None:
                if self._left == 0:
                    return None
                self._left -= 1
            return self._fault

    def happen(self, fault: Fault) -> Response:
        if fault is Fault.TIMEOUT:
            self._let_go.wait(30)
        if fault in (Fault.RESET, Fault.TIMEOUT):
            cut: socket.socket = request.environ["werkzeug.socket"]
            cut.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _CLOSE_WITH_RESET)
            cut.shutdown(socket.SHUT_RDWR)
            return Response(status=500)
        if fault is Fault.GARBAGE:
            return Response("<html><body>Maintenance</body></html>", mimetype="text/html")
        status = 429 if fault is Fault.RATE_LIMIT_DATE else int(fault.value)
        answer = jsonify(self.error_body(status, "a fault on request"))
        answer.status_code = status
        if status == 429:
            answer.headers["Retry-After"] = (
                format_datetime(self.until, usegmt=True) if "date" in str(fault.value) else "7"
            )
        return answer


class _Handler(WSGIRequestHandler):
    disable_nagle_algorithm = True


class VendorError(Exception):
    """The vendor's own refusal: status and JSON body."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


@dataclass
class VendorServer:
    """A vendor's app, served from a thread of its own until `stop`."""

    app: Flask
    faults: Faults

    def __post_init__(self) -> None:
        self.app.before_request(self._before)
        self.app.after_request(self._after)
        self.app.register_error_handler(VendorError, lambda error: (jsonify(error.body), error.status))
        self.app.register_error_handler(HTTPException, self._unknown)
        self._server = make_server("127.0.0.1", 0, self.app, threaded=True, request_handler=_Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self.faults.off()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _before(self) -> Response | None:
        fault = self.faults.take()
        request.environ["lost"] = _LOST.get(fault) if fault else None
        return self.faults.happen(fault) if fault and fault not in _LOST else None

    def _after(self, response: Response) -> Response:
        lost = request.environ.get("lost")
        return self.faults.happen(lost) if lost else response

    def _unknown(self, error: HTTPException) -> tuple[Response, int]:
        status = error.code or 500
        return jsonify(self.faults.error_body(status, error.name)), status
