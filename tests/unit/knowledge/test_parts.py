"""What stands in the files of a folder is read as if it stood in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.knowledge.loading import Phrase, read_table
from parcelbot.knowledge.second_questions import follow_ups_digest, read_follow_ups


def asked(folder: Path, theme: str, name: str, *examples: str) -> None:
    lines = "".join(f"  - {text}\n" for text in examples)
    (folder / "follow_ups").mkdir(exist_ok=True)
    (folder / "follow_ups" / f"{theme}.yml").write_text(f"follow_ups:\n- id: {name}\n  examples:\n{lines}", "utf-8")


def test_second_questions_are_read_theme_by_theme(tmp_path: Path) -> None:
    asked(tmp_path, "waiting", "lost", "is it lost", "gone?")
    asked(tmp_path, "address", "old_address", "what if it goes there")
    assert read_follow_ups(tmp_path) == (
        Phrase("what if it goes there", "old_address"),
        Phrase("is it lost", "lost"),
        Phrase("gone?", "lost"),
    )


def test_a_change_in_any_theme_is_learnt(tmp_path: Path) -> None:
    asked(tmp_path, "address", "old_address", "what if it goes there")
    asked(tmp_path, "waiting", "lost", "is it lost")
    before = follow_ups_digest(tmp_path)
    asked(tmp_path, "waiting", "lost", "is it lost", "gone?")
    assert follow_ups_digest(tmp_path) != before


def test_no_second_questions_at_all_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="follow_ups"):
        read_follow_ups(tmp_path)


def row(name: str, when: str = "{}") -> str:
    kept = "source: {document: house-rules, section: Talk}, basis: faq, reviewed: 2026-11-30"
    return f"- {{id: {name}, when: {when}, then: {{response: utter_{name}}}, {kept}}}\n"


def test_rows_of_parts_come_before_the_tables_own(tmp_path: Path) -> None:
    (tmp_path / "talk").mkdir()
    for theme, name in (("waiting", "lost"), ("address", "moved")):
        (tmp_path / "talk" / f"{theme}.yml").write_text(f"rows:\n{row(name, f'{{follow_up: {name}}}')}", "utf-8")
    (tmp_path / "talk.yml").write_text(f"table: talk\nhit_policy: first\nrows:\n{row('rest')}", "utf-8")
    assert [found.id for found in read_table(tmp_path / "talk.yml", {}, {}).rows] == ["moved", "lost", "rest"]
