"""What runs is installed by requirements/main.txt alone; what only tests need is in test.txt beside it."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.architecture.source import trees

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
OURS = {"parcelbot", "actions", "tests"}
#: What is installed where its package says that it will not do; docs/adr/0023-python-3.11.md says why.
AGAINST_ITS_WORD = {"rasa", "rasa-sdk"}


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


def test_only_rasa_and_its_sdk_are_on_a_python_that_their_packages_do_not_name() -> None:
    refuses = {name for name, package in ours().items() if not suits(package)}
    assert refuses == (AGAINST_ITS_WORD if sys.version_info >= (3, 11) else set())


def test_on_this_python_packages_find_what_they_ask_for_but_for_what_is_overridden() -> None:
    """The lock is resolved for Python 3.10; what one asks for on 3.11 only would be missing without a word."""
    versions = {name: package.version for name, package in ours().items()}
    wants = {(name, want) for name, package in ours().items() for want in wanted(package)}
    unmet = {f"{name}: {want}" for name, want in wants if not is_met(want, versions.get(plain(want.name)))}
    overridden = {plain(Requirement(line).name) for line in overrides()}
    assert {line for line in unmet if plain(Requirement(line.partition(": ")[2]).name) not in overridden} == set()


def ours() -> dict[str, Distribution]:
    """The locks' packages that are installed, by name."""
    names = locked("main.txt").keys() | locked("test.txt").keys()
    return {name: each for each in distributions() if (name := plain(each.metadata["Name"])) in names}


def suits(package: Distribution) -> bool:
    python = "{}.{}.{}".format(*sys.version_info)
    return SpecifierSet(package.metadata["Requires-Python"] or "").contains(python)


def wanted(package: Distribution) -> list[Requirement]:
    every = [Requirement(line) for line in package.requires or ()]
    return [want for want in every if want.marker is None or want.marker.evaluate({"extra": ""})]


def is_met(want: Requirement, version: str | None) -> bool:
    return version is not None and want.specifier.contains(version, prereleases=True)


def overrides() -> list[str]:
    lines = (line.partition(" #")[0].strip() for line in (REQUIREMENTS / "overrides.txt").read_text().splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def imports(tree: ast.Module) -> set[str]:
    """The top packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
