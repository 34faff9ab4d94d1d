"""Put the sandbox together: 17TRACK's calls and its own, over one memory, as a Flask app."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from flask import Flask

from parcelbot.sandbox.control import control
from parcelbot.sandbox.entries import SandboxShipment
from parcelbot.sandbox.faults import Faults
from parcelbot.sandbox.protocol import track
from parcelbot.sandbox.pushes import NO_PUSHES, Pusher, Pushes
from parcelbot.sandbox.state import Limits, SandboxState

_LIMITS = Limits()


def create_app(
    shipments: Iterable[SandboxShipment],
    now: Callable[[], datetime],
    *,
    limits: Limits = _LIMITS,
    faults: Faults | None = None,
    pushes: Pushes = NO_PUSHES,
) -> Flask:
    """Build the sandbox around `shipments`; `now` gives aware times."""
    app = Flask(__name__)
    entries = {entry.number: entry for entry in shipments}
    state = SandboxState(now, entries, limits, faults or Faults())
    app.extensions["sandbox"], app.extensions["pusher"] = state, Pusher(state, pushes)
    app.register_blueprint(track)
    app.register_blueprint(control)
    return app
