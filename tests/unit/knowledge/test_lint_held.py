"""An answer that asks for something has a row for where it is held."""

from __future__ import annotations

from parcelbot.knowledge.lint_held import held_findings
from tests.unit.core.builders import row

ASKS = {"utter_ask": ["Please photograph it and give me the order number."], "utter_thanks": ["Thank you."]}


def findings(table: str, *rows: object) -> list[str]:
    return list(held_findings(table, rows, ASKS))  # type: ignore[arg-type]


def test_what_nobody_looked_for_is_named() -> None:
    assert [found.partition(": ")[2] for found in findings("goods", row("first", response="utter_ask"))] == [
        "asks for a photo, which may be held already",
        "asks for the order number, which may be held already",
    ]


def test_a_row_before_may_be_for_what_is_held() -> None:
    held = row("held", {"photo_held": True, "sold_by_us": True}, response="utter_thanks")
    assert findings("goods", held, row("other", response="utter_ask")) == []


def test_a_row_may_be_for_what_is_not_held() -> None:
    asked = row("asked", {"photo_held": False, "order_named": False}, response="utter_ask")
    assert findings("goods", asked) == []


def test_a_row_of_another_second_question_is_none() -> None:
    held = row("held", {"follow_up": "one", "sold_by_us": True}, response="utter_thanks")
    asked = row("asked", {"follow_up": "another"}, response="utter_ask")
    assert len(findings("follow_ups", held, asked)) == 1


def test_without_a_parcel_nothing_is_held() -> None:
    assert findings("no_parcel", row("first", response="utter_ask")) == []
