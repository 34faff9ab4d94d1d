"""A file that cannot be used is told in one sentence: which, where in it, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parcelbot.written_files import BadFile, parsed, read_yaml


def complaint(file: Path, text: str, parse: Any = lambda data: data["rows"][0]["id"].upper()) -> str:
    file.write_text(text)
    with pytest.raises(BadFile) as told:
        parsed(file, parse)
    return str(told.value)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("rows:\n  - id: [unclosed\n", ", line"),
        ("rows:\n\t- id: a\n", ", line 2"),
        ("others: []\n", "'rows'"),
        ("", "not written as it is read"),
        ("rows: []\n", "not written as it is read"),
        ("rows: [{id: 5}]\n", "not written as it is read"),
    ],
)
def test_the_sentence_names_the_file_and_what_is_wrong(tmp_path: Path, text: str, where: str) -> None:
    told = complaint(tmp_path / "table.yml", text)
    assert told.startswith(str(tmp_path / "table.yml"))
    assert where in told
    assert "\n" not in told


def test_bytes_that_are_no_text_are_told_likewise(tmp_path: Path) -> None:
    (tmp_path / "table.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match=r"table\.yml"):
        read_yaml(tmp_path / "table.yml")


def test_the_innermost_file_is_the_one_that_is_named(tmp_path: Path) -> None:
    part = tmp_path / "part.yml"
    part.write_text("rows: {")
    assert complaint(tmp_path / "whole.yml", "rows: []", lambda _: read_yaml(part)).startswith(str(part))


def test_a_file_that_is_not_there_says_so_itself(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.yml"):
        read_yaml(tmp_path / "none.yml")
