"""Beside each second question stands the matter that it belongs to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parcelbot.core.answering.open_matters import Matter
from parcelbot.knowledge.second_matters import ANY_MATTER, read_second_matters
from parcelbot.knowledge.second_questions import follow_ups_digest
from parcelbot.written_files import BadFile

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
ENTRY = """follow_ups:
  - id: spare_button
    asks: "Is a spare button with it?"
    matter: {matter}
    inside: [papers]
    examples: ["is there a spare button", "{example}"]
"""


def written(folder: Path, matter: str, example: str = "any buttons to spare") -> Path:
    (folder / "follow_ups").mkdir(exist_ok=True)
    (folder / "follow_ups" / "goods.yml").write_text(ENTRY.format(matter=matter, example=example))
    return folder


def test_it_is_read_with_the_matters_inside_which_it_goes_on(tmp_path: Path) -> None:
    matters = read_second_matters(written(tmp_path, "goods"))
    assert matters.of("spare_button") is Matter.GOODS
    assert matters.goes_on_inside("spare_button", Matter.PAPERS)
    assert not matters.goes_on_inside("spare_button", None)


@pytest.mark.parametrize(("case", "title"), [("none", ""), ("gift_note", "gift_note")])
def test_a_question_about_the_shop_has_the_title_of_its_case(tmp_path: Path, case: str, title: str) -> None:
    folder = written(tmp_path, "order")
    file = folder / "follow_ups" / "goods.yml"
    file.write_text(file.read_text().replace("    inside:", f"    case: {case}\n    inside:"))
    matters = read_second_matters(folder)
    assert (matters.is_of_the_shop("spare_button"), matters.case_of("spare_button")) == (True, title)


def test_any_other_is_not_about_the_shop(tmp_path: Path) -> None:
    assert not read_second_matters(written(tmp_path, "order")).is_of_the_shop("spare_button")


def test_what_fits_any_has_none(tmp_path: Path) -> None:
    assert read_second_matters(written(tmp_path, ANY_MATTER)).of("spare_button") is None


def test_a_matter_that_there_is_not_is_refused_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"goods\.yml"):
        read_second_matters(written(tmp_path, "buttons"))


def test_nobody_learns_anew_what_only_belongs_elsewhere_now(tmp_path: Path) -> None:
    before = follow_ups_digest(written(tmp_path, "goods"))
    assert follow_ups_digest(written(tmp_path, "parcel")) == before
    assert follow_ups_digest(written(tmp_path, "goods", "spare buttons, anyone")) != before


def test_the_schema_knows_the_matters_that_the_code_knows() -> None:
    schema = json.loads((KNOWLEDGE / "schemas" / "follow_ups.schema.json").read_text())
    entry = schema["properties"]["follow_ups"]["items"]["properties"]
    # what no table knows is no second question
    of_the_code = {matter.value for matter in Matter} - {Matter.OWN.value}
    assert set(entry["matter"]["enum"]) == of_the_code | {ANY_MATTER}
    assert set(entry["inside"]["items"]["enum"]) == of_the_code
