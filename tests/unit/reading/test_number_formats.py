"""The rows of `knowledge/numbers.yml` carry their own examples; here they are held to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.reading.number_formats import FORMATS_FILE, find_numbers

KNOWLEDGE = Path(FORMATS_FILE).parent
DATA: dict[str, list[dict[str, Any]]] = yaml.safe_load(FORMATS_FILE.read_text("utf-8"))
ROWS = DATA["formats"]


def examples(which: str, kind: str = "formats") -> list[Any]:
    rows = DATA[kind]
    return [
        pytest.param(row, example, id=f"{row['id']}: {example}") for row in rows for example in row["examples"][which]
    ]


@pytest.mark.parametrize(("row", "example"), examples("valid"))
def test_a_valid_example_is_recognised_as_its_rows(row: dict[str, Any], example: str) -> None:
    (found,) = find_numbers(example)
    carriers = [row["carrier"]] if "carrier" in row else list(row.get("by_country", {"": ""}).values())
    assert found.kind is NumberKind.TRACKING
    assert found.valid is not False
    assert found.carrier in carriers


@pytest.mark.parametrize(("row", "example"), examples("invalid"))
def test_an_invalid_example_is_not_taken_for_its_rows(row: dict[str, Any], example: str) -> None:
    found = find_numbers(example)
    assert not any(f.valid is not False and f.carrier and f.carrier == row.get("carrier") for f in found)
    assert not any(f.valid for f in found if "by_country" in row)


@pytest.mark.parametrize(("_", "example"), examples("valid", "other_orders"))
def test_a_valid_order_of_another_shop_is_recognised(_: Any, example: str) -> None:
    assert [found.kind for found in find_numbers(f"it's {example}")] == [NumberKind.OTHER_ORDER]


@pytest.mark.parametrize(("_", "example"), examples("invalid", "other_orders"))
def test_what_is_nearly_an_order_of_another_shop_is_none(_: Any, example: str) -> None:
    assert all(found.kind is not NumberKind.OTHER_ORDER for found in find_numbers(f"it's {example}"))


def test_the_rows_keep_to_their_schema() -> None:
    schema = json.loads((KNOWLEDGE / "schemas" / "numbers.schema.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load(FORMATS_FILE.read_text("utf-8")), schema)


def test_row_ids_are_unique() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))


def test_every_carrier_a_row_names_is_a_carrier_we_know() -> None:
    known = {c["id"] for c in yaml.safe_load((KNOWLEDGE / "carriers.yml").read_text("utf-8"))["carriers"]}
    named = {row["carrier"] for row in ROWS if "carrier" in row}
    named |= {carrier for row in ROWS for carrier in row.get("by_country", {}).values()}
    assert named <= known
