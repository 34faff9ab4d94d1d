"""The tool that keeps languages complete: a sheet to fill in, merging what was filled in, checking everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from parcelbot.locales.__main__ import main

Tool = Callable[..., tuple[int, str]]

ENGLISH = """\
responses:
  utter_wait:
    - text: "It should move by {wait_date}. If it doesn't, write to me."
      buttons: [{title: "All right", payload: /affirm}, {title: "A person, please", payload: /talk_to_human}]
    - text: "The day is {wait_date}."
  utter_bye:
    - text: "Goodbye."
widget:
  send: Send
  starters: ["Where is my parcel?"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("locales", "knowledge"):
        (tmp_path / folder).mkdir()
    (tmp_path / "locales" / "en.yml").write_text(ENGLISH)
    tables = {
        "status_words": "status_words: {delivered: delivered}",
        "topics": 'topics: [{id: is_it_lost, title: "Is it lost?"}]',
        "places": "places: [{id: mailbox, label: the mailbox}]",
        "macros": "macros: [{id: hello, title: Hello, text: 'Hello {name}, I am {agent}.'}]",
        "shop": "shipping_cost: {reviewed: 2026-11-29, everywhere: 5 euros, countries: {GB: 4 pounds}}",
    }
    for name, text in tables.items():
        (tmp_path / "knowledge" / f"{name}.yml").write_text(text)
    return tmp_path


@pytest.fixture
def tool(project: Path, capsys: pytest.CaptureFixture[str]) -> Tool:
    def run(*arguments: str) -> tuple[int, str]:
        status = main(list(arguments), project)
        return status, capsys.readouterr().out

    return run


def fill(project: Path, text: str) -> str:
    file = project / "filled.yml"
    file.write_text(text)
    return str(file)


def german(project: Path) -> dict[str, object]:
    return dict(yaml.safe_load((project / "locales" / "de.yml").read_text()))


WAIT = "Bis {wait_date} sollte es weitergehen. Wenn nicht, schreiben Sie mir."
FILLED = f"""\
responses:
  utter_wait:
    - {{text: "{WAIT}", buttons: [In Ordnung, Bitte einen Menschen]}}
    - "Der Tag ist: {{wait_date}}."
  utter_bye: Auf Wiedersehen.
status_words: {{delivered: zugestellt}}
topics: {{is_it_lost: "Ist es verloren?"}}
places: {{mailbox: der Briefkasten}}
shop: {{shipping_cost.everywhere: 5 Euro, shipping_cost.GB: 4 Pfund}}
widget: {{send: Senden, starters.0: "Wo ist mein Paket?"}}
macros: {{hello: "Guten Tag, ich bin {{agent}}."}}
"""


def test_a_sheet_has_everything_that_is_missing_with_its_english(tool: Tool, project: Path) -> None:
    _, printed = tool("sheet", "de")
    sheet = yaml.safe_load(printed)
    assert [text["text"] for text in sheet["responses"]["utter_wait"]][1] == "The day is {wait_date}."
    assert sheet["responses"]["utter_wait"][0]["buttons"] == ["All right", "A person, please"]
    assert sheet["shop"] == {"shipping_cost.everywhere": "5 euros", "shipping_cost.GB": "4 pounds"}
    assert sheet["widget"] == {"send": "Send", "starters.0": "Where is my parcel?"}


def test_first_texts_come_before_further_ones(tool: Tool) -> None:
    assert list(yaml.safe_load(tool("sheet", "de", "--limit", "2")[1])["responses"]) == ["utter_wait", "utter_bye"]
    first = yaml.safe_load(tool("sheet", "de", "--first-only")[1])
    assert [len(texts) for texts in first["responses"].values()] == [1, 1]
    assert list(first) == ["responses"]


def test_a_filled_in_sheet_is_merged_and_nothing_is_left_to_say(tool: Tool, project: Path) -> None:
    assert tool("add", "de", fill(project, FILLED)) == (0, f"11 taken into {project / 'locales' / 'de.yml'}\n")
    assert german(project)["responses"]["utter_wait"][0]["text"] == WAIT
    assert german(project)["reviewed"] == "machine-checked"
    assert yaml.safe_load(tool("sheet", "de")[1]) is None
    assert tool("check", "de") == (0, "de: 0 missing, 0 outdated, 0 faults, 0 doubts\n")


def test_merging_twice_changes_nothing(tool: Tool, project: Path) -> None:
    tool("add", "de", fill(project, FILLED))
    before = (project / "locales" / "de.yml").read_bytes()
    tool("add", "de", fill(project, FILLED))
    assert (project / "locales" / "de.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("filled", "why"),
    [
        ("responses: {utter_bye: ['Bis {wait_date}!']}", "utter_bye (1): placeholders wait_date, in English none"),
        ("responses: {utter_bye: ['Bis dann }']}", "utter_bye (1): a brace that is not a placeholder's"),
        ("responses: {utter_wait: [{text: 'Bis {wait_date}'}]}", "utter_wait (1): 0 buttons, in English 2"),
        ("responses: {utter_wait: [{text: '{wait_date}', buttons: [Ja, ' ']}]}", "a button without a title"),
        ("responses: {utter_nobody: [Hallo]}", "utter_nobody: there is no such response"),
        ("responses: {utter_bye: [{of: '123456', text: Tschüss}]}", "take a new sheet"),
        ("responses: {utter_bye: [Tschüss, Auf Wiedersehen]}", "utter_bye: 2 texts for 1"),
        ("widget: {starters.0: Where is my parcel?}", "widget/starters.0: still the English"),
        ("topics: {nothing: Nichts}", "topics/nothing: there is no such entry"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(tool: Tool, project: Path, filled: str, why: str) -> None:
    status, printed = tool("add", "de", fill(project, f"{filled}\nstatus_words: {{delivered: zugestellt}}"))
    assert status == 1
    assert why in printed
    assert german(project)["status_words"]["delivered"]["text"] == "zugestellt"


def test_what_was_left_empty_is_still_missing(tool: Tool, project: Path) -> None:
    assert tool("add", "de", fill(project, "responses: {utter_bye: ['']}\nplaces: {mailbox: ''}"))[0] == 0
    assert "utter_bye (1)" in tool("check", "de")[1]


def test_further_texts_find_their_place_by_their_mark(tool: Tool, project: Path) -> None:
    first, further = yaml.safe_load(tool("sheet", "de")[1])["responses"]["utter_wait"]
    for entry in ({**further, "text": "Tag: {wait_date}"}, {**first, "text": WAIT}):
        tool("add", "de", fill(project, yaml.safe_dump({"responses": {"utter_wait": [entry]}})))
    assert [text["text"] for text in german(project)["responses"]["utter_wait"]] == [WAIT, "Tag: {wait_date}"]


def test_a_changed_english_text_makes_its_saying_outdated(tool: Tool, project: Path) -> None:
    tool("add", "de", fill(project, FILLED))
    (project / "locales" / "en.yml").write_text(ENGLISH.replace("Goodbye.", "Goodbye, and good luck."))
    assert tool("check", "de")[0] == 1
    assert "outdated: utter_bye (1)" in tool("check", "de")[1]
    assert '# said so far: "Auf Wiedersehen."' in tool("sheet", "de")[1]


@pytest.mark.parametrize(
    ("bad", "finding"),
    [
        ("Goodbye, your Paket kommt.", "fault: utter_bye (1): English left: your"),
        ("Tschüss, in 3 Tagen.", "fault: utter_bye (1): figures 3, in English none"),
    ],
)
def test_a_saying_that_cannot_be_right_is_a_fault(tool: Tool, project: Path, bad: str, finding: str) -> None:
    tool("add", "de", fill(project, FILLED.replace("Auf Wiedersehen.", f'"{bad}"')))
    status, printed = tool("check", "de")
    assert (status, finding in printed) == (1, True)


@pytest.mark.parametrize(
    ("doubtful", "finding"),
    [
        ("Bis {wait_date}.", "times as long as the English"),
        ("Bis {wait_date} geht es weiter. Schreiben Sie mir.", "no negation, in English there is one"),
        ("Il colis bougera avant {wait_date}. Sinon, écrivez-moi vite, nous ne dormons pas.", "reads as fr"),
    ],
)
def test_a_saying_that_may_be_wrong_is_a_doubt(tool: Tool, project: Path, doubtful: str, finding: str) -> None:
    tool("add", "de", fill(project, FILLED.replace(WAIT, doubtful)))
    status, printed = tool("check", "de")
    assert (status, finding in printed) == (0, True)


def test_english_itself_has_no_sheet(tool: Tool) -> None:
    with pytest.raises(SystemExit, match=r"locales/en\.yml"):
        tool("sheet", "en")


def test_no_is_a_word(tool: Tool, project: Path) -> None:
    tool("add", "es", fill(project, "responses: {utter_wait: [{text: 'El {wait_date} no', buttons: [No, 12]}]}"))
    written = (project / "locales" / "es.yml").read_text()
    assert 'buttons: ["No", "12"]' in written
