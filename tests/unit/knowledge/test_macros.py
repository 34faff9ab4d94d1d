"""Prepared answers: read, linted, filled; nothing unknown reaches a shopper."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.knowledge.macros import PLACEHOLDERS, Macro, MacroInvalid, fill, gaps, lint, load_macros, parse_macro

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"
VALUES = {name: name.upper() for name in PLACEHOLDERS}


def macro(text: str = "Hello {name}, this is long enough.", note: str = "") -> Macro:
    return Macro("hello", "Hello", text, note=note)


def test_the_macros_of_this_project_are_a_good_dozen_and_clean() -> None:
    assert len(load_macros(KNOWLEDGE)) >= 12


@pytest.mark.parametrize("own", load_macros(KNOWLEDGE), ids=lambda own: own.id)
def test_a_macro_names_no_figure_and_gives_no_date_of_its_own(own: Macro) -> None:
    said = own.text.replace("O and a 0, or an I and a 1", "")  # characters that are mixed up, not figures
    assert not any(character.isdigit() for character in said)


@pytest.mark.parametrize("own", load_macros(KNOWLEDGE), ids=lambda own: own.id)
def test_a_macro_is_complete_when_everything_is_known(own: Macro) -> None:
    filled = fill(own, VALUES)
    assert gaps(filled.text + filled.note) == ()
    assert "{" not in filled.text + filled.note


def test_placeholders_become_what_they_stand_for() -> None:
    assert (
        fill(macro("Hello {name}, about {order_number}."), {"name": "Mia", "order_number": "7409"}).text
        == "Hello Mia, about 7409."
    )


def test_what_is_not_known_becomes_a_gap_that_can_be_seen() -> None:
    filled = fill(macro("About order {order_number} and {due}."), {"order_number": ""})
    assert filled.text == "About order [order number] and [day and hour]."
    assert gaps(filled.text) == ("[order number]", "[day and hour]")


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert fill(macro("Hello {name}."), {"name": "{agent}", "agent": "Ana"}).text == "Hello {agent}."


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Hello {surname}.", "hello: unknown placeholder {surname}"),
        ("Hello {}.", "hello: unknown placeholder {}"),
        ("Hello {name.__class__}.", "hello: unknown placeholder {name.__class__}"),
        ("Hello {name!r}.", "hello: unknown placeholder {name}"),
        ("Hello {name:>999}.", "hello: unknown placeholder {name}"),
    ],
)
def test_an_unknown_placeholder_is_refused(text: str, finding: str) -> None:
    assert lint([macro(text)]) == [finding]


def test_braces_that_do_not_close_are_refused() -> None:
    assert lint([macro("Hello {name.")])[0].startswith("hello: braces:")


def test_a_note_is_linted_like_a_text() -> None:
    assert lint([macro(note="Call {phone}.")]) == ["hello: unknown placeholder {phone}"]


def test_an_id_that_stands_twice_is_refused() -> None:
    assert lint([macro(), macro()]) == ["hello: the id stands twice"]


def test_a_file_with_a_finding_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "macros.yml").write_text("macros:\n  - {id: a, title: A, text: 'Hello {surname}.'}\n", encoding="utf-8")
    with pytest.raises(MacroInvalid, match="surname"):
        load_macros(tmp_path)


def test_what_sending_changes_is_read_from_then() -> None:
    then = {"status": "on_hold", "priority": "high", "note": "Ask."}
    read = parse_macro({"id": "a", "title": "A", "text": " Hello. ", "issues": ["customs_delay"], "then": then})
    assert read == Macro("a", "A", "Hello.", ("customs_delay",), TicketStatus.ON_HOLD, Priority.HIGH, "Ask.")


def test_a_macro_fits_the_issues_it_was_written_for() -> None:
    read = parse_macro({"id": "a", "title": "A", "text": "Hello.", "issues": ["customs_delay"]})
    assert read.fits("customs_delay")
    assert not read.fits("late_delivery")
