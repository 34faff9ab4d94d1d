"""An action's answer is right or wrong exactly as Rasa's own check has it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.utils.schemas.events import EVENT_SCHEMA

from parcelbot.rasa_plugins.framework.answer_schema import answer_schema

NAMES = [kind["properties"]["event"]["const"] for kind in EVENT_SCHEMA["oneOf"]]
SLOT = {"event": "slot", "timestamp": None, "name": "parcel", "value": ["X"]}

VALID: list[Any] = [
    {},
    {"events": [], "responses": []},
    {"events": [SLOT, {"event": "followup", "name": "parcel_form"}], "responses": [{"text": "hello"}]},
    *({"events": [{"event": name, "name": "a", "value": 1, "entities": []}]} for name in NAMES),
]
INVALID: list[Any] = [
    None,
    [],
    "events",
    {"events": None},
    {"events": {}},
    {"events": ["slot"]},
    {"events": [{}]},
    {"events": [{"event": None}]},
    {"events": [{"event": ["slot"]}]},
    {"events": [{"event": "no such event"}]},
    {"events": [{"event": "slot", "name": "parcel"}]},
    {"events": [{"event": "slot", "name": 1, "value": 1}]},
    {"events": [{**SLOT, "timestamp": "now"}]},
    {"events": [{**SLOT, "metadata": []}]},
    {"events": [SLOT, {"event": "action", "confidence": "much"}]},
    {"events": [{"event": "user", "parse_data": {"entities": [{"entity": "email"}]}}]},
    {"responses": [1]},
    {"events": [], "responses": None},
]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["text", "entity", "value"]), inner),
    max_leaves=4,
)
event_keys = st.sampled_from(["name", "value", "timestamp", "metadata", "entities", "confidence", "text", "parse_data"])
events = st.builds(
    lambda name, rest: {**rest, "event": name}, st.sampled_from(NAMES), st.dictionaries(event_keys, json_values)
)
answers = st.fixed_dictionaries({}, optional={"events": st.lists(events, max_size=3), "responses": json_values})


def verdict(check: Any, answer: Any) -> Any:
    try:
        return check(answer)
    except ValidationError as error:
        return error.message, list(error.absolute_path), error.validator


def same_verdicts(answer: Any) -> Any:
    ours = verdict(answer_schema().check, answer)
    assert ours == verdict(RemoteAction("action_of_a_test", None)._validate_action_result, answer)
    return ours


@pytest.mark.parametrize("answer", VALID)
def test_what_rasa_takes_is_taken(answer: Any) -> None:
    assert same_verdicts(answer) is True


@pytest.mark.parametrize("answer", INVALID)
def test_what_rasa_refuses_is_refused_in_rasas_words(answer: Any) -> None:
    assert same_verdicts(answer) is not True


@given(answers)
def test_any_other_answer_gets_rasas_verdict(answer: Any) -> None:
    same_verdicts(answer)


def test_no_two_kinds_of_event_share_a_name() -> None:
    assert len(set(NAMES)) == len(NAMES)
