"""Second questions and their rows fit together, and nobody's examples belong to two."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from parcelbot.core.dialogue.told.put_right import NOT_ASKED_HERE
from parcelbot.knowledge.loading import load_knowledge
from parcelbot.knowledge.second_questions import read_follow_ups

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_every_second_question_has_a_row_and_every_row_its_question() -> None:
    rows = load_knowledge(KNOWLEDGE).tables.answers["follow_ups"].rows
    answered = {value for row in rows for c in row.conditions if c.fact == "follow_up" for value in c.values}
    assert answered == {phrase.value for phrase in read_follow_ups(KNOWLEDGE)}


def test_themes_are_the_same_for_second_questions_and_their_rows_and_say_what_belongs_there() -> None:
    first_lines = [
        {path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in folder.glob("*.yml")}
        for folder in (KNOWLEDGE / "follow_ups", KNOWLEDGE / "tables" / "follow_ups")
    ]
    assert first_lines[0] == first_lines[1]
    assert [line for line in first_lines[0].values() if not line.startswith("# ")] == []


def test_the_last_row_is_for_those_that_make_no_sense_in_a_state() -> None:
    last = load_knowledge(KNOWLEDGE).tables.answers["follow_ups"].rows[-1]
    assert (last.id, last.conditions) == (NOT_ASKED_HERE, ())


def test_no_example_stands_for_two_second_questions() -> None:
    counts = Counter(phrase.text.casefold() for phrase in read_follow_ups(KNOWLEDGE))
    assert [text for text, count in counts.items() if count > 1] == []
