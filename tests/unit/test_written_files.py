"""A file that cannot be used is told in one sentence: which, where in it, and why."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcelbot.written_files import BadFile, ParsedFiles, parsed, read_yaml


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


def large(word: str) -> str:
    return f"rows: [{', '.join([word] * 1000)}]\n"


def test_a_large_file_is_parsed_once_by_whoever_reads_it(tmp_path: Path) -> None:
    file, parses = tmp_path / "table.yml", []
    file.write_text(large("yes"))

    def read(loader: Any) -> Any:
        def parse(written: bytes, loader: Any) -> Any:
            parses.append(loader)
            return yaml.load(written, loader)

        return ParsedFiles(tmp_path / "kept", parse).read(file, loader)

    assert read(yaml.SafeLoader) == read(yaml.SafeLoader) == {"rows": [True] * 1000}
    assert read(yaml.BaseLoader) == {"rows": ["yes"] * 1000}
    assert parses == [yaml.SafeLoader, yaml.BaseLoader]


def test_dates_and_times_are_kept_as_what_they_are(tmp_path: Path) -> None:
    file, files = (
        tmp_path / "table.yml",
        ParsedFiles(tmp_path / "kept", lambda written, loader: parses.append(said) or said),
    )
    said, parses = (
        {"rows": [{"since": date(2026, 11, 30), "at": datetime(2026, 11, 30, 9, 5, tzinfo=timezone.utc)}]},
        [],
    )
    file.write_text(large("yes"))
    assert files.read(file, yaml.SafeLoader) == files.read(file, yaml.SafeLoader) == said
    assert len(parses) == 1


def test_what_was_kept_of_other_words_is_replaced(tmp_path: Path) -> None:
    file, files = tmp_path / "table.yml", ParsedFiles(tmp_path / "kept")
    for word in ("one", "two"):
        file.write_text(large(word))
        assert files.read(file, yaml.SafeLoader)["rows"][0] == word
    assert len([*(tmp_path / "kept").iterdir()]) == 1


def test_a_link_is_read_as_the_file_that_it_leads_to(tmp_path: Path) -> None:
    file, link, files = tmp_path / "table.yml", tmp_path / "link.yml", ParsedFiles(tmp_path / "kept")
    file.write_text(large("one"))
    link.symlink_to(file)
    assert files.read(link, yaml.SafeLoader) == files.read(file, yaml.SafeLoader)
    assert len([*(tmp_path / "kept").iterdir()]) == 1


def test_a_spoilt_entry_is_not_believed(tmp_path: Path) -> None:
    file, files = tmp_path / "table.yml", ParsedFiles(tmp_path / "kept")
    file.write_text(large("one"))
    files.read(file, yaml.SafeLoader)
    [entry] = (tmp_path / "kept").iterdir()
    for spoilt in (b"", entry.read_bytes()[:40], b"something else"):
        entry.write_bytes(spoilt)
        assert files.read(file, yaml.SafeLoader)["rows"][0] == "one"


@pytest.mark.parametrize("written", [large("2026-11-02"), large("one")])
def test_what_cannot_be_kept_is_read_all_the_same(tmp_path: Path, written: str) -> None:
    file, no_folder = tmp_path / "table.yml", tmp_path / "table.yml" / "kept"
    file.write_text(written)
    assert len(ParsedFiles(no_folder).read(file, yaml.SafeLoader)["rows"]) == 1000
    ParsedFiles(tmp_path / "kept").read(file, yaml.SafeLoader)
    assert not [entry for entry in (tmp_path / "kept").glob("*") if entry.suffix]
