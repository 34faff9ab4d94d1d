"""Wordings of carriers that the authors of `knowledge/wordings/` had not seen: how many are read, and how many wrongly.

Half of the first list has been looked at since, to mend what was wrong; the other half, the whole second list and the
third are only ever counted.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.scan_wordings import Meaning, Weight, WordingReader
from parcelbot.knowledge.loading import read_yaml
from parcelbot.knowledge.scan_wordings import load_wordings

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = read_yaml(Path(__file__).with_name("unseen_scan_wordings.yml"))
SECOND = read_yaml(Path(__file__).with_name("second_unseen_scan_wordings.yml"))
THIRD = read_yaml(Path(__file__).with_name("third_unseen_scan_wordings.yml"))
OTHER_NAMES = {"announced": "announced_day"}
#: Meanings that the list was written before, and the ones that it calls them by.
NARROWER = {
    "collected": "delivered",
    "held_on_request": "on_hold",
    "seized": "security",
    "unclaimed": "going_back",
    "address_mended": "moving",
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
    counts = Counter(_judged(entry, reader) for entry in entries)
    return {kind: counts[kind] / counts.total() for kind in ("right", "wrong", "unread")}


@pytest.mark.parametrize(
    ("tongue", "least_right", "most_wrong"),
    [("en", 0.87, 0.07), ("other", 0.90, 0.07)],
)
def test_most_unseen_wordings_are_read_and_few_wrongly(
    tongue: str, least_right: float, most_wrong: float, reader: WordingReader, measured: Callable[[str], None]
) -> None:
    told = [entry for entry in ENTRIES if (entry["language"] == "en") is (tongue == "en") and _only_counted(entry)]
    share = _share(told, reader)
    shares = ", ".join(f"{kind} {part:.0%}" for kind, part in share.items())
    measured(f"Wordings of carriers, unseen, {tongue} ({len(told)}): {shares}")
    assert share["right"] >= least_right
    assert share["wrong"] <= most_wrong


@pytest.mark.parametrize(
    ("name", "listed", "tongue", "least_right", "most_wrong"),
    [
        ("second", SECOND, "en", 0.89, 0.03),
        ("second", SECOND, "other", 0.93, 0.03),
        ("third", THIRD, "en", 0.92, 0.045),
        ("third", THIRD, "other", 0.92, 0.03),
    ],
)
def test_lists_by_other_hands_are_read_as_well(
    name: str,
    listed: list[dict[str, Any]],
    tongue: str,
    least_right: float,
    most_wrong: float,
    reader: WordingReader,
    measured: Callable[[str], None],
) -> None:
    told = [entry for entry in listed if (entry["language"] == "en") is (tongue == "en")]
    share = _share(told, reader)
    shares = ", ".join(f"{kind} {part:.1%}" for kind, part in share.items())
    measured(f"Wordings of carriers, {name} unseen list, {tongue} ({len(told)}): {shares}")
    assert share["right"] >= least_right
    assert share["wrong"] <= most_wrong


@pytest.mark.parametrize(("name", "listed"), [("first", ENTRIES), ("second", SECOND)])
def test_hardly_a_wording_is_read_as_another_main_status(
    name: str, listed: list[dict[str, Any]], reader: WordingReader, measured: Callable[[str], None]
) -> None:
    told = [entry for entry in listed if name == "second" or _only_counted(entry)]
    wrong = [entry for entry in told if _judged(entry, reader) == "wrong" and not _same_status(entry, reader)]
    measured(f"Wordings of carriers, {name} unseen list, read as another status: {len(wrong)} of {len(told)}")
    assert len(wrong) <= 0.02 * len(told)


def test_hardly_a_wording_that_says_not_with_you_is_read_as_delivered(
    reader: WordingReader, measured: Callable[[str], None]
) -> None:
    elsewhere = [entry for entry in (*ENTRIES, *SECOND, *THIRD) if not _expected(entry) & WITH_THE_SHOPPER]
    readings = ((entry["wording"], reader.read(entry["wording"])) for entry in elsewhere)
    slips = [wording for wording, reading in readings if reading and reading.meaning.id == "delivered"]
    measured(f"Wordings that are not with the shopper, read as delivered: {len(slips)} of {len(elsewhere)}")
    assert len(slips) <= len(elsewhere) // 100
