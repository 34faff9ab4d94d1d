from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parcelbot.rasa_plugins.nlu.entities import EntityFinder

FINDER = EntityFinder({})


def entities(text: str) -> list[dict[str, Any]]:
    return FINDER.find(text, {}, date(2026, 11, 21))


def values(text: str) -> dict[str, str]:
    return {entity["entity"]: entity["value"] for entity in entities(text)}


def test_a_number_that_is_called_an_order_says_so() -> None:
    assert values("my order id is 7916676427") == {"ambiguous_number": "7916676427", "number_kind": "order"}


@pytest.mark.parametrize(
    ("text", "kind"), [("it's an order number", "order"), ("a tracking number", "tracking"), ("phone number", "phone")]
)
def test_the_kind_of_a_number_can_be_said_alone(text: str, kind: str) -> None:
    assert values(text) == {"number_kind": kind}


def test_a_payment_number_is_named_and_not_told() -> None:
    (found,) = entities("take it from 4111 1111 1111 1111")
    assert (found["entity"], found["value"]) == ("payment_number", "card")
    assert "1111" not in str(found)


def test_a_number_brings_its_carrier() -> None:
    (found,) = entities("LP00123456789012 by dhl")
    assert found["carrier"] == "dhl"
