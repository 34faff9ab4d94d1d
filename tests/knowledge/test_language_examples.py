"""How shoppers write in other languages: each text stands under one thing that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from parcelbot.reading.language_examples import LanguageExamples, load_examples

ROOT = Path(__file__).parents[2]
EXAMPLES = load_examples(ROOT / "locales")
INTENTS = frozenset(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])

every_language = pytest.mark.parametrize("examples", EXAMPLES, ids=[one.language for one in EXAMPLES])


def twice(listed: Mapping[str, Sequence[str]]) -> list[str]:
    counts = Counter(text.casefold() for texts in listed.values() for text in texts)
    return [text for text, count in counts.items() if count > 1]


@every_language
def test_messages_stand_under_intents_that_there_are(examples: LanguageExamples) -> None:
    assert examples.messages.keys() - INTENTS == set()


@every_language
def test_no_text_stands_for_two_things(examples: LanguageExamples) -> None:
    assert (twice(examples.messages), twice(examples.follow_ups)) == ([], [])
