"""How shoppers tell facts: every name is known, every fact has enough examples, and none stands against itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from parcelbot.core.answering.tellings import FACTS
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.knowledge.told_examples import read_beliefs, read_told, read_told_rules
from parcelbot.reading.language_examples import LanguageExamples, load_examples
from parcelbot.written_files import read_yaml

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
THEMES = sorted((KNOWLEDGE / "told").glob("*.yml"))
EXAMPLES = load_examples(ROOT / "locales")
INTENTS = frozenset(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])
_FEWEST = 20


def by_label(listed: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    return {name: {text.casefold() for text in texts} for name, texts in listed.items()}


def test_every_label_has_enough_english_examples() -> None:
    tellings = read_told(KNOWLEDGE)
    counts = {label: sum(label in told.labels for told in tellings) for told in tellings for label in told.labels}
    assert {label: count for label, count in counts.items() if count < _FEWEST} == {}


@pytest.mark.parametrize("path", THEMES, ids=[path.stem for path in THEMES])
def test_no_text_tells_a_fact_and_does_not(path: Path) -> None:
    data = read_yaml(path)
    told, not_told = by_label(data.get("told", {})), by_label(data.get("not_told", {}))
    assert {name: told[name] & texts for name, texts in not_told.items() if told.get(name, set()) & texts} == {}


@pytest.mark.parametrize("examples", EXAMPLES, ids=[one.language for one in EXAMPLES])
def test_other_languages_tell_the_same_facts(examples: LanguageExamples) -> None:
    english = frozenset[str]().union(*(telling.labels for telling in read_told(KNOWLEDGE)))
    assert frozenset[str]().union(*(telling.labels for telling in examples.told)) == english


def test_what_else_tells_them_is_there() -> None:
    rules = read_told_rules(KNOWLEDGE)
    second = {phrase.value for phrase in read_follow_ups(KNOWLEDGE)}
    assert rules.tells.keys() - second == set()
    assert rules.may_tell.keys() - second - INTENTS == set()


@pytest.mark.parametrize("languages", ["english", "elsewhere"])
def test_most_facts_are_believed_from_some_score_on(languages: str) -> None:
    facts = {label for label in read_beliefs(KNOWLEDGE, languages) if label.startswith("told_")}
    assert len(facts) >= 40
    assert {fact.removeprefix("told_") for fact in facts} <= FACTS
