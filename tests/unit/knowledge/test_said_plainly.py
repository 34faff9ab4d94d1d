"""What went well is said plainly: a wording with a "not" in it is not read as it."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.core.parcel.scan_wordings import WordingReader
from parcelbot.knowledge.scan_wordings import build_reader

IN_LOCKER = {"patterns": ["in the? locker"], "examples": ["In the locker"]}
ENGLISH = {
    "language": "en",
    "denied": {"patterns": ["not|never"], "unless": ["signature not required"]},
    "meanings": {"in_locker": IN_LOCKER},
}
SILENT = {"language": "xx", "meanings": {"in_locker": {"patterns": ["i boksen"], "examples": ["i boksen"]}}}


def _reader(**marked: bool) -> WordingReader:
    says = {"status": "available_for_pickup", "weight": "definite"}
    return build_reader({"meanings": [{"meaning": "in_locker", "says": says, **marked}]}, [ENGLISH, SILENT])


@pytest.mark.parametrize("wording", ["Not placed in the locker", "It was never in locker 4"])
def test_a_denied_wording_is_not_read_as_what_is_said_plainly(wording: str) -> None:
    assert _reader(plainly=True).read(wording) is None
    assert _meaning(_reader(), wording) == "in_locker"


@pytest.mark.parametrize("wording", ["In the locker", "In the locker, signature not required", "ikke i boksen"])
def test_what_denies_nothing_in_its_language_is_read(wording: str) -> None:
    assert _meaning(_reader(plainly=True), wording) == "in_locker"


def _meaning(reader: WordingReader, wording: str) -> Any:
    reading = reader.read(wording)
    return reading and reading.meaning.id
