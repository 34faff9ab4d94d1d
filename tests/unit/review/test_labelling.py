from __future__ import annotations

import pytest

from parcelbot.review.labelling import LabelsRefused, Plan, plan
from parcelbot.review.sheet import Labelled

EXAMPLES = {"late_delivery": ["it is late"], "customs_delay": ["stuck in customs LP00123456789012"]}


def planned(*labels: tuple[str, str]) -> Plan:
    return plan([Labelled(f"id{n}", text, intent) for n, (text, intent) in enumerate(labels)], EXAMPLES, frozenset())


def test_a_label_makes_an_example() -> None:
    assert planned(("so slow", "late_delivery")) == Plan({"late_delivery": ("so slow",)}, frozenset({"id0"}), 0)


def test_placeholders_become_made_up_values() -> None:
    assert planned(("<tracking number> is slow", "late_delivery")).added == {
        "late_delivery": ("RR123456785CN is slow",)
    }


def test_a_number_a_reviewer_wrote_becomes_a_made_up_one() -> None:
    assert planned(("YT2632500000000151 is slow", "late_delivery")).added == {
        "late_delivery": ("RR123456785CN is slow",)
    }


def test_what_is_ignored_is_done_with_and_teaches_nothing() -> None:
    assert planned(("asdf", "ignore")) == Plan({}, frozenset({"id0"}), 1)


def test_what_is_an_example_already_is_done_with_and_not_added_twice() -> None:
    assert planned(("Stuck in customs <tracking number>!", "customs_delay")) == Plan({}, frozenset({"id0"}), 0)


def test_the_same_text_twice_makes_one_example() -> None:
    assert planned(("so slow", "late_delivery"), ("So slow!", "late_delivery")).learned == 1


def test_what_was_done_before_adds_nothing() -> None:
    label = Labelled("id0", "so slow", "late_delivery")
    assert plan([label], EXAMPLES, frozenset({"id0"})) == Plan({}, frozenset(), 0)


def test_an_unknown_intent_is_refused_with_the_likeliest_one() -> None:
    with pytest.raises(LabelsRefused, match="no intent late_delivry, did you mean late_delivery"):
        planned(("so slow", "late_delivry"))


def test_an_intent_like_no_other_is_refused_with_all_there_are() -> None:
    with pytest.raises(LabelsRefused, match="no intent xyz; there are customs_delay, late_delivery"):
        planned(("so slow", "xyz"))


def test_an_example_of_another_intent_is_refused() -> None:
    with pytest.raises(LabelsRefused, match="is an example of late_delivery already"):
        planned(("It is late!", "customs_delay"))


def test_one_text_with_two_labels_is_refused() -> None:
    with pytest.raises(LabelsRefused, match="is an example of late_delivery already"):
        planned(("so slow", "late_delivery"), ("so slow", "customs_delay"))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(LabelsRefused) as refused:
        planned(("one", "xyz"), ("two", "late_delivery"), ("three", "zyx"))
    assert len(refused.value.problems) == 2
