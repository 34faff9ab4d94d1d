"""Draft and ticket call a line of facts by the same name."""

from __future__ import annotations

from pathlib import Path

import yaml

from parcelbot.core.cases.fact_lines import FACT_TITLES
from parcelbot.core.cases.titles import TITLES, response_name

ENGLISH = yaml.safe_load((Path(__file__).parents[3] / "locales/en.yml").read_text(encoding="utf-8"))["responses"]


def test_the_draft_calls_each_line_as_agents_do() -> None:
    assert {name: ENGLISH[f"utter_label_fact_{name}"][0]["text"] for name in FACT_TITLES} == FACT_TITLES


def test_every_title_of_a_case_can_be_shown_to_its_shopper() -> None:
    assert not [name for name in TITLES if f"utter_problem_{response_name(name)}" not in ENGLISH]
