"""Which facts and suppositions are found in messages of people who had not seen the examples.

Floors lie a few points below what was measured when they were set; the figures stand in CHANGELOG.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from actions.turn import read_message
from benchmarks.nlu.told_heldout import (
    Figures,
    Parse,
    TellingMessage,
    compared,
    learnt,
    of_facts,
    read_held_out_told,
)
from parcelbot.knowledge.told_examples import read_told
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.reading.language_examples import load_examples
from parcelbot.settings.variables import locales
from tests.nlu.conftest import Understand

_LEAST_RIGHT, _LEAST_FOUND = 0.84, 0.55
_LEAST_LEARNT_RIGHT = 0.88

Read = tuple[Sequence[TellingMessage], Sequence[Parse]]


@pytest.fixture(scope="module")
def read(understand: Understand) -> Read:
    messages = read_held_out_told()
    return messages, understand([message.text for message in messages])


def figures(read: Read, hear: Callable[[Parse], object], english: bool) -> Figures:
    messages, parsed = read
    here = [pair for pair in zip(messages, parsed, strict=True) if (pair[0].language == "en") == english]
    names = frozenset[str]().union(*(message.facts for message in messages))
    return of_facts([message for message, _ in here], [hear(parse) for _, parse in here], names)  # type: ignore[misc]


@pytest.mark.parametrize("english", [True, False])
def test_facts_are_found_and_few_that_are_not_told(read: Read, measured: Callable[[str], None], english: bool) -> None:
    measured(compared(*read))
    both = figures(read, read_message, english)
    assert both.precision >= _LEAST_RIGHT
    assert both.recall >= _LEAST_FOUND


@pytest.mark.parametrize("english", [True, False])
def test_what_was_learnt_is_seldom_wrong(read: Read, english: bool) -> None:
    assert figures(read, learnt, english).precision >= _LEAST_LEARNT_RIGHT


def test_they_are_no_examples() -> None:
    held_out = {message.text.casefold() for message in read_held_out_told()}
    told = [telling for language in load_examples(locales()) for telling in language.told]
    assert not held_out & {telling.text.casefold() for telling in (*told, *read_told(KNOWLEDGE_FOLDER))}
