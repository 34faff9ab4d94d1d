"""Answer 17TRACK's calls and the sandbox's own control calls, as a Flask app."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify, request

from parcelbot.sandbox import codes
from parcelbot.sandbox.entries import EntryError, SandboxShipment, parse_entry, parse_mode
from parcelbot.sandbox.faults import Faults, Mode
from parcelbot.sandbox.pushes import STOPPED, UPDATED, Pusher
from parcelbot.sandbox.state import Limits, SandboxState

MAX_NUMBERS = 40


_LIKE_A_CODE = re.compile(r"(?=.*\d{4})[A-Z0-9]{8,40}")

Item = dict[str, Any]
Outcome = tuple[bool, Item]

_LIMITS = Limits()

track = Blueprint("track", __name__, url_prefix="/track/v2.2")
control = Blueprint("control", __name__)


def create_app(
    shipments: Iterable[SandboxShipment],
    now: Callable[[], datetime],
    *,
    limits: Limits = _LIMITS,
    faults: Faults | None = None,
    push_url: str = "",
) -> Flask:
    """Build the sandbox around `shipments`; `now` gives aware times. News are pushed to `push_url`."""
    app = Flask(__name__)
    entries = {entry.number: entry for entry in shipments}
    state = SandboxState(now, entries, limits, faults or Faults())
    app.extensions["sandbox"], app.extensions["pusher"] = state, Pusher(state, push_url)
    app.register_blueprint(track)
    app.register_blueprint(control)
    return app


def _state() -> SandboxState:
    state: SandboxState = current_app.extensions["sandbox"]
    return state


def _pusher() -> Pusher:
    pusher: Pusher = current_app.extensions["pusher"]
    return pusher


@track.before_request
def _guard() -> Response | tuple[Response, int] | None:
    state = _state()
    misbehaviour = state.faults.apply(_fault(state), request.environ)
    if misbehaviour is not None:
        return misbehaviour
    token = request.headers.get("17token", "")
    if not token:
        return jsonify(_errors(codes.BAD_KEY, "The access key is invalid.")), 401
    if state.throttled(token):
        return jsonify({"code": -1, "message": "Too many requests"}), 429
    state.asked.update({_number(item) for item in _items()})
    return _check_numbers()


def _fault(state: SandboxState) -> Mode:
    """Take the fault that is switched on, or else the one that goes with the parcel asked for."""
    mode = state.faults.take()
    if mode is not Mode.NONE:
        return mode
    asked = (state.entry(_number(item)) for item in _items())
    return next((entry.fault for entry in asked if entry), Mode.NONE)


def _check_numbers() -> Response | None:
    if request.endpoint == "track.getquota":
        return None
    if not isinstance(request.get_json(force=True, silent=True), list) or not _items():
        return jsonify(_errors(codes.BAD_REQUEST, "The submitted data is invalid."))
    if len(_items()) > MAX_NUMBERS:
        return jsonify(_errors(codes.TOO_MANY, f"No more than {MAX_NUMBERS} numbers in one call."))
    return None


@track.post("/register")
def register() -> Response:
    """Take numbers in; what is known of them comes later, by a push or through `gettrackinfo`."""
    return _answer([_register_one(_state(), _number(item), _param(item)) for item in _items()])


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


@track.post("/retrack")
def retrack() -> Response:
    """Look at stopped numbers again, once each."""
    return _each(_retrack_one)


@track.post("/getquota")
def getquota() -> Response:
    """Tell how many numbers may still be registered."""
    total, used = _state().limits.quota, _state().used
    quota = {"quota_total": total, "quota_used": used, "quota_remain": total - used}
    return jsonify({"code": 0, "data": quota})


def _each(answer_one: Callable[[SandboxState, str], Outcome]) -> Response:
    return _answer([answer_one(_state(), _number(item)) for item in _items()])


def _answer(answers: Sequence[Outcome]) -> Response:
    accepted = [item for ok, item in answers if ok]
    rejected = [item for ok, item in answers if not ok]
    return jsonify({"code": 0, "data": {"accepted": accepted, "rejected": rejected}})


def _register_one(state: SandboxState, number: str, param: str) -> Outcome:
    if number in state.registered:
        return _rejected(number, codes.ALREADY_REGISTERED, f"The tracking number {number} has been registered.")
    if not number or not number.isalnum():
        return _rejected(number, codes.BAD_FORMAT, "The format of 'number' is invalid.")
    entry = state.entry(number)
    if entry is None and not _LIKE_A_CODE.fullmatch(number):
        return _rejected(number, codes.NO_CARRIER, "Carrier cannot be detected.")
    if entry and (refusal := _lacking(entry, param)):
        return refusal
    if not state.register(number, request.headers["17token"]):
        return _rejected(number, codes.QUOTA_SPENT, "Your quotas have run out.")
    _pusher().soon(UPDATED, number, state.pending_for_s(number))
    return True, {"origin": 1, "number": number, "carrier": 0}


def _lacking(entry: SandboxShipment, param: str) -> Outcome | None:
    """Refuse a parcel whose carrier wants to know something that was not told, or told wrongly."""
    if not entry.requires:
        return None
    if not param:
        return _rejected(
            entry.number, codes.REQUIRED[entry.requires], "The 'param' field is required for this tracking."
        )
    if entry.requires_value and _bare(param) != _bare(entry.requires_value):
        return _rejected(entry.number, codes.BAD_VALUE, "The value of the field 'param' is invalid.")
    return None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def _read_one(state: SandboxState, number: str) -> Outcome:
    if refusal := _only_registered(state, number):
        return refusal
    if state.pending(number):
        return _rejected(number, codes.NO_INFORMATION_YET, "No tracking information at this time.")
    return True, state.track(number)


def _retrack_one(state: SandboxState, number: str) -> Outcome:
    if refusal := _only_registered(state, number):
        return refusal
    registration = state.registered[number]
    if not registration.stopped:
        return _rejected(number, codes.NOT_STOPPED, "Only stopped numbers can be retracked.")
    if registration.retracked:
        return _rejected(number, codes.RETRACKED_BEFORE, "Each number can be retracked once only.")
    registration.stopped, registration.retracked = False, True
    _pusher().soon(UPDATED, number, state.limits.pending_s)
    return True, {"number": number, "carrier": 0}


def _stop_one(state: SandboxState, number: str) -> Outcome:
    if refusal := _only_registered(state, number):
        return refusal
    del state.registered[number]
    return True, {"number": number, "carrier": 0}


def _only_registered(state: SandboxState, number: str) -> Outcome | None:
    if number in state.registered:
        return None
    return _rejected(number, codes.NOT_REGISTERED, f"The tracking number {number} does not register.")


def _rejected(number: str, code: int, message: str) -> Outcome:
    return False, {"number": number, "error": {"code": code, "message": message}}


def _errors(code: int, message: str) -> Item:
    return {"code": code, "data": {"errors": [{"code": code, "message": message}]}}


def _items() -> list[Any]:
    body = request.get_json(force=True, silent=True)
    return body if isinstance(body, list) else []


def _number(item: Any) -> str:
    return str(item.get("number", "")).strip().upper() if isinstance(item, dict) else ""


def _param(item: Any) -> str:
    return str(item.get("param") or "").strip() if isinstance(item, dict) else ""


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


@control.get("/sandbox/calls")
def list_calls() -> Response:
    """Tell in how many calls each number was asked about, and how many calls came too fast."""
    return jsonify({"calls": _state().asked, "refused": _state().refused})


@control.post("/sandbox/shipments")
def put_shipment() -> tuple[Response, int]:
    """Add or replace one parcel: 201, or 400 with what is wrong with it."""
    state = _state()
    try:
        entry = parse_entry(request.get_json(force=True, silent=True), state.now())
    except EntryError as error:
        return jsonify({"error": str(error)}), 400
    state.entries[entry.number] = entry
    if entry.number in state.registered and not state.registered[entry.number].stopped:
        _pusher().soon(UPDATED, entry.number)
    return jsonify({"number": entry.number, "status": entry.status, "events": len(entry.events)}), 201


@control.post("/sandbox/stops")
def stop_tracking() -> tuple[Response, int]:
    """Stop looking at a registered number, as 17TRACK does after 30 quiet days, and push that: 200, or 404."""
    body = request.get_json(force=True, silent=True)
    number = _number(body)
    registration = _state().registered.get(number)
    if registration is None:
        return jsonify({"error": f'"{number}" is not registered'}), 404
    registration.stopped = True
    _pusher().soon(STOPPED, number)
    return jsonify({"number": number}), 200


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
