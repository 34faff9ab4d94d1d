"""Answer 17TRACK's calls and the sandbox's own control calls, as a Flask app."""

from __future__ import annotations

import ipaddress
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify, request

from parcelbot.sandbox.entries import EntryError, SandboxShipment, parse_entry, parse_mode
from parcelbot.sandbox.faults import Faults, Mode
from parcelbot.sandbox.payload import not_found_info, track_info

MAX_NUMBERS = 40

ALREADY_REGISTERED = -18019901
NOT_REGISTERED = -18019902
NO_CARRIER = -18019903
NO_INFORMATION_YET = -18019909
BAD_KEY = -18010002
BAD_FORMAT = -18010012
BAD_REQUEST = -18010013
TOO_MANY = -18010014

_LIKE_A_CODE = re.compile(r"(?=.*\d{4})[A-Z0-9]{8,40}")

Item = dict[str, Any]
Outcome = tuple[bool, Item]

track = Blueprint("track", __name__, url_prefix="/track/v2.2")
control = Blueprint("control", __name__)


@dataclass
class SandboxState:
    """The sandbox's memory: its parcels, who registered which number when, and how it misbehaves."""

    now: Callable[[], datetime]
    entries: dict[str, SandboxShipment]
    pending_s: float
    rate_per_s: int
    faults: Faults
    registered: dict[str, datetime] = field(default_factory=dict)
    calls: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def throttled(self, token: str) -> bool:
        """Count a call; True when `token` has had its share of this second."""
        recent, moment = self.calls[token], self.now().timestamp()
        while recent and moment - recent[0] >= 1:
            recent.popleft()
        if len(recent) >= self.rate_per_s:
            return True
        recent.append(moment)
        return False

    def pending(self, number: str) -> bool:
        """True while a freshly registered number is still being looked up."""
        entry = self.entries.get(number)
        wait_s = self.pending_s if entry is None or entry.pending_s is None else entry.pending_s
        return (self.now() - self.registered[number]).total_seconds() < wait_s


def create_app(
    shipments: Iterable[SandboxShipment],
    now: Callable[[], datetime],
    *,
    pending_s: float = 0.0,
    rate_per_s: int = 3,
    faults: Faults | None = None,
) -> Flask:
    """Build the sandbox around `shipments`; `now` gives aware times."""
    app = Flask(__name__)
    entries = {entry.number: entry for entry in shipments}
    app.extensions["sandbox"] = SandboxState(now, entries, pending_s, rate_per_s, faults or Faults())
    app.register_blueprint(track)
    app.register_blueprint(control)
    return app


def _state() -> SandboxState:
    state: SandboxState = current_app.extensions["sandbox"]
    return state


@track.before_request
def _guard() -> Response | tuple[Response, int] | None:
    state = _state()
    misbehaviour = state.faults.apply(_fault(state), request.environ)
    if misbehaviour is not None:
        return misbehaviour
    token = request.headers.get("17token", "")
    if not token:
        return jsonify(_errors(BAD_KEY, "The access key is invalid.")), 401
    if state.throttled(token):
        return jsonify({"code": -1, "message": "Too many requests"}), 429
    return _check_numbers()


def _fault(state: SandboxState) -> Mode:
    """Take the fault that is switched on, or else the one that goes with the parcel asked for."""
    mode = state.faults.take()
    if mode is not Mode.NONE:
        return mode
    asked = (state.entries.get(_number(item)) for item in _items())
    return next((entry.fault for entry in asked if entry), Mode.NONE)


def _check_numbers() -> Response | None:
    if request.endpoint == "track.getquota":
        return None
    if not isinstance(request.get_json(force=True, silent=True), list) or not _items():
        return jsonify(_errors(BAD_REQUEST, "The submitted data is invalid."))
    if len(_items()) > MAX_NUMBERS:
        return jsonify(_errors(TOO_MANY, f"No more than {MAX_NUMBERS} numbers in one call."))
    return None


@track.post("/register")
def register() -> Response:
    """Take numbers in; what is known of them comes later, through `gettrackinfo`."""
    return _each(_register_one)


@track.post("/gettrackinfo")
def gettrackinfo() -> Response:
    """Tell what is known of registered numbers."""
    return _each(_read_one)


@track.post("/changecarrier")
def changecarrier() -> Response:
    """Accept another carrier for registered numbers."""
    return _each(lambda state, number: _only_registered(state, number) or (True, {"number": number}))


