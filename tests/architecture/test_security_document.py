"""Every line of docs/security.md names a test that exists, and no test twice."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.architecture.source import ROOT

_ROW = re.compile(r"^\| (?!threat|-)(.+?) \| (.+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")

LINES = [(row[1], row[3]) for row in _ROW.finditer((ROOT / "docs/security.md").read_text(encoding="utf-8"))]


@cache
def functions_of(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_there_are_lines() -> None:
    assert len(LINES) > 30


@pytest.mark.parametrize(("threat", "shown_by"), LINES, ids=[threat for threat, _ in LINES])
def test_a_threat_names_a_test_that_exists(threat: str, shown_by: str) -> None:
    named = _TEST.fullmatch(shown_by)
    assert named, f"{threat}: write it as `tests/…/test_….py::test_…`"
    assert named[2] in functions_of(named[1])


def test_no_test_stands_for_two_threats() -> None:
    named = [shown_by for _, shown_by in LINES]
    assert sorted(set(named)) == sorted(named)
