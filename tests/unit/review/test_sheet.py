from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.review.grouping import Group, entries_of
from parcelbot.review.masking import masked
from parcelbot.review.picking import ReviewReason
from parcelbot.review.sheet import Labelled, SheetUnreadable, read_labels, render
from tests.unit.review.turns import missed


def sheet(*intents: str) -> str:
    """A sheet as it comes back with these labels written into it."""
    entries = entries_of([missed(f"text {n}") for n in range(len(intents))], frozenset())
    before, *after = render([Group(tuple(entries))]).split("intent: ''")
    return before + "".join(f"intent: {intent}{rest}" for intent, rest in zip(intents, after, strict=True))


def labels(text: str) -> list[str]:
    return [label.intent for label in read_labels(text)]


def test_an_entry_says_all_a_reviewer_needs() -> None:
    entries = entries_of(
        [missed("stuck LP00123456789012", ReviewReason.NOT_USEFUL, later="customs_delay")], frozenset()
    )
    [entry] = yaml.safe_load(render([Group(tuple(entries))]))
    assert entry == {
        "text": "stuck <tracking number>",
        "predicted": "late_delivery",
        "confidence": 0.4,
        "alternatives": [],
        "later": ["customs_delay"],
        "reasons": ["answer not useful"],
        "count": 1,
        "id": entries[0].id,
        "intent": "",
    }


def test_a_sheet_as_written_has_no_labels() -> None:
    assert labels(sheet("''", "''")) == []


def test_what_is_filled_in_is_read() -> None:
    assert labels(sheet("late_delivery", "''", "ignore")) == ["late_delivery", "ignore"]


def test_same_repeats_the_label_above() -> None:
    assert labels(sheet("late_delivery", "same", "same")) == ["late_delivery"] * 3


def test_a_reworded_text_keeps_its_id() -> None:
    [before] = read_labels(sheet("late_delivery"))
    [after] = read_labels(sheet("late_delivery").replace("text 0", "my own words"))
    assert after == Labelled(before.id, "my own words", "late_delivery")


def test_an_empty_sheet_has_no_labels() -> None:
    assert read_labels("") == []


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (sheet("''", "same"), "entry 2: intent is `same`"),
        (sheet("no"), "entry 1: intent False is no name"),
        (sheet("greet").replace("text 0", "''"), "entry 1 has no text"),
        (sheet("greet").replace("id:", "ident:"), "entry 1 has lost its id"),
        (sheet("[greet"), "no valid YAML"),
        ("greet: 1", "a list of entries"),
        ("- greet", "entry 1 has lost its id"),
    ],
    ids=["same as nothing", "no", "no text", "no id", "no YAML", "no list", "no entry"],
)
def test_a_broken_sheet_says_what_is_wrong_where(broken: str, why: str) -> None:
    with pytest.raises(SheetUnreadable, match=why):
        read_labels(broken)


@given(st.text(min_size=1, max_size=60).filter(lambda text: masked(text).strip()))
def test_every_message_comes_back_as_it_was_shown(text: str) -> None:
    entries = entries_of([missed(text)], frozenset())
    filled_in = render([Group(tuple(entries))]).replace("intent: ''", "intent: greet")
    assert [label.text for label in read_labels(filled_in)] == [masked(text)]
