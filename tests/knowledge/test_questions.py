"""A question is known in every place that needs it; a place that was forgotten is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.questions import QUESTIONS, Question, QuestionTraits
from parcelbot.knowledge.lint_material import Material, read_material
from parcelbot.knowledge.loading import NOTES
from parcelbot.review.files import read_all_examples
from parcelbot.written_files import read_yaml

LEAST_EXAMPLES = 60
LEAST_HELD_OUT = 10
ACTION = "action_reply"


@dataclass(frozen=True)
class Project:
    """The places of this project in which questions stand, each as it is read."""

    examples: Counter[str]
    intents: list[str]
    responses: set[str]
    actions: dict[str, str]
    rows: set[str]
    cases: set[str]
    held_out: Counter[str]


@pytest.fixture(scope="module")
def project(root: Path) -> Project:
    material, domain = read_material(root), read_yaml(root / "domain.yml")
    held_out = [root / "tests" / "nlu" / name for name in ("heldout.yml", "heldout_second_turn.yml")]
    return Project(
        examples=Counter({intent: len(texts) for intent, texts in read_all_examples(root / "data").items()}),
        intents=domain["intents"],
        responses=set(material.responses),
        actions=dict(_actions(read_yaml(root / "data" / "rules.yml")["rules"])),
        rows={question for place, question in material.named_questions if not place.startswith(f"{NOTES}/")},
        cases=_asked_in_cases(material),
        held_out=Counter(message["intent"] for path in held_out for message in read_yaml(path)),
    )


def forgotten(name: str, traits: QuestionTraits | None, project: Project) -> list[str]:
    """Every place where the question is missing, with what is missing there."""
    missing = {
        "parcelbot/core/questions.py: a row in QUESTIONS": traits is None,
        f"data/nlu*.yml: {LEAST_EXAMPLES} examples": project.examples[name] < LEAST_EXAMPLES,
        "domain.yml: the intent": name not in project.intents,
        f"locales/en.yml: the response utter_problem_{name}": f"utter_problem_{name}" not in project.responses,
        f"data/rules.yml: the intent in the rule that runs {ACTION}": project.actions.get(name) != ACTION,
        "knowledge/tables: a row whose `when` names the question": name not in project.rows,
        "tests/cases: a case that asks it": name not in project.cases,
        f"tests/nlu/heldout*.yml: {LEAST_HELD_OUT} messages": project.held_out[name] < LEAST_HELD_OUT,
    }
    return [place for place, is_missing in missing.items() if is_missing]


@pytest.mark.parametrize("question", Question)
def test_a_question_stands_in_every_place(question: Question, project: Project) -> None:
    places = forgotten(question.value, QUESTIONS.get(question), project)
    assert not places, "\n".join([f"{question.value} is missing in:", *places])


@pytest.mark.parametrize(
    ("traits", "row"),
    [
        (None, ["parcelbot/core/questions.py: a row in QUESTIONS"]),
        (QuestionTraits("Paid twice"), []),
    ],
)
def test_each_place_where_a_new_question_is_missing_is_named(
    traits: QuestionTraits | None, row: list[str], project: Project
) -> None:
    assert forgotten("new_question", traits, project) == [
        *row,
        "data/nlu*.yml: 60 examples",
        "domain.yml: the intent",
        "locales/en.yml: the response utter_problem_new_question",
        f"data/rules.yml: the intent in the rule that runs {ACTION}",
        "knowledge/tables: a row whose `when` names the question",
        "tests/cases: a case that asks it",
        "tests/nlu/heldout*.yml: 10 messages",
    ]


def _actions(rules: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        first, *then = rule["steps"]
        for step in first.get("or", [first]):
            if "intent" in step:
                yield step["intent"], then[0]["action"]


def _asked_in_cases(material: Material) -> set[str]:
    files = (data for path, data in material.files.items() if path.startswith("tests/cases/"))
    given = ({**data.get("given", {}), **case.get("given", {})} for data in files for case in data["cases"])
    return {facts["question"] for facts in given if "question" in facts}
