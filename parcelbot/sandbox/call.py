"""Give what a call finds around it: the sandbox, its pushes, and the numbers that the body asks about."""

from __future__ import annotations

from typing import Any

from flask import current_app, request

from parcelbot.sandbox.pushes import Pusher
from parcelbot.sandbox.state import SandboxState


def sandbox() -> SandboxState:
    """Find the memory of the sandbox that is called."""
    state: SandboxState = current_app.extensions["sandbox"]
    return state


def pusher() -> Pusher:
    """Find what pushes the news of the sandbox that is called."""
    found: Pusher = current_app.extensions["pusher"]
    return found


def items() -> list[Any]:
    """Read the list in the body; [] where it is none."""
    body = request.get_json(force=True, silent=True)
    return body if isinstance(body, list) else []


def number_of(item: Any) -> str:
    """Read the number that an item is about; "" without one."""
    return str(item.get("number", "")).strip().upper() if isinstance(item, dict) else ""


def param_of(item: Any) -> str:
    """Read what an item tells the carrier besides; "" for nothing."""
    return str(item.get("param") or "").strip() if isinstance(item, dict) else ""
