"""What was never learnt from: messages and entities written by somebody who did not see the training data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.turn import read_message
from benchmarks.nlu.crossval import report
from benchmarks.nlu.messages import HELD_OUT_SECOND_TURN, LabelledMessage, read_held_out, read_training
from benchmarks.nlu.scores import Prediction, Scores
from parcelbot.core.dialogue.hearing.the_point import to_the_point
from parcelbot.core.questions import QUESTIONS, TEAM_REQUESTS, QuestionRole
from parcelbot.core.reading.danger.safety import read_danger
from parcelbot.rasa_plugins.nlu.entities import EntityFinder
from parcelbot.rasa_plugins.nlu.gazetteer import all_phrases, wording_reader
from parcelbot.rasa_plugins.nlu.spelling import Speller, domain_counts
from parcelbot.rasa_plugins.nlu.text import normalised
from tests.nlu.conftest import Understand

_SAFETY = {question.value for question, traits in QUESTIONS.items() if traits.role is QuestionRole.SAFETY}
#: Said besides by people who ask something else; not those that are learnt from. Some of them could be a matter by
#: themselves.
SAID_BESIDES = (
    "I ordered these for my sister and honestly I am losing patience here.",
    "Look, I've been a customer for years and I never had such trouble.",
    "My neighbour said the van was in our street yesterday, but nobody came to us.",
    "Ok thanks for explaining, that makes a bit more sense now.",
    "I have a wedding coming up and my head is full of other things.",
    "It says the same thing on the site since last week.",
    "I don't want to be rude but your first message told me nothing new.",
    "We were at home all day, my husband even put a note on the door.",
    "I paid quite a lot for those curtains you know.",
    "Hmm right.",
)
_JUDGED = {"tracking_number", "order_number", "email", "carrier", "status_phrase", "duration", "date", "country"}


@pytest.fixture(scope="module")
def held_out(understand: Understand) -> tuple[Scores, str]:
    messages = read_held_out()
    intents = [parsed["intent"] for parsed in understand([message.text for message in messages])]
    figures, lines = report(messages, [Prediction(intent["name"], intent["confidence"]) for intent in intents])
    return figures, f"Held-out messages ({len(messages)}): {lines}"


@pytest.fixture(scope="module")
def second_turn(understand: Understand) -> list[tuple[LabelledMessage, str]]:
    messages = read_held_out(HELD_OUT_SECOND_TURN)
    parsed = understand([message.text for message in messages])
    return [(message, found["intent"]["name"]) for message, found in zip(messages, parsed, strict=True)]


@pytest.fixture
def figures(held_out: tuple[Scores, str], measured: Callable[[str], None]) -> Scores:
    measured(held_out[1])
    return held_out[0]


def test_most_held_out_messages_are_understood_as_they_were_meant(figures: Scores):
    assert figures.accuracy >= 0.89


def test_every_held_out_intent_counts_the_same(figures: Scores):
    assert figures.macro_f1 >= 0.89


def test_held_out_small_talk_is_understood(figures: Scores):
    assert figures.small_talk >= 0.95


def test_nine_of_ten_messages_that_are_not_ours_can_be_caught_at_one_false_alarm_in_twenty(figures: Scores):
    assert figures.caught_at_5 >= 0.9


def test_three_of_four_questions_of_the_second_turn_are_understood_in_words_that_were_never_learnt(
    second_turn: list[tuple[LabelledMessage, str]], measured: Callable[[str], None]
):
    right = sum(found in {message.intent, *message.also} for message, found in second_turn)
    measured(f"Second turn: {right} of {len(second_turn)} right")
    assert right >= len(second_turn) * 0.73


@pytest.mark.parametrize("where", ["before", "behind"])
def test_two_of_three_are_still_understood_with_a_sentence_of_another_matter_beside_it(
    understand: Understand, measured: Callable[[str], None], where: str
):
    asked = [m for m in read_held_out(HELD_OUT_SECOND_TURN) if m.intent in QUESTIONS or m.intent in TEAM_REQUESTS]
    beside = [SAID_BESIDES[n % len(SAID_BESIDES)] for n in range(len(asked))]
    texts = [_put(m.text, said, where == "before") for m, said in zip(asked, beside, strict=True)]
    read = [to_the_point(read_message(parsed)) for parsed in understand(texts)]
    right = sum(bool({h.intent, *h.also_asked} & {m.intent, *m.also}) for h, m in zip(read, asked, strict=True))
    measured(f"Second turn, a sentence {where} it: {right} of {len(asked)} right")
    assert right >= len(asked) * 0.62


def _put(text: str, said: str, before: bool) -> str:
    if before:
        return f"{said} {text}"
    return f"{text} {said}" if text.endswith((".", "!", "?")) else f"{text}. {said}"


def test_no_danger_is_missed_by_the_classifier_and_the_rules_together(
    second_turn: list[tuple[LabelledMessage, str]], measured: Callable[[str], None]
):
    dangers = [(message, found) for message, found in second_turn if message.intent in _SAFETY]
    missed = [m.text for m, found in dangers if found not in _SAFETY and read_danger(m.text) is None]
    measured(f"Safety: {len(dangers) - len(missed)} of {len(dangers)} recognised; not: {missed}")
    assert not missed


def test_hardly_any_other_message_is_taken_for_a_danger():
    others = [m.text for m in read_held_out() if m.intent not in _SAFETY]
    assert sum(read_danger(text) is not None for text in others) <= len(others) // 200


def test_nineteen_of_twenty_held_out_messages_have_exactly_the_entities_that_are_in_them(
    measured: Callable[[str], None],
):
    cases = yaml.safe_load(Path("tests/nlu/entities.yml").read_text(encoding="utf-8"))
    finder = EntityFinder(all_phrases(), wording_reader().read)
    speller = Speller(domain_counts(message.text for message in read_training()))
    wrong = [case["text"] for case in cases if not _all_found(case, finder, speller)]
    measured(f"Entities: {len(cases) - len(wrong)} of {len(cases)} messages exactly right; not: {wrong}")
    assert len(wrong) <= len(cases) // 20


def _all_found(case: dict[str, Any], finder: EntityFinder, speller: Speller) -> bool:
    text = case["text"]
    today = date.fromisoformat(case["now"])
    entities = finder.find(text, speller.corrections(normalised(text)), today)
    found = {(entity["entity"], entity["value"]) for entity in entities if entity["entity"] in _JUDGED}
    expected = {(entity["entity"], str(entity["value"])) for entity in case["entities"]}
    return {_comparable(*pair, expected) for pair in found} == expected


def _comparable(entity: str, value: str, expected: set[tuple[str, str]]) -> tuple[str, str]:
    """Where the case names a status only, any sub-status of it is right, and the other way round."""
    status = value.split("/")[0]
    same = (want for kind, want in expected if kind == entity == "status_phrase" and want.split("/")[0] == status)
    return entity, next(same, value)
