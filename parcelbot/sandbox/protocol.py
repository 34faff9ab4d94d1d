"""Answer 17TRACK's calls: numbers are registered, read, looked at again and stopped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, jsonify, request

from parcelbot.sandbox import codes
from parcelbot.sandbox.call import items, number_of, param_of, pusher, sandbox
from parcelbot.sandbox.entries import SandboxShipment
from parcelbot.sandbox.faults import Mode
from parcelbot.sandbox.pushes import UPDATED
from parcelbot.sandbox.state import SandboxState

MAX_NUMBERS = 40

_LIKE_A_CODE = re.compile(r"(?=.*\d{4})[A-Z0-9]{8,40}")

Item = dict[str, Any]
Outcome = tuple[bool, Item]

track = Blueprint("track", __name__, url_prefix="/track/v2.2")


@track.before_request
def _guard() -> Response | tuple[Response, int] | None:
    state = sandbox()
    misbehaviour = state.faults.apply(_fault(state), request.environ)
    if misbehaviour is not None:
        return misbehaviour
    token = request.headers.get("17token", "")
    if not token:
        return jsonify(_errors(codes.BAD_KEY, "The access key is invalid.")), 401
    if state.throttled(token):
        return jsonify({"code": -1, "message": "Too many requests"}), 429
    state.asked.update({number_of(item) for item in items()})
    return _check_numbers()


def _fault(state: SandboxState) -> Mode:
    """Take the fault that is switched on, or else the one that goes with the parcel asked for."""
    mode = state.faults.take()
    if mode is not Mode.NONE:
        return mode
    asked = (state.entry(number_of(item)) for item in items())
    return next((entry.fault for entry in asked if entry), Mode.NONE)


def _check_numbers() -> Response | None:
    if request.endpoint == "track.getquota":
        return None
    if not isinstance(request.get_json(force=True, silent=True), list) or not items():
        return jsonify(_errors(codes.BAD_REQUEST, "The submitted data is invalid."))
    if len(items()) > MAX_NUMBERS:
        return jsonify(_errors(codes.TOO_MANY, f"No more than {MAX_NUMBERS} numbers in one call."))
    return None


@track.post("/register")
def register() -> Response:
    """Take numbers in; what is known of them comes later, by a push or through `gettrackinfo`."""
    return _answer([_register_one(sandbox(), number_of(item), param_of(item)) for item in items()])


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
    total, used = sandbox().limits.quota, sandbox().used
    quota = {"quota_total": total, "quota_used": used, "quota_remain": total - used}
    return jsonify({"code": 0, "data": quota})


def _each(answer_one: Callable[[SandboxState, str], Outcome]) -> Response:
    return _answer([answer_one(sandbox(), number_of(item)) for item in items()])


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
    pusher().soon(UPDATED, number, state.pending_for_s(number))
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
    pusher().soon(UPDATED, number, state.limits.pending_s)
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
