from __future__ import annotations

import pytest

from parcelbot.review.examples import ExamplesUnreadable, add_examples, read_examples

DATA = """\
version: "3.1"

# Small talk first.
nlu:
- intent: greet  # hello
  examples: |
    - hi
    - "Shipped" they say

- intent: goodbye
  examples: |
    - bye
"""


def test_examples_are_read_by_intent() -> None:
    assert read_examples(DATA) == {"greet": ["hi", '"Shipped" they say'], "goodbye": ["bye"]}


def test_a_file_without_examples_has_none() -> None:
    assert read_examples('version: "3.1"\n') == {}


def test_new_examples_stand_below_the_last_and_nothing_else_changes() -> None:
    assert add_examples(DATA, {"greet": ["hello", "hey"]}) == DATA.replace(
        '    - "Shipped" they say\n', '    - "Shipped" they say\n    - hello\n    - hey\n'
    )


def test_the_last_intent_of_a_file_without_a_last_line_break_can_be_added_to() -> None:
    assert add_examples(DATA.rstrip("\n"), {"goodbye": ["cu"]}) == DATA + "    - cu\n"


def test_the_files_own_indentation_is_kept() -> None:
    wide = "nlu:\n  - intent: greet\n    examples: |\n      - hi\n"
    assert add_examples(wide, {"greet": ["hey"]}) == wide + "      - hey\n"


def test_adding_nothing_changes_nothing() -> None:
    assert add_examples(DATA, {"greet": []}) == DATA


@pytest.mark.parametrize(
    "data", ["nlu: [", "- hi", "nlu:\n- intent: greet\n", "nlu:\n- intent: greet\n  examples: [hi]\n"]
)
def test_what_is_no_training_data_is_refused(data: str) -> None:
    with pytest.raises(ExamplesUnreadable):
        add_examples(data, {"greet": ["hey"]})


def test_an_intent_that_is_not_there_is_refused() -> None:
    with pytest.raises(ExamplesUnreadable, match="no list of examples for thanks"):
        add_examples(DATA, {"thanks": ["ta"]})
