"""Conversations as Rasa hands them to an action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from parcelbot.usecases.assistant import Services
from tests.unit.usecases.fakes import services

CONVERSATION = "c-42"


def tracker(
    slots: Mapping[str, Any] | None = None,
    message: Mapping[str, Any] | None = None,
    events: Sequence[Mapping[str, Any]] = (),
    form: str = "",
) -> Tracker:
    loop = {"name": form} if form else {}
    return Tracker(CONVERSATION, dict(slots or {}), dict(message or {}), list(events), False, None, loop, None)


def turn(
    slots: Mapping[str, Any] | None = None,
    message: Mapping[str, Any] | None = None,
    events: Sequence[Mapping[str, Any]] = (),
    form: str = "",
    responses: Mapping[str, str] | None = None,
    use_cases: Services | None = None,
) -> Turn:
    domain = {"responses": {name: [{"text": text}] for name, text in (responses or {}).items()}}
    return Turn(CollectingDispatcher(), tracker(slots, message, events, form), domain, use_cases or services())


def said(dispatcher: CollectingDispatcher) -> list[str]:
    """The responses and texts that were sent, in order."""
    return [m.get("response") or m.get("text") for m in dispatcher.messages]
