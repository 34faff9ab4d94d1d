"""Hold the folders of tests to what makes them quick."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORE_TESTS = ROOT / "tests" / "unit" / "core"

_CORE = ("parcelbot.core", "tests.unit.core", "pytest", "hypothesis")


def imported(source: str) -> Iterator[str]:
    """The modules that a source imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strangers(source: str) -> list[str]:
    """What a test of the core imports and should not."""
    return [name for name in imported(source) if not _is_core(name) and not _is_standard(name)]


def _is_core(name: str) -> bool:
    return any(name == core or name.startswith(f"{core}.") for core in _CORE)


def _is_standard(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names


def collect(*what: str) -> subprocess.CompletedProcess[str]:
    """Load tests as `make unit` does, without running them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "tests.support.without_rasa", *what]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_tests_of_the_core_import_nothing_but_the_core() -> None:
    found = {path.relative_to(ROOT).as_posix(): strangers(path.read_text("utf-8")) for path in CORE_TESTS.rglob("*.py")}
    assert found
    assert {path: names for path, names in found.items() if names} == {}


def test_an_import_of_something_else_is_noticed() -> None:
    source = (
        "import json, yaml\nfrom parcelbot.core import wording\ndef f():\n    from parcelbot.usecases import desk\n"
    )
    assert strangers(source) == ["yaml", "parcelbot.usecases.desk"]


def test_unit_tests_load_neither_rasa_nor_tensorflow_nor_spacy() -> None:
    done = collect("tests/unit")
    assert done.returncode == 0, done.stdout


def test_a_test_that_loads_rasa_is_refused(tmp_path: Path) -> None:
    (tmp_path / "test_heavy.py").write_text("import rasa\n")
    done = collect(str(tmp_path))
    assert done.returncode != 0
    assert "tests/unit does without rasa" in done.stdout
