"""A carrier's wording that no pattern reads, and messages that are nothing but a wording."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from parcelbot.rasa_plugins.nlu.nearest_wording import NearestWording


@pytest.fixture(scope="module")
def finder() -> NearestWording:
    return NearestWording(NearestWording.get_default_config(), "NearestWording")


def found(
    finder: NearestWording, text: str, intent: str, entities: list[dict[str, Any]] | None = None
) -> dict[str, str]:
    message = Message({"text": text, "intent": {"name": intent}, "entities": entities or []})
    finder.process([message])
    return {entity["entity"]: entity["value"] for entity in message.get("entities")}


def test_a_quotation_that_is_near_to_a_known_wording_is_read_as_nearly_that(finder: NearestWording) -> None:
    asked = found(finder, 'what does "Consignee was out, attempt logged" mean', "status_meaning")["status_phrase"]
    near = found(finder, 'what does "Tenderd to the delivery service provider" mean', "status_meaning")
    assert near["status_phrase"] == "in_transit//handed_to_partner/near"
    assert asked == "unknown" or asked.startswith("delivery_failure")


def test_a_quotation_that_is_near_to_nothing_is_not_guessed_at(finder: NearestWording) -> None:
    asked = found(finder, 'what does "Manifest reconciliation done" mean?', "status_meaning")
    assert asked["status_phrase"] == "unknown"


def test_a_wording_is_never_nearly_delivered(finder: NearestWording) -> None:
    asked = found(finder, 'what does "Deliverd succesfully" mean?', "status_meaning")
    assert not asked["status_phrase"].endswith("/near")


@pytest.mark.parametrize("intent", ["out_of_scope", "nlu_fallback", "status_meaning"])
def test_a_message_that_is_nothing_but_a_wording_is_asked_about(finder: NearestWording, intent: str) -> None:
    asked = found(finder, "Arrived at USPS Regional Facility", intent)
    assert asked == {
        "wording": "in_transit/in_transit_arrival/arrived",
        "status_phrase": "in_transit/in_transit_arrival/arrived",
    }


def test_under_another_question_it_is_only_kept_ready(finder: NearestWording) -> None:
    asked = found(finder, "Arrived at USPS Regional Facility", "tracking_not_updating")
    assert asked == {"wording": "in_transit/in_transit_arrival/arrived"}


def test_a_message_out_of_scope_is_no_status_that_nobody_knows(finder: NearestWording) -> None:
    assert found(finder, "quantum flux capacitor", "out_of_scope") == {"wording": "unknown"}


@pytest.mark.parametrize("text", ["where is my parcel", "I want a refund", "delivered?", "hello", ""])
def test_the_shoppers_own_words_are_no_wording(finder: NearestWording, text: str) -> None:
    assert found(finder, text, "out_of_scope") == {}


def test_a_status_that_was_named_stays_the_only_one(finder: NearestWording) -> None:
    named = {"entity": "status_phrase", "value": "delivered"}
    asked = found(finder, 'what does "Manifest reconciliation done" mean?', "status_meaning", [named])
    assert asked == {"status_phrase": "delivered"}
