"""Advice asked for in words that the knowledge does not list."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from parcelbot.rasa_plugins.nlu.nearest_topic import NearestTopic


@pytest.fixture(scope="module")
def finder() -> NearestTopic:
    return NearestTopic(NearestTopic.get_default_config(), "NearestTopic")


def topics(finder: NearestTopic, text: str, intent: str, entities: list[dict[str, Any]] | None = None) -> list[str]:
    message = Message({"text": text, "intent": {"name": intent}, "entities": entities or []})
    finder.process([message])
    return [entity["value"] for entity in message.get("entities")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do saturdays count as business days", "weekend_holiday"),
        ("is it slower around black friday", "peak_season"),
        ("how am I supposed to write my address", "address_details"),
    ],
)
def test_advice_is_found_by_its_meaning_although_the_question_was_taken_for_out_of_scope(
    finder: NearestTopic, text: str, topic: str
):
    assert topics(finder, text, "out_of_scope") == [topic]


def test_what_is_out_of_scope_needs_more_likeness_than_what_is_ours(finder: NearestTopic):
    assert topics(finder, "where can I track my phone", "out_of_scope") == []
    assert topics(finder, "where can I track my phone", "how_to_track") == ["where_to_check"]


def test_a_problem_with_a_parcel_is_looked_up_instead(finder: NearestTopic):
    assert topics(finder, "is it slower around black friday", "late_delivery") == []


def test_a_topic_that_was_named_stays_the_only_one(finder: NearestTopic):
    named = {"entity": "topic", "value": "weather"}
    assert topics(finder, "is it slower around black friday", "out_of_scope", [named]) == ["weather"]
