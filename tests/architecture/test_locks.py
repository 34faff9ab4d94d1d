"""What runs is installed by requirements/main.txt alone; what only tests need is in test.txt beside it."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from importlib.metadata import distributions
from pathlib import Path

from tests.architecture.source import trees

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
OURS = {"parcelbot", "actions", "tests"}


def locked(name: str) -> dict[str, str]:
    """The versions of a lock, by the package's name as PyPI writes it."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", (REQUIREMENTS / name).read_text(), re.MULTILINE)
    return {plain(package): version for package, version in pins}


def installed() -> defaultdict[str, set[str]]:
    """The packages that each top name of a module comes from."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for distribution in distributions():
        name, record = plain(distribution.metadata["Name"]), distribution.read_text("RECORD") or ""
        for top in set(re.findall(r"^([^/,]+)", record, re.MULTILINE)):
            homes[top.partition(".")[0]].add(name)
    return homes


def plain(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_what_runs_imports_only_what_make_run_installs() -> None:
    homes, run = installed(), locked("main.txt")
    imported = {name for _, tree in trees() for name in imports(tree)} - OURS - sys.stdlib_module_names
    unlocked = {name for name in imported if not homes[name] & run.keys()}
    # rebuilt once in an environment of its own: requirements/encoder.txt
    assert unlocked - {"onnx"} == set()


def test_both_locks_agree_on_what_they_share() -> None:
    run, test = locked("main.txt"), locked("test.txt")
    assert {name: (run[name], test[name]) for name in run.keys() & test.keys() if run[name] != test[name]} == {}


def imports(tree: ast.Module) -> set[str]:
    """The top packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
