"""Word the few answers a channel gives by itself, from `domain.yml` like everything a shopper reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Used only while no model is loaded, when there is no domain to take the wording from.
_WITHOUT_A_MODEL = {
    "utter_watchdog": "Sorry, that is taking me longer than it should. Your message is safe with me.",
    "utter_message_empty": "That message arrived empty. What can I look up for you?",
    "utter_message_too_long": "That was a long one: I read the first 2,000 characters.",
    "utter_attachment_received": "Thank you, I have your file and keep it with this chat.",
    "utter_ticket_opened": "A person has your case now: {reference}. You'll have a first answer by {due}.",
    "utter_ticket_updated": "I've added this to your case {reference}. You'll have a first answer by {due}.",
    "utter_ticket_updated_overdue": "I've added this to your case {reference}. Our answer is late, and I'm sorry.",
    "utter_ticket_promise": "First answer by {due}",
}


@dataclass(frozen=True)
class OwnAnswer:
    """A text and its buttons (Rasa's `{"title", "payload"}`); no buttons means an empty tuple."""

    text: str
    buttons: Sequence[Mapping[str, Any]] = field(default=())


def own_answer(agent: Any, name: str) -> OwnAnswer:
    """Give response `name` of the agent's domain, or plain words when no domain has it."""
    domain = getattr(agent, "domain", None)
    variations: list[dict[str, Any]] = domain.responses.get(name, []) if domain else []
    without: dict[str, Any] = {"text": _WITHOUT_A_MODEL[name]}
    chosen = next((v for v in variations if v.get("text")), without)
    return OwnAnswer(chosen["text"], tuple(chosen.get("buttons") or ()))
