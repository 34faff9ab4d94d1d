"""Second questions and their rows fit together, and nobody's examples belong to two."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from parcelbot.core.dialogue.put_right import NOT_ASKED_HERE
from parcelbot.knowledge.loading import load_knowledge, read_follow_ups

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_every_second_question_has_a_row_and_every_row_its_question() -> None:
    rows = load_knowledge(KNOWLEDGE).tables.answers["follow_ups"].rows
    answered = {value for row in rows for c in row.conditions if c.fact == "follow_up" for value in c.values}
    assert answered == {phrase.value for phrase in read_follow_ups(KNOWLEDGE)}


def test_the_last_row_is_for_those_that_make_no_sense_in_a_state() -> None:
    last = load_knowledge(KNOWLEDGE).tables.answers["follow_ups"].rows[-1]
    assert (last.id, last.conditions) == (NOT_ASKED_HERE, ())


def test_no_example_stands_for_two_second_questions() -> None:
    counts = Counter(phrase.text.casefold() for phrase in read_follow_ups(KNOWLEDGE))
    assert [text for text, count in counts.items() if count > 1] == []
