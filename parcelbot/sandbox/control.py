"""Answer the sandbox's own calls, from its machine only: parcels put in, faults switched on, calls counted."""

from __future__ import annotations

import ipaddress

from flask import Blueprint, Response, jsonify, request

from parcelbot.sandbox.call import number_of, pusher, sandbox
from parcelbot.sandbox.entries import EntryError, parse_entry, parse_mode
from parcelbot.sandbox.pushes import STOPPED, UPDATED

control = Blueprint("control", __name__)


@control.before_request
def _only_from_here() -> tuple[Response, int] | None:
    if request.endpoint == "control.health" or ipaddress.ip_address(request.remote_addr or "::").is_loopback:
        return None
    return jsonify({"error": "The sandbox is controlled from its own machine only."}), 403


@control.get("/health")
def health() -> Response:
    """Tell that the sandbox is up."""
    return jsonify({"status": "ok", "shipments": len(sandbox().entries)})


@control.get("/sandbox/shipments")
def list_shipments() -> Response:
    """List the numbers the sandbox knows and their statuses."""
    known = sandbox().entries.values()
    return jsonify({"shipments": [{"number": e.number, "status": e.status, "carrier": e.carrier} for e in known]})


@control.get("/sandbox/calls")
def list_calls() -> Response:
    """Tell in how many calls each number was asked about, and how many calls came too fast."""
    return jsonify({"calls": sandbox().asked, "refused": sandbox().refused})


@control.post("/sandbox/shipments")
def put_shipment() -> tuple[Response, int]:
    """Add or replace one parcel: 201, or 400 with what is wrong with it."""
    state = sandbox()
    try:
        entry = parse_entry(request.get_json(force=True, silent=True), state.now())
    except EntryError as error:
        return jsonify({"error": str(error)}), 400
    state.entries[entry.number] = entry
    if entry.number in state.registered and not state.registered[entry.number].stopped:
        pusher().soon(UPDATED, entry.number)
    return jsonify({"number": entry.number, "status": entry.status, "events": len(entry.events)}), 201


@control.post("/sandbox/stops")
def stop_tracking() -> tuple[Response, int]:
    """Stop looking at a registered number, as 17TRACK does after 30 quiet days, and push that: 200, or 404."""
    body = request.get_json(force=True, silent=True)
    number = number_of(body)
    registration = sandbox().registered.get(number)
    if registration is None:
        return jsonify({"error": f'"{number}" is not registered'}), 404
    registration.stopped = True
    pusher().soon(STOPPED, number)
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
    sandbox().faults.switch(mode, times)
    return jsonify({"mode": mode.value, "times": times}), 200
