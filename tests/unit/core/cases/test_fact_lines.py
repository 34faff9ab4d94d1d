"""What was told once for all stands in a line with a title, in the words that told it."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.fact_lines import FactLine, fact_lines, stands_in, with_values
from parcelbot.core.reading.told.telling import Told


def titled(*told: tuple[Told, str]) -> dict[str, tuple[str, ...]]:
    return {line.title: line.sentences for line in fact_lines((fact.value, sentence) for fact, sentence in told)}


def test_each_fact_has_a_line_and_the_lines_an_order_of_their_own() -> None:
    lines = titled(
        (Told.DOGS_THERE, "the goat butts strangers"),
        (Told.NEEDED_BY, "we christen her on the 9th"),
        (Told.PO_BOX, "everything goes to Box 77"),
    )
    assert list(lines) == ["Needed by", "PO box", "At the door"]


def test_a_sentence_that_tells_two_things_stands_once_under_both() -> None:
    said = "my brother fetches it, his name is Okello"
    assert titled((Told.OTHER_COLLECTS, said), (Told.OTHER_NAME, said)) == {"Name, collecting it": (said,)}


def test_what_is_told_again_with_more_around_it_stands_once() -> None:
    more = "the blue one is missing, the box was taped over"
    assert titled((Told.PART_MISSING, "the blue one is missing"), (Told.PART_MISSING, more)) == {"Missing": (more,)}


def test_a_fact_that_no_person_needs_has_no_line() -> None:
    assert titled((Told.COPIED, "I copied it from your mail"), (Told.MUCH_UNREAD, "and much else")) == {}


def test_a_value_that_was_read_leads_what_was_told_of_it() -> None:
    lines = fact_lines([("needed_by", "it is for the harvest feast")])
    assert with_values(lines, {"needed": "Fri 4 December", "phone": ""}) == (
        FactLine(("needed",), ("it is for the harvest feast",), "Fri 4 December"),
    )
    assert with_values((), {"needed": "", "phone": "0161 496 0000"}) == (FactLine(("phone",), (), "0161 496 0000"),)


@pytest.mark.parametrize("said", ["everything goes to Box 77.", "oh and: everything goes to Box 77", "to Box 77"])
def test_what_stands_in_a_line_is_known(said: str) -> None:
    assert stands_in(said, fact_lines([("po_box", "everything goes to Box 77")]))
