"""Each question about the shop names a case by a title that there is, and what its order is needed for is of no way."""

from __future__ import annotations

import json
from pathlib import Path

from parcelbot.core.answering.open_matters import ON_THE_WAY
from parcelbot.core.cases.titles import TITLES
from parcelbot.knowledge.second_matters import NO_CASE, read_second_matters

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
MATTERS = read_second_matters(KNOWLEDGE)


def test_its_title_is_known_and_its_schema_has_it() -> None:
    titles = {title for title in MATTERS.cases.values() if title}
    assert titles <= TITLES.keys()
    schema = json.loads((KNOWLEDGE / "schemas" / "follow_ups.schema.json").read_text())
    assert set(schema["properties"]["follow_ups"]["items"]["properties"]["case"]["enum"]) == titles | {NO_CASE}


def test_what_a_person_settles_is_of_no_parcels_way() -> None:
    assert {name: MATTERS.of(name) for name in MATTERS.cases if MATTERS.of(name) in ON_THE_WAY} == {}
