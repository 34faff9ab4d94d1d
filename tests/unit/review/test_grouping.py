from __future__ import annotations

import numpy as np

from parcelbot.review.grouping import ReviewEntry, entries_of, group
from parcelbot.review.masking import identity
from parcelbot.review.picking import ReviewReason
from tests.unit.review.turns import missed

EAST, NORTH, NEARLY_EAST = (1.0, 0.0), (0.0, 1.0), (0.96, 0.28)


def entries(**counts: int) -> list[ReviewEntry]:
    return entries_of([missed(text) for text, count in counts.items() for _ in range(count)], frozenset())


def test_a_wording_stands_once_with_its_count() -> None:
    [entry] = entries_of([missed("stuck LP00123456789012"), missed("Stuck, RR123456785CN!")], frozenset())
    assert (entry.text, entry.count) == ("Stuck, <tracking number>!", 2)


def test_the_newest_prediction_counts() -> None:
    [entry] = entries_of([missed("stuck", intent="greet"), missed("stuck", intent="goodbye")], frozenset())
    assert entry.predicted.intent == "goodbye"


def test_reasons_and_later_intents_of_all_occurrences_are_kept() -> None:
    found = [
        missed("stuck", ReviewReason.NOT_USEFUL, later="b"),
        missed("stuck", ReviewReason.NOT_UNDERSTOOD, later="a"),
    ]
    [entry] = entries_of(found, frozenset())
    assert (entry.reasons, entry.later) == ((ReviewReason.NOT_UNDERSTOOD, ReviewReason.NOT_USEFUL), ("a", "b"))


def test_a_known_message_does_not_appear_again() -> None:
    assert entries_of([missed("stuck LP00123456789012")], {identity("Stuck RR123456785CN")}) == []


def test_the_most_frequent_wording_comes_first() -> None:
    assert [entry.text for entry in entries(rare=1, frequent=3, common=2)] == ["frequent", "common", "rare"]


def test_alike_wordings_share_a_group() -> None:
    groups = group(entries(one=3, two=2, three=1), np.array([EAST, NORTH, NEARLY_EAST], dtype=np.float32), 0.9)
    assert [[entry.text for entry in some.entries] for some in groups] == [["one", "three"], ["two"]]


def test_the_group_with_most_messages_comes_first() -> None:
    vectors = np.array([EAST, NORTH, (0.28, 0.96)], dtype=np.float32)
    groups = group(entries(alone=3, one=2, two=2), vectors, 0.9)
    assert [some.count for some in groups] == [4, 3]


def test_nothing_missed_makes_no_groups() -> None:
    assert group([], np.zeros((0, 2), dtype=np.float32), 0.9) == []
