from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules, tree

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "pyproject.toml",
        ROOT / "knowledge/README.md",
        *(ROOT / "docs").rglob("*.md"),
    )
)
#: Folders of the repository that documents speak of by their path.
FOLDERS = "parcelbot|actions|tests|knowledge|data|docs|widget|benchmarks|demo|scripts|requirements"

_PATH = re.compile(rf"(?<![\w./<-])(?:{FOLDERS})/(?:[\w.-]+/)*(?:[\w-]+(?:\.[\w-]+)*(?![\w.*<…]))?")
#: Short forms, as in `core/wording.py`.
_FILE = re.compile(r"`([\w-]+(?:/[\w-]+)+\.(?:py|yml|json|md))`")
_MODULE = re.compile(r"(?<![\w./])(?:parcelbot|actions)(?:\.\w+)+")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str) -> None:
    assert _lost((ROOT / document).read_text(encoding="utf-8")) == []


def test_what_comments_and_docstrings_name_is_there() -> None:
    # taking a source apart is slow: only where something in it is not there
    suspects = {name: path for name, path in modules().items() if _lost(path.read_text(encoding="utf-8"))}
    lost = {name: _lost(_remarks(path)) for name, path in suspects.items()}
    assert {name: found for name, found in lost.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `parcelbot/core/wording.py`, there", ["parcelbot/core/wording.py"]),
        ("a folder: (`parcelbot/store/migrations/versions`).", ["parcelbot/store/migrations/versions"]),
        ("one for each: `parcelbot/helpdesk/<vendor>.py`", ["parcelbot/helpdesk/"]),
        ("all of `knowledge/statuses/*.yml`", ["knowledge/statuses/"]),
        ("http://example.org/docs/page and ../widget/README.md", []),
    ],
)
def test_paths_are_found_in_prose(text: str, found: list[str]) -> None:
    assert _PATH.findall(text) == found


def _lost(text: str) -> list[str]:
    """Paths and modules that a text names, and that are not there."""
    return sorted({*_lost_paths(text), *_lost_modules(text)})


def _remarks(path: Path) -> str:
    """The comments and docstrings of a source."""
    with tokenize.open(path) as source:
        return "\n".join(token.string for token in tokenize.generate_tokens(source.readline) if _is_remark(token))


def _is_remark(token: tokenize.TokenInfo) -> bool:
    is_docstring = token.type == tokenize.STRING and token.string.startswith('"""')
    return is_docstring or token.type == tokenize.COMMENT


def _lost_paths(text: str) -> Iterator[str]:
    yield from (path for path in _PATH.findall(text) if not (ROOT / path).exists())
    homes = (ROOT, ROOT / "parcelbot", ROOT / "parcelbot/core", ROOT / "knowledge")
    yield from (path for path in _FILE.findall(text) if not any((home / path).exists() for home in homes))


def _lost_modules(text: str) -> Iterator[str]:
    for name in _MODULE.findall(text):
        module = _longest_module(name)
        rest = name[len(module) + 1 :].split(".")[0]
        if module not in modules() or (rest and rest not in _names(module)):
            yield name


def _longest_module(name: str) -> str:
    """The longest beginning of `name` that is a module, or its first word."""
    while "." in name and name not in modules():
        name = name.rpartition(".")[0]
    return name


def _names(module: str) -> set[str]:
    """All that is defined, assigned or imported at the top of a module."""
    found: set[str] = set()
    for node in tree(module).body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found
