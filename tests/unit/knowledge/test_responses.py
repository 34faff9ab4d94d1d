"""The sentences of `domain.yml` for the parts that speak without Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from parcelbot.core.handover.changes import HandoverWording
from parcelbot.core.handover.decisions import Notice
from parcelbot.knowledge.responses import load_responses
from tests.unit.core.builders import MONDAY as NOW
from tests.unit.core.builders import ticket

JARGON = ("ticket", "status", "assign", "queue", "API", "escalat", "reference")


@pytest.fixture(scope="module")
def responses() -> Mapping[str, str]:
    return load_responses(Path(__file__).parents[3] / "domain.yml")


def test_a_response_with_variations_is_its_first_text(tmp_path: Path) -> None:
    domain = tmp_path / "domain.yml"
    domain.write_text(
        'responses:\n  utter_a:\n  - custom: {b: 1}\n  - text: "One"\n  - text: "Two"\n  utter_b: [{image: x}]\n'
    )
    assert load_responses(domain) == {"utter_a": "One", "utter_b": ""}


@pytest.mark.parametrize("notice", Notice)
def test_everything_the_desk_says_is_worded(notice: Notice, responses: Mapping[str, str]) -> None:
    line = HandoverWording(responses, lambda: "id").line(notice, ticket(), "Ana", NOW + timedelta(minutes=1)).message
    assert line.text
    assert "{" not in line.text
    assert len(line.text) < 300
    assert not [word for word in JARGON if word in line.text]


@pytest.mark.parametrize("notice", [Notice.RELEASED, Notice.SILENT, Notice.OVERDUE])
def test_a_promise_names_day_and_hour(notice: Notice, responses: Mapping[str, str]) -> None:
    line = HandoverWording(responses, lambda: "id").line(notice, ticket(), "Ana", NOW)
    assert "Mon 23 November, 16:00 UTC" in line.message.text


@pytest.mark.parametrize("notice", [n for n in Notice if n not in (Notice.CLAIMED, Notice.TAKEN_OVER)])
def test_what_concerns_a_case_names_it(notice: Notice, responses: Mapping[str, str]) -> None:
    assert "KT-AAAAAA" in HandoverWording(responses, lambda: "id").line(notice, ticket(), "Ana", NOW).message.text
