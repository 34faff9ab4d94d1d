"""The sentences as everything that speaks to shoppers gets them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from parcelbot.core.handover.changes import HandoverWording
from parcelbot.core.handover.notices import Notice
from parcelbot.core.language import Button, ResponseText
from parcelbot.locales.languages import load_languages
from parcelbot.locales.phrasebook import load_phrasebook
from tests.unit.core.builders import HOURS, ticket
from tests.unit.core.builders import MONDAY as NOW
from tests.unit.usecases.fakes import ZONES

JARGON = ("ticket", "status", "assign", "queue", "API", "escalat", "reference")


@pytest.fixture(scope="module")
def wording() -> HandoverWording:
    root = Path(__file__).parents[3]
    return HandoverWording(load_languages(root / "locales", root / "knowledge"), lambda: "id", HOURS, ZONES)


def test_a_response_has_its_texts_in_order_with_their_buttons(tmp_path: Path) -> None:
    button = "[{title: No, payload: /affirm}]"
    (tmp_path / "en.yml").write_text(f"responses: {{utter_a: [{{text: One, buttons: {button}}}, {{text: Two}}]}}")
    book = load_phrasebook(tmp_path)
    assert book == {"utter_a": (ResponseText("One", (Button("No", "/affirm"),)), ResponseText("Two"))}


@pytest.mark.parametrize("notice", Notice)
def test_everything_the_desk_says_is_worded(notice: Notice, wording: HandoverWording) -> None:
    line = wording.line(notice, ticket(), "Ana", NOW + timedelta(minutes=1)).message
    assert line.text
    assert "{" not in line.text
    assert len(line.text) < 300
    assert not [word for word in JARGON if word in line.text]


@pytest.mark.parametrize("notice", [Notice.RELEASED, Notice.SILENT, Notice.OVERDUE])
def test_a_promise_names_day_and_hour(notice: Notice, wording: HandoverWording) -> None:
    line = wording.line(notice, ticket(), "Ana", NOW)
    assert "Mon 23 November, 16:00 UTC" in line.message.text


def test_a_promise_names_them_by_the_shoppers_clock(wording: HandoverWording) -> None:
    line = wording.line(Notice.OVERDUE, ticket(), "Ana", NOW, "America/Chicago")
    assert "Mon 23 November, 10:00 your time" in line.message.text


@pytest.mark.parametrize("notice", [n for n in Notice if n not in (Notice.CLAIMED, Notice.TAKEN_OVER)])
def test_what_concerns_a_case_names_it(notice: Notice, wording: HandoverWording) -> None:
    assert "KT-AAAAAA" in wording.line(notice, ticket(), "Ana", NOW).message.text
