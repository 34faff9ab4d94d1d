"""Wordings of carriers that the authors of `knowledge/wordings/` had not seen: how many are read, and how many wrongly.

Half of the first list has been looked at since, to mend what was wrong; the other half and the whole of the second,
third, fourth and fifth list are only ever counted. Wrong is told twice: as another status, which would tell a shopper
something untrue, and as another reason under the same status ("delivery failed" where the scan says "nobody in").
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.scan_wordings import Meaning, Weight, WordingReader
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.written_files import read_yaml

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = read_yaml(Path(__file__).with_name("unseen_scan_wordings.yml"))
SECOND = read_yaml(Path(__file__).with_name("second_unseen_scan_wordings.yml"))
THIRD = read_yaml(Path(__file__).with_name("third_unseen_scan_wordings.yml"))
FOURTH = read_yaml(Path(__file__).with_name("fourth_unseen_scan_wordings.yml"))
FIFTH = read_yaml(Path(__file__).with_name("fifth_unseen_scan_wordings.yml"))
OTHER_NAMES = {"announced": "announced_day"}
#: Meanings that the list was written before, and the ones that it calls them by.
NARROWER = {
    "collected": "delivered",
    "held_on_request": "on_hold",
    "seized": "security",
    "unclaimed": "going_back",
    "address_mended": "moving",
    "at_reception": "delivered",
    "in_mailboxes": "delivered",
}
WITH_THE_SHOPPER = {"delivered", "in_safe_place"}


@pytest.fixture(scope="module")
def reader() -> WordingReader:
    return load_wordings(ROOT / "knowledge")


def _expected(entry: dict[str, Any]) -> set[str]:
    means = entry["means"] if isinstance(entry["means"], list) else [entry["means"]]
    return {OTHER_NAMES.get(meaning, meaning) for meaning in means}


def _only_counted(entry: dict[str, Any]) -> bool:
    return hashlib.sha1(entry["wording"].encode()).digest()[-1] % 2 == 1


def _judged(entry: dict[str, Any], reader: WordingReader) -> str:
    """Judge as "right" (its meaning, the same status and reason, or motion for motion), "wrong" or "unread"."""
    meanings = {meaning.id: meaning for meaning in reader.meanings}
    reading, expected = reader.read(entry["wording"]), _expected(entry)
    if reading is None:
        return "right" if "unknown" in expected else "unread"
    expected |= {narrower for narrower, wider in NARROWER.items() if wider in expected}
    alike = (_alike(reading.meaning, meanings[name]) for name in expected if name in meanings)
    return "right" if any(alike) else "wrong"


def _alike(one: Meaning, other: Meaning) -> bool:
    moving = one.weight is other.weight is Weight.MOTION and one.status is other.status
    return (one.value == other.value and one.whereabouts is other.whereabouts) or moving


def _same_status(entry: dict[str, Any], reader: WordingReader) -> bool:
    """Tell whether only the reason differs: an attempt that failed, for another reason than the scan's."""
    statuses = {meaning.id: meaning.status for meaning in reader.meanings}
    reading = reader.read(entry["wording"])
    return reading is not None and reading.meaning.status in {statuses.get(name) for name in _expected(entry)}


def _share(entries: Iterable[dict[str, Any]], reader: WordingReader) -> dict[str, float]:
    counts = Counter(_kind(entry, reader) for entry in entries)
    return {kind: counts[kind] / counts.total() for kind in ("right", "other reason", "other status", "unread")}


def _kind(entry: dict[str, Any], reader: WordingReader) -> str:
    judged = _judged(entry, reader)
    if judged != "wrong":
        return judged
    return "other reason" if _same_status(entry, reader) else "other status"


def _told(share: dict[str, float]) -> str:
    return ", ".join(f"{kind} {part:.1%}" for kind, part in share.items())


LISTS: dict[str, list[dict[str, Any]]] = {
    "first": [entry for entry in ENTRIES if _only_counted(entry)],
    "second": SECOND,
    "third": THIRD,
    "fourth": FOURTH,
    "fifth": FIFTH,
}


@dataclass(frozen=True)
class Floor:
    """The share of a list's wordings in English, or in other tongues, that has to be right and may be wrong at most."""

    name: str
    tongue: str
    least_right: float
    most_wrong: float
    most_other_status: float

    def entries(self) -> list[dict[str, Any]]:
        """Give the list's entries in that tongue."""
        return [entry for entry in LISTS[self.name] if (entry["language"] == "en") is (self.tongue == "en")]


FLOORS = [
    Floor("first", "en", 0.96, 0.02, 0.01),
    Floor("first", "other", 0.95, 0.035, 0.015),
    Floor("second", "en", 0.89, 0.02, 0.01),
    Floor("second", "other", 0.96, 0.02, 0.01),
    Floor("third", "en", 0.94, 0.025, 0.01),
    Floor("third", "other", 0.94, 0.03, 0.02),
    Floor("fourth", "en", 0.87, 0.065, 0.04),
    Floor("fourth", "other", 0.90, 0.03, 0.03),
    Floor("fifth", "en", 0.82, 0.05, 0.02),
    Floor("fifth", "other", 0.85, 0.05, 0.05),
]


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: f"{floor.name}, {floor.tongue}")
def test_most_unseen_wordings_are_read_and_few_wrongly(
    floor: Floor, reader: WordingReader, measured: Callable[[str], None]
) -> None:
    entries = floor.entries()
    share = _share(entries, reader)
    measured(f"Wordings of carriers, {floor.name} unseen list, {floor.tongue} ({len(entries)}): {_told(share)}")
    assert share["right"] >= floor.least_right
    assert share["other reason"] + share["other status"] <= floor.most_wrong
    assert share["other status"] <= floor.most_other_status


def test_over_all_lists_hardly_a_wording_is_read_wrongly(
    reader: WordingReader, measured: Callable[[str], None]
) -> None:
    entries = [entry for listed in LISTS.values() for entry in listed]
    share = _share(entries, reader)
    measured(f"Wordings of carriers, all unseen lists ({len(entries)}): {_told(share)}")
    assert share["other reason"] + share["other status"] <= 0.0235
    assert share["other status"] <= 0.01


def test_hardly_a_wording_that_says_not_with_you_is_read_as_delivered(
    reader: WordingReader, measured: Callable[[str], None]
) -> None:
    elsewhere = [
        entry for entry in (*ENTRIES, *SECOND, *THIRD, *FOURTH, *FIFTH) if not _expected(entry) & WITH_THE_SHOPPER
    ]
    readings = ((entry["wording"], reader.read(entry["wording"])) for entry in elsewhere)
    slips = [wording for wording, reading in readings if reading and reading.meaning.id == "delivered"]
    measured(f"Wordings that are not with the shopper, read as delivered: {len(slips)} of {len(elsewhere)}")
    assert len(slips) <= len(elsewhere) // 100
