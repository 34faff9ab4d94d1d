"""Check an action's answer by Rasa's own schema, compiled once instead of at every call.

An event must satisfy exactly one of Rasa's alternatives, and these exclude each other by the name of the event, so
an event is first held against the one that bears its name. What is not plainly right is left to the whole schema,
so that errors are those Rasa raises.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.constants import DOCS_BASE_URL

_ADVICE = (
    ". Failed to validate Action server response from API, make sure your response from the Action endpoint is valid. "
    f"For more information about the format visit {DOCS_BASE_URL}/custom-actions"
)


class AnswerSchema:
    """Validators for an answer as a whole, for all of it but its events, and for each kind of event."""

    def __init__(self, schema: dict[str, Any]) -> None:
        compiler = validator_for(schema)
        compiler.check_schema(schema)
        event = schema["properties"]["events"]["items"]
        common = {key: rule for key, rule in event.items() if key != "oneOf"}
        around = {**schema, "properties": {**schema["properties"], "events": {"type": "array"}}}
        self._whole = compiler(schema)
        self._around = compiler(around)
        self._events = {
            kind["properties"]["event"]["const"]: compiler({"allOf": [common, kind]}) for kind in event["oneOf"]
        }

    def check(self, answer: Any) -> bool:
        """True for a valid answer; `jsonschema.ValidationError`, as Rasa words it, for any other."""
        if self._is_plainly_right(answer):
            return True
        error = best_match(self._whole.iter_errors(answer))
        if error is None:
            return True
        error.message += _ADVICE
        raise error

    def _is_plainly_right(self, answer: Any) -> bool:
        if not isinstance(answer, dict) or not self._around.is_valid(answer):
            return False
        return all(self._is_right_event(event) for event in answer.get("events", ()))

    def _is_right_event(self, event: Any) -> bool:
        name = event.get("event") if isinstance(event, dict) else None
        return isinstance(name, str) and name in self._events and self._events[name].is_valid(event)


@cache
def answer_schema() -> AnswerSchema:
    """Rasa's schema of an action's answer, compiled."""
    return AnswerSchema(RemoteAction.action_response_format_spec())
