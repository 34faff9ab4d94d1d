"""A draft shows what a case began with and what came last, and none of its lines is cut."""

from __future__ import annotations

from parcelbot.core.cases.draft_lines import draft_lines


def test_few_lines_all_stand_there() -> None:
    assert draft_lines(("one", "two", "three")) == ("one.", "two.", "three.")


def test_of_many_lines_the_first_and_the_newest_stand_there() -> None:
    told = tuple(f"line {number}" for number in range(20))
    shown = draft_lines(told)
    assert (shown[0], shown[-1]) == ("line 0.", "line 19.")
    assert "line 10." not in shown


def test_a_long_line_stands_whole_and_those_in_the_middle_give_way() -> None:
    long = "the lift is out of order and the porter leaves at four " * 15
    assert draft_lines(("the first line", long, "the last line")) == ("the first line.", "the last line.")


def test_a_line_keeps_the_end_that_it_has() -> None:
    assert draft_lines(("is it in there?", "it was blue; ")) == ("is it in there?", "it was blue.")


def test_a_line_in_ideographs_ends_as_they_do() -> None:
    assert draft_lines(("箱がつぶれている",)) == ("箱がつぶれている。",)
