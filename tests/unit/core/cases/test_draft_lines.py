"""A draft shows few short lines, the newest last."""

from __future__ import annotations

from parcelbot.core.cases.draft_lines import draft_lines, short_line


def test_the_newest_lines_stand_there() -> None:
    assert draft_lines(("one", "two", "three", "four")) == ("two", "three", "four")


def test_a_long_line_ends_after_a_word() -> None:
    line = short_line("the parcel " * 20)
    assert line.endswith("the …") or line.endswith("parcel …")
    assert len(line) <= 92
