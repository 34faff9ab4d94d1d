"""A draft shows few lines, the newest last, and none of them cut."""

from __future__ import annotations

from parcelbot.core.cases.draft_lines import draft_lines


def test_the_newest_lines_stand_there() -> None:
    told = ("one", "two", "three", "four", "five", "six", "seven")
    assert draft_lines(told) == ("two.", "three.", "four.", "five.", "six.", "seven.")


def test_a_long_line_stands_whole_and_older_ones_give_way() -> None:
    long = "the lift is out of order and the porter leaves at four " * 9
    assert draft_lines(("an older line", long)) == (f"{long.strip()}.",)


def test_a_line_keeps_the_end_that_it_has() -> None:
    assert draft_lines(("is it in there?", "it was blue; ")) == ("is it in there?", "it was blue.")