@track.post("/stoptrack")
def stoptrack() -> Response:
    """Forget registered numbers."""
    return _each(_stop_one)


@track.post("/getquota")
def getquota() -> Response:
    """Tell how many numbers may still be registered."""
    used = len(_state().registered)
    return jsonify({"code": 0, "data": {"quota_total": 1000, "quota_used": used, "quota_remain": 1000 - used}})


def _each(answer_one: Callable[[SandboxState, str], Outcome]) -> Response:
    answers = [answer_one(_state(), _number(item)) for item in _items()]
    accepted = [item for ok, item in answers if ok]
    rejected = [item for ok, item in answers if not ok]
    return jsonify({"code": 0, "data": {"accepted": accepted, "rejected": rejected}})


def _register_one(state: SandboxState, number: str) -> Outcome:
    if number in state.registered:
        return _rejected(number, ALREADY_REGISTERED, f"The tracking number {number} has been registered.")
    if not number or not number.isalnum():
        return _rejected(number, BAD_FORMAT, "The format of 'number' is invalid.")
    if number not in state.entries and not _LIKE_A_CODE.fullmatch(number):
        return _rejected(number, NO_CARRIER, "Carrier cannot be detected.")
    state.registered[number] = state.now()
    return True, {"origin": 1, "number": number, "carrier": 0}


def _read_one(state: SandboxState, number: str) -> Outcome:
    if refusal := _only_registered(state, number):
        return refusal
    if state.pending(number):
        return _rejected(number, NO_INFORMATION_YET, "No tracking information at this time.")
    entry, now = state.entries.get(number), state.now()
    info = track_info(entry, now) if entry else not_found_info(number, now)
    return True, {"number": number, "carrier": 0, "param": None, "tag": "", "track_info": info}


def _stop_one(state: SandboxState, number: str) -> Outcome:
    if refusal := _only_registered(state, number):
        return refusal
    del state.registered[number]
    return True, {"number": number, "carrier": 0}


def _only_registered(state: SandboxState, number: str) -> Outcome | None:
    if number in state.registered:
        return None
    return _rejected(number, NOT_REGISTERED, f"The tracking number {number} does not register.")


def _rejected(number: str, code: int, message: str) -> Outcome:
    return False, {"number": number, "error": {"code": code, "message": message}}


def _errors(code: int, message: str) -> Item:
    return {"code": code, "data": {"errors": [{"code": code, "message": message}]}}


def _items() -> list[Any]:
    body = request.get_json(force=True, silent=True)
    return body if isinstance(body, list) else []


def _number(item: Any) -> str:
    return str(item.get("number", "")).strip().upper() if isinstance(item, dict) else ""


@control.before_request
def _only_from_here() -> tuple[Response, int] | None:
    if request.endpoint == "control.health" or ipaddress.ip_address(request.remote_addr or "::").is_loopback:
        return None
    return jsonify({"error": "The sandbox is controlled from its own machine only."}), 403


@control.get("/health")
def health() -> Response:
    """Tell that the sandbox is up."""
    return jsonify({"status": "ok", "shipments": len(_state().entries)})


@control.get("/sandbox/shipments")
def list_shipments() -> Response:
    """List the numbers the sandbox knows and their statuses."""
    known = _state().entries.values()
    return jsonify({"shipments": [{"number": e.number, "status": e.status, "carrier": e.carrier} for e in known]})


@control.post("/sandbox/shipments")
def put_shipment() -> tuple[Response, int]:
    """Add or replace one parcel: 201, or 400 with what is wrong with it."""
    state = _state()
    try:
        entry = parse_entry(request.get_json(force=True, silent=True), state.now())
    except EntryError as error:
        return jsonify({"error": str(error)}), 400
    state.entries[entry.number] = entry
    return jsonify({"number": entry.number, "status": entry.status, "events": len(entry.events)}), 201


@control.post("/sandbox/faults")
def put_fault() -> tuple[Response, int]:
    """Switch a fault on for `times` calls, or for good without it; 400 when there is no such fault."""
    body = request.get_json(force=True, silent=True)
    body = body if isinstance(body, dict) else {}
    times = body.get("times")
    try:
        mode = parse_mode(body.get("mode"))
    except EntryError as error:
        return jsonify({"error": str(error)}), 400
    if times is not None and (not isinstance(times, int) or times < 1):
        return jsonify({"error": '"times" must be a whole number from 1'}), 400
    _state().faults.switch(mode, times)
    return jsonify({"mode": mode.value, "times": times}), 200
