"""Read the repository's Python without importing it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("parcelbot", "actions")


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name; a package goes by its own name."""
    files = (path for top in CODE for path in sorted((ROOT / top).rglob("*.py")))
    return {dotted(path): path for path in files}


def dotted(path: Path) -> str:
    """The name under which `path` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def packages() -> list[str]:
    """`actions` and what lies directly in `parcelbot/`: the rows of the architecture's table."""
    inside = {".".join(name.split(".")[:2]) for name in modules() if name.startswith("parcelbot.")}
    return ["actions", *sorted(inside)]


@cache
def tree(name: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module's name and syntax tree."""
    return ((name, tree(name)) for name in modules())


def package_of(module: str) -> str:
    """The row of the architecture's table that a module belongs to."""
    return "actions" if module.split(".")[0] == "actions" else ".".join(module.split(".")[:2])
