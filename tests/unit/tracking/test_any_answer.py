"""Whatever a provider sends, it is a look-up or a tracking error, never an accident."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.core.parcel.shipment import Lookup
from parcelbot.core.parcel.shipment_json import shipment_from_json, shipment_to_json
from parcelbot.core.parcel.stages import stage_of
from parcelbot.tracking import aftership_answers, seventeentrack
from parcelbot.tracking.aftership_answers import AfterShipWords
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import StatusVocabulary
from tests.unit.core.builders import NOW
from tests.unit.tracking.fakes import SnakeCaseVocabulary

FIXTURES = Path(__file__).parents[2] / "fixtures"


def aftership_lookup(payload: Any, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    trackings = aftership_answers.trackings_of(payload, "LX555123405CN") or [{"tag": "Pending"}]
    return aftership_answers.lookup_of(trackings, AfterShipWords(vocabulary), now)


PARSERS = {
    "17track_gettrackinfo.json": seventeentrack.parse,
    "aftership_trackings.json": aftership_lookup,
}
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in nested JSON."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in inner for found in paths(value, (*path, key)))]


def with_junk(data: Any, path: tuple[Any, ...], junk: Any) -> Any:
    broken = copy.deepcopy(data)
    *parents, last = path
    target = broken
    for key in parents:
        target = target[key]
    target[last] = junk
    return broken


ANSWERS = {name: json.loads((FIXTURES / name).read_text("utf-8")) for name in PARSERS}
PATHS = {name: [path for path in paths(answer) if path] for name, answer in ANSWERS.items()}


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_documented_answer_with_anything_broken_in_it_is_no_accident(name: str, data: st.DataObject) -> None:
    broken = with_junk(ANSWERS[name], data.draw(st.sampled_from(PATHS[name])), data.draw(JSON))
    try:
        lookup = PARSERS[name](broken, SnakeCaseVocabulary(), NOW)
    except TrackingError:
        return
    assert isinstance(lookup, Lookup)
    if lookup.shipment is not None:
        assert stage_of(lookup.shipment)
        assert all(checkpoint.at.tzinfo is not None for checkpoint in lookup.shipment.checkpoints)
        assert shipment_from_json(shipment_to_json(lookup.shipment)) == lookup.shipment
