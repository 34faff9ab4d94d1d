"""Compare the table in docs/architecture.md with the contracts that import-linter checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import tomli

from tests.architecture.source import ROOT, modules, package_of, packages

CORE = "parcelbot.core"

_CODE = re.compile(r"`([^`]+)`")


@cache
def contracts() -> list[dict[str, Any]]:
    """The contracts of pyproject.toml."""
    read = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = read["tool"]["importlinter"]["contracts"]
    return found


@cache
def table() -> dict[str, set[str]]:
    """What each package may import by the document: a package, or one module of it."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = [
        line.strip("|").split(" | ") for line in text.splitlines() if line.startswith(("| `parcelbot/", "| `actions/"))
    ]
    return {_dotted(row[0]): {f"parcelbot.{name}" for name in _CODE.findall(row[2])} for row in rows}


def _dotted(cell: str) -> str:
    return _CODE.findall(cell)[0].removesuffix("/").removesuffix(".py").replace("/", ".")


def layers() -> list[set[str]]:
    """The packages of each layer, outermost first."""
    whole = next(c for c in contracts() if c["type"] == "layers" and "containers" not in c)
    return [set(layer.split(" | ")) for layer in whole["layers"]]


def importers(package: str) -> set[str]:
    """Whom the contracts allow to import a package: packages or single modules."""
    protecting = [c for c in contracts() if c["type"] == "protected" and package in c["protected_modules"]]
    assert len(protecting) == 1, f"one protected contract has to name {package}"
    return set(protecting[0]["allowed_importers"])


def doors(package: str) -> set[str]:
    """The single modules that one of the package's may import although their package is forbidden to it."""
    return {target for source, target in _ignored() if package_of(source) == package}


def _ignored() -> Iterator[tuple[str, str]]:
    for contract in contracts():
        for line in contract.get("ignore_imports", ()):
            source, _, target = line.partition(" -> ")
            yield source, target


def allowed(package: str) -> set[str]:
    """What the contracts let a package import, itself left out."""
    behind_doors = {package_of(door) for door in doors(package)}
    others = [other for other in packages() if other not in (package, CORE, *behind_doors)]
    whole = {other for other in others if any(package_of(who) == package for who in importers(other))}
    above_core = package not in layers()[-1]
    return whole | doors(package) | ({CORE} if above_core else set())


def test_every_package_has_a_row_and_a_layer() -> None:
    assert sorted(table()) == packages()
    assert sorted(package for layer in layers() for package in layer) == packages()


@pytest.mark.parametrize("package", packages())
def test_the_table_says_what_the_contracts_say(package: str) -> None:
    assert sorted(table()[package]) == sorted(allowed(package))


def test_the_table_follows_the_layers_from_the_outside_in() -> None:
    place = {package: n for n, layer in enumerate(layers()) for package in layer}
    order = [place[package] for package in table()]
    assert order == sorted(order)
    for package, imported in table().items():
        below = {name for name in imported if name in place}
        assert all(place[name] > place[package] for name in below), package


def test_a_door_is_a_module_behind_a_forbidden_package() -> None:
    for package in packages():
        for door in doors(package):
            assert door in modules()
            assert any(_forbids(contract, package, door) for contract in contracts()), (package, door)


def _forbids(contract: dict[str, Any], package: str, door: str) -> bool:
    """True when only the contract's exceptions let the package through the door."""
    through = {line.partition(" -> ")[2] for line in contract.get("ignore_imports", ())}
    if contract["type"] == "layers":
        place = {package: n for n, layer in enumerate(layers()) for package in layer}
        return door in through and place[package_of(door)] <= place[package]
    return (
        contract["type"] == "forbidden"
        and door in through
        and package in contract["source_modules"]
        and package_of(door) in contract["forbidden_modules"]
    )


def test_contracts_are_called_by_sentences() -> None:
    names = [contract["name"] for contract in contracts()]
    assert [name for name in names if not (name[0].isupper() and " " in name)] == []
    assert len(set(names)) == len(names)
